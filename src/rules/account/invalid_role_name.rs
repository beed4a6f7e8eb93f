use crate::ast::{AccountStatement, RoleName, Statement};
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, ServerSet};

declare_rule! {
    /// A role is created by a name that no role can have.
    ///
    /// ## What the server does
    ///
    /// An empty name is refused: error 1396, on MariaDB 1959. MariaDB also refuses NONE, and since 10.11 PUBLIC, in quotes and without.
    ///
    /// ## Target
    ///
    /// mariadb-10.11
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE ROLE '';
    /// ```
    ///
    /// ```sql
    /// CREATE ROLE public;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE ROLE app_read;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MariaDB 10.11.19 and 11.8.9 servers.
    InvalidRoleName {
        name: "invalid-role-name", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [NewRole]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let Statement::Account(AccountStatement::CreateRole(it)) = statement else { return };
    for role in &it.roles {
        let RoleName::Named { name, .. } = &role.name else { continue };
        let Some(value) = name.value() else { continue };
        let value = value.trim_ascii();
        let (refusing, message) = if value.is_empty() {
            (ServerSet::ALL, "a role has no empty name")
        } else if value.eq_ignore_ascii_case("none") {
            (Behaviour::RoleNone.servers(), "NONE is no name for a role")
        } else if value.eq_ignore_ascii_case("public") {
            (Behaviour::RolePublic.servers(), "PUBLIC is no name for a role of one's own")
        } else {
            continue;
        };
        cx.report(role.span, message).on(refusing).label("refused");
    }
}
