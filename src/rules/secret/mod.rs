//! Passwords and hashes in a file.

super::rules! {
    password_at_start,
    replication_password_in_clear,
}
