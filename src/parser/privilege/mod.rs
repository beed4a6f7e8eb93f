//! GRANT, REVOKE and SHOW GRANTS.

mod grant;
mod object;
mod privileges;
mod revoke;
mod show_grants;

pub(super) use grant::grant;
pub(super) use revoke::revoke;
pub(super) use show_grants::show_grants;
