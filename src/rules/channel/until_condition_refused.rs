use crate::ast::{ChannelValue, ReplicationStatement, StartReplica, UntilKind};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// UNTIL names a place that the server cannot stop at.
    ///
    /// ## What the server does
    ///
    /// It refuses START REPLICA with error 1277 for a file without a position or a position without a file, for places of two kinds, and for a
    /// file that does not end in a dot and a number.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// START REPLICA UNTIL SOURCE_LOG_FILE = 'binlog.000003';
    /// ```
    ///
    /// ```sql
    /// START REPLICA UNTIL SOURCE_LOG_FILE = 'binlog.000003', RELAY_LOG_POS = 4;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// START REPLICA UNTIL SOURCE_LOG_FILE = 'binlog.000003', SOURCE_LOG_POS = 4;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    UntilConditionRefused {
        name: "until-condition-refused", area: Channel, severity: Error, group: Default, since: "0.1.0",
        replication: check, parts: [Until]
    }
}

fn check(statement: &ReplicationStatement<'_>, cx: &mut Context<'_>) {
    let ReplicationStatement::Start(start) = statement else { return };
    let (Some(first), Some(last)) = (start.until.first(), start.until.last()) else { return };
    if let Some(message) = fault(start) {
        cx.report(first.span.to(last.span), message).label("error 1277");
    }
}

/// What is wrong with the conditions.
fn fault(start: &StartReplica<'_>) -> Option<&'static str> {
    use UntilKind::{RelayLogFile, RelayLogPos, SourceLogFile, SourceLogPos};
    let has = |kind: UntilKind| start.until.iter().any(|condition| condition.kind == kind);
    let (source, relay) = (has(SourceLogFile) || has(SourceLogPos), has(RelayLogFile) || has(RelayLogPos));
    let is_other = |kind: UntilKind| !matches!(kind, SourceLogFile | SourceLogPos | RelayLogFile | RelayLogPos);
    let is_gtid = start.until.iter().any(|condition| {
        is_other(condition.kind) && !matches!(condition.kind, UntilKind::UseGtid | UntilKind::DemoteToReplica)
    });
    let is_no_file = start.until.iter().filter(|condition| matches!(condition.kind, SourceLogFile | RelayLogFile)).any(
        |condition| {
            let Some(ChannelValue::Text(file)) = &condition.value else { return false };
            file.value().is_some_and(|file| !ends_in_number(&file))
        },
    );
    if (source && relay) || (is_gtid && (source || relay)) {
        Some("UNTIL names places of two kinds")
    } else if !source && !relay && !is_gtid {
        Some("UNTIL names no place")
    } else if has(SourceLogFile) != has(SourceLogPos) || has(RelayLogFile) != has(RelayLogPos) {
        Some("UNTIL needs both a file and a position")
    } else if is_no_file {
        Some("the file of UNTIL does not end in a dot and a number")
    } else {
        None
    }
}

fn ends_in_number(file: &str) -> bool {
    let number = file.rsplit_once('.').map_or("", |(_, number)| number);
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}
