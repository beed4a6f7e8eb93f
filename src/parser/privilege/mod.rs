//! GRANT and REVOKE.

mod grant;
mod object;
mod privileges;
mod revoke;

pub(super) use grant::grant;
pub(super) use revoke::revoke;
