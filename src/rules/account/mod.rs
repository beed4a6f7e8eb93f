//! Accounts, their hosts and privileges.

super::rules! {
    grant_to_other_host,
}
