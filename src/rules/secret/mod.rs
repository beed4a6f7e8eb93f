//! Passwords and hashes in a file.

super::rules! {
    replication_password_in_clear,
}
