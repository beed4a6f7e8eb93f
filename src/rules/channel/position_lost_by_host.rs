use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A new host or port makes the channel forget its position.
    ///
    /// ## What the server does
    ///
    /// Where a statement names the host or the port, but no coordinates, and the channel does not use GTIDs, it goes back to the first
    /// binary log of the source: also if the host is the one that it had. Only reported where an earlier statement gave the coordinates
    /// that get lost.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_LOG_FILE = 'binlog.000003', SOURCE_LOG_POS = 1234;
    /// CHANGE REPLICATION SOURCE TO SOURCE_PORT = 3307;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_PORT = 3307, SOURCE_LOG_FILE = 'binlog.000003', SOURCE_LOG_POS = 1234;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    PositionLostByHost {
        name: "position-lost-by-host", area: Channel, severity: Warning, group: Default, since: "0.1.0",
        change: check, options: [LogFile]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let (statement, after) = (change.statement, change.after);
    let Some(file) = change.before.and_then(|before| before.setting(Name::LogFile)) else { return };
    let uses_gtid =
        !after.switch(Name::AutoPosition).on.is_empty() || super::coordinates_with_gtid::names_gtid(statement);
    if after.setting(Name::LogFile).is_some() || uses_gtid {
        return;
    }
    let Some(option) = statement.last(Name::Host).or(statement.last(Name::Port)) else { return };
    cx.report(option.span, format!("{} without coordinates: the channel forgets its position", option.word()))
        .label("back to the first binary log")
        .also(file, "this is lost")
        .help("repeat the coordinates in this statement");
}
