//! What a later version no longer does.

super::rules! {
    credentials_in_grant,
    deprecated_plugin,
    deprecated_replication_words,
    gtid_by_default,
    identified_by_password,
    implicit_verification,
    password_function,
    super_privilege,
}
