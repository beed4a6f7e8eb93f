use crate::model::COORDINATES;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// Coordinates are given to a channel that finds its own position.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1776: SOURCE_AUTO_POSITION = 1 does not go with SOURCE_LOG_FILE, SOURCE_LOG_POS, RELAY_LOG_FILE
    /// or RELAY_LOG_POS. The switch is kept from statement to statement, so it also counts if an earlier one turned it on.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_AUTO_POSITION = 1, SOURCE_LOG_FILE = 'binlog.000003', SOURCE_LOG_POS = 4;
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_AUTO_POSITION = 1;
    /// CHANGE REPLICATION SOURCE TO SOURCE_LOG_FILE = 'binlog.000003', SOURCE_LOG_POS = 4;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_AUTO_POSITION = 1;
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_AUTO_POSITION = 0, SOURCE_LOG_FILE = 'binlog.000003', SOURCE_LOG_POS = 4;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 5.6.24 and 9.7.4 servers.
    AutoPositionWithCoordinates {
        name: "auto-position-with-coordinates", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, options: [LogFile, LogPos, RelayLogFile, RelayLogPos]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let automatic = change.after.switch(Name::AutoPosition);
    let statement = change.statement;
    let mut coordinates = statement.options.iter().filter(|option| COORDINATES.contains(&option.name));
    let (Some(first), Some(setting)) = (coordinates.next(), automatic.setting) else { return };
    if automatic.on.is_empty() {
        return;
    }
    let switch = statement.spelling.word_of(Name::AutoPosition);
    let is_here = statement.last(Name::AutoPosition).is_some();
    let finding = cx.report(first.span, format!("{} does not go with {switch} = 1", first.word()));
    finding.on(automatic.on).label("error 1776");
    for option in coordinates {
        finding.also(option.span, "nor does this");
    }
    finding.also(setting, "it is on since here");
    if is_here {
        let gone = statement.without(|option| COORDINATES.contains(&option.name));
        finding.help("leave the coordinates out");
        finding.unsafe_fix(gone.into_iter().map(|span| (span, String::new())).collect());
    } else {
        finding.help(format!("leave the coordinates out, or add `{switch} = 0`"));
    }
}
