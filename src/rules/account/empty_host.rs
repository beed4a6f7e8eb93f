use crate::ast::{AccountName, Statement};
use crate::rules::mention;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// The host of an account is empty.
    ///
    /// ## What the server does
    ///
    /// `repl@` and `'repl'@''` name an account whose host is the empty string. MySQL stores it so: it matches any host, behind all other accounts
    /// of the user. MariaDB stores `%`. `'repl'@'%'` says what is meant on both.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'' IDENTIFIED BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%' IDENTIFIED BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24, MariaDB 10.11.19 servers.
    EmptyHost {
        name: "empty-host", area: Account, severity: Warning, group: Default, since: "0.1.0",
        accounts: check, parts: [OddName]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    for (deed, account) in mention::accounts(statement) {
        let AccountName::Named { user, host: Some(host) } = &account.name else { continue };
        let is_anonymous = user.is_empty();
        if !deed.makes() || is_anonymous || host.value().is_none_or(|host| !host.is_empty()) {
            continue;
        }
        cx.report(account.span, "the host is empty, which is not the same as none")
            .label("MySQL stores it, MariaDB makes it %")
            .help("write '%' for any host")
            .unsafe_fix(vec![(host.span(), "'%'".to_owned())]);
    }
}
