use crate::ast::{AccountName, Quote, Statement};
use crate::rules::mention;
use crate::rules::{Context, declare_rule};
use crate::source::Span;

declare_rule! {
    /// A blank stands before or behind a user or a host.
    ///
    /// ## What the server does
    ///
    /// It takes them off: `' repl'` is `repl`. MySQL 9.x warns of it (6524). Whoever looks for the account by what the file says finds none.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER ' repl'@'%' IDENTIFIED BY '${REPLICATION_PASSWORD}';
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
    BlankAroundName {
        name: "blank-around-name", area: Account, severity: Warning, group: Default, since: "0.1.0",
        accounts: check, parts: [OddName]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    for (_, account) in mention::accounts(statement) {
        let AccountName::Named { user, host } = &account.name else { continue };
        for name in std::iter::once(user).chain(host) {
            let raw = name.raw();
            if name.is_placeholder() || name.quote() == Quote::None || raw.trim_ascii().len() == raw.len() {
                continue;
            }
            let start = name.span().start + 1;
            let before = (raw.len() - raw.trim_ascii_start().len()) as u32;
            let behind = (raw.len() - raw.trim_ascii_end().len()) as u32;
            let end = start + raw.len() as u32;
            let edits = if raw.trim_ascii().is_empty() {
                vec![(Span::new(start, end), String::new())]
            } else {
                let both = [Span::new(start, start + before), Span::new(end - behind, end)];
                both.into_iter().filter(|span| span.start < span.end).map(|span| (span, String::new())).collect()
            };
            cx.report(name.span(), "the blanks around a name are taken off").help("leave them out").safe_fix(edits);
        }
    }
}
