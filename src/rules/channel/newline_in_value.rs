use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::Behaviour;

declare_rule! {
    /// The value of an option has a line feed in it.
    ///
    /// ## What the server does
    ///
    /// MySQL 5.6.5 refuses it with error 1525. Older servers and MariaDB write it to master.info, which has one value a line: after a
    /// restart the rest is read as the values that follow.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_SSL_CA = '/etc/mysql/
    ///   ca.pem';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_SSL_CA = '/etc/mysql/ca.pem';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 5.6.24, MySQL 9.7.4 and MariaDB 10.11.19 servers.
    NewlineInValue {
        name: "newline-in-value", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, parts: [OddValue]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let refusing = Behaviour::RefusesNewlines.servers();
    let label = if cx.servers().is_subset(refusing) {
        "error 1525"
    } else if cx.servers().intersects(refusing) {
        "error 1525, or a broken master.info"
    } else {
        "breaks master.info"
    };
    for text in change.statement.options.iter().filter_map(|option| option.broken_line()) {
        cx.report(text.span(), "a value cannot go on over the end of a line").label(label);
    }
}
