use crate::ast::ChannelValue;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// The port is above 65535.
    ///
    /// ## What the server does
    ///
    /// It stores any number, and the replica never connects; MySQL 9.7 refuses one that does not fit its table (error 1742).
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_PORT = 70000, SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_PORT = 3306, SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers: 70000 is stored.
    PortOutOfRange {
        name: "port-out-of-range", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, parts: [LargeNumber]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let Some(option) = change.statement.last(Name::Port) else { return };
    let ChannelValue::Number(number) = &option.value else { return };
    if number.integer().is_some_and(|port| port > u64::from(u16::MAX)) {
        cx.report(number.span(), "no port is above 65535").label("stored, and never reached");
    }
}
