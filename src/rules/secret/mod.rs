//! Passwords and hashes in a file.

super::rules! {
    account_password_in_clear,
    password_hash_in_file,
    replication_account_password_in_clear,
    replication_password_in_clear,
    start_password_in_clear,
    weak_password,
}
