//! Accounts, their hosts and privileges.

super::rules! {
    grant_table_changed,
    grant_to_other_host,
}
