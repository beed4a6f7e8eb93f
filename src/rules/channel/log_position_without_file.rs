use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A position in the binary log is given, but no file.
    ///
    /// ## What the server does
    ///
    /// It takes the file that the channel has, whichever that is by now. On a new channel it has none, and the source sends its first file
    /// from this position on. Not reported: a file that an earlier statement named.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_LOG_POS = 1234;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_LOG_FILE = 'binlog.000003', SOURCE_LOG_POS = 1234;
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, SOURCE_LOG_POS = 4;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and 5.6.24 servers.
    LogPositionWithoutFile {
        name: "log-position-without-file", area: Channel, severity: Warning, group: Default, since: "0.1.0",
        change: check, options: [LogPos]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let (statement, after) = (change.statement, change.after);
    let Some(position) = statement.last(Name::LogPos) else { return };
    let is_start = after.setting(Name::LogPos).and_then(|it| it.integer()).is_none_or(|at| at <= 4);
    let begins = change.before.is_none() && statement.last(Name::Host).is_some() && is_start;
    let is_automatic =
        !after.switch(Name::AutoPosition).on.is_empty() || super::coordinates_with_gtid::names_gtid(statement);
    if after.setting(Name::LogFile).is_some() || begins || is_automatic {
        return;
    }
    let file = statement.spelling.word_of(Name::LogFile);
    cx.report(position.span, format!("{} without {file}: which file is meant is left to the channel", position.word()))
        .label("in the file that the channel has by now")
        .help(format!("add `{file}`"));
}
