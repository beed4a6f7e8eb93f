use crate::ast::ChannelValue;
use crate::rules::{ChannelChange, Context, declare_rule};

declare_rule! {
    /// The value of an option has a NUL byte in it.
    ///
    /// ## What the server does
    ///
    /// It keeps what stands before it, and says nothing.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl\0east';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    NulInValue {
        name: "nul-in-value", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, parts: [OddValue]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    for option in &change.statement.options {
        let text = match &option.value {
            ChannelValue::Text(text) => text,
            ChannelValue::Secret(secret) => secret.expose(),
            _ => continue,
        };
        if text.value().is_some_and(|value| value.contains('\0')) {
            cx.report(text.span(), format!("{} ends at the NUL byte", option.word())).label("the rest is cut off");
        }
    }
}
