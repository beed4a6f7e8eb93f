use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A binary log file is named, but no position in it.
    ///
    /// ## What the server does
    ///
    /// It keeps the old position, which belongs to another file: replication goes on in the middle of an event, or skips what stands
    /// before. MySQL 5.7 warns (3023), older servers and MariaDB do not. On a channel that never had a position it is 4, the beginning of
    /// the file.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_LOG_FILE = 'binlog.000003';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_LOG_FILE = 'binlog.000003', SOURCE_LOG_POS = 4;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and 5.6.24 servers: the position stays.
    LogFileWithoutPosition {
        name: "log-file-without-position", area: Channel, severity: Warning, group: Default, since: "0.1.0",
        change: check, options: [LogFile]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let statement = change.statement;
    let (Some(file), None) = (statement.last(Name::LogFile), statement.last(Name::LogPos)) else { return };
    if !change.after.switch(Name::AutoPosition).on.is_empty() || super::coordinates_with_gtid::names_gtid(statement) {
        return;
    }
    let position = statement.spelling.word_of(Name::LogPos);
    cx.report(
        file.span,
        format!("{} without {position}: the position stays what it was, 4 on a new channel", file.word()),
    )
    .label("another file")
    .help(format!("add `{position} = 4` for the beginning of the file"));
}
