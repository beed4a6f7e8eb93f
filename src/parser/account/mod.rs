//! Accounts and roles.

mod alter_user;
mod create_user;
mod identification;
mod options;
mod role;
mod set_password;
mod show_create_user;
mod user_list;

pub(super) use alter_user::alter_user;
pub(super) use create_user::create_user;
pub(super) use identification::user_specification;
pub(super) use options::{require, resource_limit};
pub(super) use role::{create_role, default_role_clause, drop_role, role_clause};
pub(super) use set_password::password_clause;
pub(super) use show_create_user::show_create_user;
pub(super) use user_list::{drop_user, rename_user};
