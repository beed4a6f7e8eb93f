use crate::ast::{Granted, PrivilegeLevel, PrivilegeStatement, Statement};
use crate::model::AccountKey;
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, ServerSet};

declare_rule! {
    /// A privilege is revoked on what the account was granted nothing on.
    ///
    /// ## What the server does
    ///
    /// Error 1141 on a database, 1147 on a table, 1403 on a routine; a role that was not granted is error 1962 on MariaDB. On `*.*` nothing is
    /// said. A privilege of `*.*` is not taken away for one database: it stays, and the statement fails. Reported for accounts that the script
    /// creates.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'10.0.0.%' IDENTIFIED BY '${APP_PASSWORD}';
    /// GRANT SELECT ON *.* TO 'app'@'10.0.0.%';
    /// REVOKE SELECT ON mysql.* FROM 'app'@'10.0.0.%';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'10.0.0.%' IDENTIFIED BY '${APP_PASSWORD}';
    /// GRANT SELECT ON app.* TO 'app'@'10.0.0.%';
    /// REVOKE SELECT ON app.* FROM 'app'@'10.0.0.%';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24, MariaDB 10.11.19 servers.
    RevokeOfNothing {
        name: "revoke-of-nothing", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [Revoke]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let Statement::Privilege(PrivilegeStatement::Revoke(revoke)) = statement else { return };
    if revoke.if_exists.is_some() {
        return;
    }
    for account in &revoke.accounts {
        let Some(known) = AccountKey::of(&account.name).and_then(|key| cx.run().account(&key)) else { continue };
        let Some(created) = known.created_and_wholly_known().cloned() else { continue };
        let has = known.grants_like(&revoke.what).any(|grant| is_same_place(&grant.what, &revoke.what));
        let (servers, message) = match &revoke.what {
            Granted::Privileges { on, .. } if on.level != PrivilegeLevel::Global && on.is_placed() => {
                (ServerSet::ALL, "nothing was granted to this account there")
            }
            Granted::Roles(_) => (Behaviour::RevokeNeedsRole.servers(), "the role was not granted to this account"),
            _ => continue,
        };
        if !has {
            cx.report(account.span, message).on(servers).label("refused").also(&created, "created here");
        }
    }
}

/// Whether what was granted may hold what is revoked; a place that is not in the text may be any.
fn is_same_place(granted: &Granted<'_>, revoked: &Granted<'_>) -> bool {
    match (granted, revoked) {
        (Granted::Privileges { on, .. }, Granted::Privileges { on: from, .. }) => {
            on.level == from.level || !on.is_placed()
        }
        (Granted::Roles(had), Granted::Roles(taken)) => taken.iter().any(|role| had.contains(role)),
        _ => false,
    }
}
