use crate::ast::{AccountStatement, Statement};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// OR REPLACE and IF NOT EXISTS stand in one statement.
    ///
    /// ## What the server does
    ///
    /// Error 1221: one drops what exists, the other leaves it alone.
    ///
    /// ## Target
    ///
    /// mariadb-10.11
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE OR REPLACE USER IF NOT EXISTS 'app'@'10.0.0.%' IDENTIFIED BY '${APP_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER IF NOT EXISTS 'app'@'10.0.0.%' IDENTIFIED BY '${APP_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MariaDB 10.11.19 and 11.8.9 servers.
    OrReplaceIfNotExists {
        name: "or-replace-if-not-exists", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [OrReplace]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let both = match statement {
        Statement::Account(AccountStatement::CreateUser(it)) => it.or_replace.zip(it.if_not_exists),
        Statement::Account(AccountStatement::CreateRole(it)) => it.or_replace.zip(it.if_not_exists),
        _ => None,
    };
    if let Some((or_replace, if_not_exists)) = both {
        cx.report(or_replace, "OR REPLACE does not go with IF NOT EXISTS")
            .label("error 1221")
            .also(if_not_exists, "with this");
    }
}
