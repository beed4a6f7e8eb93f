use crate::ast::{AccountName, Quote, Statement};
use crate::rules::mention;
use crate::rules::{Context, declare_rule};
use crate::source::Span;

declare_rule! {
    /// User and host of an account stand in one pair of quotes.
    ///
    /// ## What the server does
    ///
    /// It takes all of it as the user: `'repl@10.0.0.1'` is a user of that name who may come from any host, and `'root@localhost'` is not root.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl@10.0.0.%' IDENTIFIED BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24, MariaDB 10.11.19 servers.
    AtInsideQuotes {
        name: "at-inside-quotes", area: Account, severity: Warning, group: Default, since: "0.1.0",
        accounts: check, parts: [OddName]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    for (_, account) in mention::accounts(statement) {
        let AccountName::Named { user, host: None } = &account.name else { continue };
        let quote = match user.quote() {
            Quote::Single => '\'',
            Quote::Double => '"',
            Quote::Backtick => '`',
            Quote::None | Quote::Hex => continue,
        };
        if user.is_placeholder() {
            continue;
        }
        let Some(at) = user.raw().iter().rposition(|byte| *byte == b'@') else { continue };
        let start = user.span().start + 1 + at as u32;
        cx.report(user.span(), "user and host are in one pair of quotes: all of it is the user")
            .label("from any host")
            .help("quote the user and the host, with the @ between them")
            .unsafe_fix(vec![(Span::new(start, start + 1), format!("{quote}@{quote}"))]);
    }
}
