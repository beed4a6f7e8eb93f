use crate::ast::{AccountStatement, PrivilegeStatement, Statement};
use crate::model::AccountKey;
use crate::rules::mention::{self, Deed};
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, ServerSet};
use crate::source::Span;

declare_rule! {
    /// An account is used that the script has dropped.
    ///
    /// ## What the server does
    ///
    /// Error 1396 for ALTER USER, DROP USER and RENAME USER, 1133 for SET PASSWORD. GRANT is refused with 1410 by MySQL 8.0 and with 1133 by
    /// MariaDB; older servers make a new account, without a password. IF EXISTS makes it a warning and is not reported.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// DROP USER 'app'@'%';
    /// GRANT SELECT ON app.* TO 'app'@'%';
    /// ```
    ///
    /// ```sql
    /// DROP USER 'app'@'%', 'app'@'%';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// DROP USER IF EXISTS 'app'@'%';
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}';
    /// GRANT SELECT ON app.* TO 'app'@'%';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    DroppedAccount { name: "dropped-account", area: Account, severity: Error, group: Default, since: "0.1.0", accounts: check }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let is_drop = matches!(statement, Statement::Account(AccountStatement::DropUser(_)));
    if (!is_drop && !cx.run().has_dropped()) || is_tolerant(statement) {
        return;
    }
    let mut named: Vec<(AccountKey, Span)> = Vec::new();
    for (deed, account) in mention::accounts(statement) {
        let servers = match deed {
            Deed::Create | Deed::RenameTo => continue,
            Deed::Grant if has_identification(statement, account.span) => continue,
            Deed::Grant => Behaviour::GrantNeedsAccount.servers(),
            _ => ServerSet::ALL,
        };
        let Some(key) = AccountKey::of(&account.name) else { continue };
        let place = cx.run().dropped(&key).cloned();
        let twice = named.iter().find(|(known, _)| deed == Deed::Drop && *known == key).map(|(_, span)| *span);
        if let Some(place) = place {
            cx.report(account.span, "the account was dropped").on(servers).label("gone").also(&place, "dropped here");
        } else if let Some(first) = twice {
            cx.report(account.span, "the account is in the list twice").label("gone by then").also(first, "first here");
        }
        named.push((key, account.span));
    }
}

/// Whether a missing account is only a warning.
fn is_tolerant(statement: &Statement<'_>) -> bool {
    match statement {
        Statement::Account(AccountStatement::DropUser(it)) => it.if_exists.is_some(),
        Statement::Account(AccountStatement::AlterUser(it)) => it.if_exists.is_some(),
        Statement::Privilege(PrivilegeStatement::Revoke(it)) => {
            it.if_exists.is_some() || it.ignore_unknown_user.is_some()
        }
        _ => false,
    }
}

fn has_identification(statement: &Statement<'_>, account: Span) -> bool {
    let Statement::Privilege(PrivilegeStatement::Grant(it)) = statement else { return false };
    it.grantees.iter().any(|grantee| grantee.account.span == account && grantee.identification.is_some())
}
