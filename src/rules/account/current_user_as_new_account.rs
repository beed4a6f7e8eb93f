use crate::ast::{AccountName, AccountStatement, Statement};
use crate::rules::mention::{self, Deed};
use crate::rules::{Context, declare_rule};
use crate::server::{Flavor, ServerSet};

declare_rule! {
    /// CURRENT_USER stands where a new account is named.
    ///
    /// ## What the server does
    ///
    /// It is the account of the session, which exists: error 1396. With IF NOT EXISTS it is a note on MySQL, and the error on MariaDB.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER CURRENT_USER IDENTIFIED BY '${APP_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// ALTER USER CURRENT_USER IDENTIFIED BY '${APP_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    CurrentUserAsNewAccount {
        name: "current-user-as-new-account", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [CurrentUser]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let tolerant =
        matches!(statement, Statement::Account(AccountStatement::CreateUser(it)) if it.if_not_exists.is_some());
    let servers = if tolerant { ServerSet::of_flavor(Flavor::MariaDb) } else { ServerSet::ALL };
    for (deed, account) in mention::accounts(statement) {
        let is_new = matches!(deed, Deed::Create | Deed::RenameTo);
        if is_new && account.name == AccountName::CurrentUser {
            cx.report(account.span, "the account of the session exists already").on(servers).label("error 1396");
        }
    }
}
