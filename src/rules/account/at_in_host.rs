use crate::ast::{AccountName, AccountStatement, RoleName, Statement};
use crate::rules::mention;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// The host of an account has an @ in it.
    ///
    /// ## What the server does
    ///
    /// Error 1105, malformed hostname.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'web@example.com' IDENTIFIED BY '${APP_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'web.example.com' IDENTIFIED BY '${APP_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24, MariaDB 10.11.19 servers.
    AtInHost {
        name: "at-in-host", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [OddName]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let accounts = mention::accounts(statement).filter_map(|(_, account)| match &account.name {
        AccountName::Named { host: Some(host), .. } => Some(host),
        _ => None,
    });
    let roles = match statement {
        Statement::Account(AccountStatement::CreateRole(it)) => &it.roles[..],
        _ => &[],
    };
    let roles = roles.iter().filter_map(|role| match &role.name {
        RoleName::Named { host: Some(host), .. } => Some(host),
        _ => None,
    });
    for host in accounts.chain(roles) {
        if host.raw().contains(&b'@') && !host.is_placeholder() {
            cx.report(host.span(), "a host has no @ in it").label("error 1105");
        }
    }
}
