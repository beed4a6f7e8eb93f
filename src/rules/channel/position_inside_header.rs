use crate::ast::ChannelValue;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A position lies in the header of a binary log.
    ///
    /// ## What the server does
    ///
    /// It takes anything below 4 as 4: the first four bytes of a file are its header.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_LOG_FILE = 'binlog.000003', SOURCE_LOG_POS = 0;
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
    /// MySQL 9.7.4 and 5.6.24 servers.
    PositionInsideHeader {
        name: "position-inside-header", area: Channel, severity: Advice, group: Strict, since: "0.1.0",
        change: check, options: [LogPos, RelayLogPos]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    for option in &change.statement.options {
        let ChannelValue::Number(number) = &option.value else { continue };
        if matches!(option.name, Name::LogPos | Name::RelayLogPos) && number.integer().is_some_and(|at| at < 4) {
            cx.report(number.span(), "no event begins before position 4")
                .label("taken as 4")
                .safe_fix(vec![(number.span(), "4".to_owned())]);
        }
    }
}
