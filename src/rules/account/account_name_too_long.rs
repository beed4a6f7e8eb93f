use crate::ast::{AccountName, AccountStatement, RoleName, Statement, Text};
use crate::rules::mention;
use crate::rules::{Context, declare_rule};
use crate::server::AccountLimit;

declare_rule! {
    /// A user or a host is longer than the server allows.
    ///
    /// ## What the server does
    ///
    /// Error 1470. A user has at most 16 characters before MySQL 5.7.8 and 32 since; 80 on MariaDB, 128 since 10.6. A host has at most 60 bytes,
    /// 255 since MySQL 8.0.17 and MariaDB 10.6.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'replication-of-the-reporting-database'@'%' IDENTIFIED BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl-reporting'@'%' IDENTIFIED BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24, MariaDB 10.11.19 servers; MySQL 5.7.8 and 8.0.17 release notes.
    AccountNameTooLong {
        name: "account-name-too-long", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [OddName]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    for (_, account) in mention::accounts(statement) {
        if let AccountName::Named { user, host } = &account.name {
            named(user, host.as_ref(), cx);
        }
    }
    if let Statement::Account(AccountStatement::CreateRole(it)) = statement {
        for role in &it.roles {
            if let RoleName::Named { name, host } = &role.name {
                named(name, host.as_ref(), cx);
            }
        }
    }
}

fn named(user: &Text<'_>, host: Option<&Text<'_>>, cx: &mut Context<'_>) {
    judge(user, AccountLimit::UserName, cx);
    host.into_iter().for_each(|host| judge(host, AccountLimit::HostName, cx));
}

fn judge(text: &Text<'_>, limit: AccountLimit, cx: &mut Context<'_>) {
    let Some(value) = text.value() else { return };
    let value = value.trim_ascii();
    let length = if limit == AccountLimit::UserName { value.chars().count() } else { value.len() };
    if let Some((refusing, facts)) = limit.refusing(length as u64, cx.servers()) {
        let what = if limit == AccountLimit::UserName { "user" } else { "host" };
        let message = format!("the {what} is {length} {} long, and may have {}", facts.unit, facts.most);
        cx.report(text.span(), message).on(refusing).label("error 1470");
    }
}
