//! Roles: CREATE, DROP and SET ROLE, SET DEFAULT ROLE.

use super::node::node;
use super::{Account, Text};
use crate::source::Span;

node! {
    /// A role: `role`, `'role'@'host'`.
    pub struct Role<'s> {
        /// All of it.
        span: Span,
        /// What it is.
        name: RoleName<'s>,
    }
}

node! {
    /// The ways to name a role.
    pub enum RoleName<'s> {
        /// By name, on MySQL with a host.
        Named {
            /// The role.
            name: Text<'s>,
            /// The host; absent means `%` on MySQL.
            host: Option<Text<'s>>,
        },
        /// MariaDB's `CURRENT_ROLE`.
        CurrentRole,
    }
}

node! {
    /// The roles of `DEFAULT ROLE` and `SET ROLE`.
    pub enum RoleSelection<'s> {
        /// `NONE`
        Nothing,
        /// `DEFAULT`
        Default,
        /// `ALL`, perhaps `EXCEPT …`
        All {
            /// All but these.
            except: Vec<Role<'s>>,
        },
        /// These.
        Roles(Vec<Role<'s>>),
    }
}

node! {
    /// `CREATE ROLE`
    pub struct CreateRole<'s> {
        /// All of it.
        span: Span,
        /// `OR REPLACE`
        or_replace: Option<Span>,
        /// `IF NOT EXISTS`
        if_not_exists: Option<Span>,
        /// The roles.
        roles: Vec<Role<'s>>,
        /// MariaDB's `WITH ADMIN …`
        admin: Option<RoleAdmin<'s>>,
    }
}

node! {
    /// Who administers a new role.
    pub enum RoleAdmin<'s> {
        /// An account, or what may be a role.
        Account(Account<'s>),
        /// `CURRENT_ROLE`
        CurrentRole,
    }
}

node! {
    /// `DROP ROLE`
    pub struct DropRole<'s> {
        /// All of it.
        span: Span,
        /// `IF EXISTS`
        if_exists: Option<Span>,
        /// The roles.
        roles: Vec<Role<'s>>,
    }
}

node! {
    /// `SET ROLE`
    pub struct SetRole<'s> {
        /// All of it.
        span: Span,
        /// The roles.
        roles: RoleSelection<'s>,
    }
}

node! {
    /// `SET DEFAULT ROLE`
    pub struct SetDefaultRole<'s> {
        /// All of it.
        span: Span,
        /// The roles.
        roles: RoleSelection<'s>,
        /// MySQL's `TO user, …`, MariaDB's `FOR user`; empty for the session's own account.
        accounts: Vec<Account<'s>>,
    }
}
