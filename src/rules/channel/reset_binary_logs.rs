use crate::ast::{ReplicationStatement, ResetWhat};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A script deletes all binary logs and the GTIDs of the server.
    ///
    /// ## What the server does
    ///
    /// It deletes every binary log and empties gtid_executed. Replicas of this server stop, nothing before can be restored to a point in
    /// time, and if it is a replica itself it forgets what it has applied. Right on an instance that was made a minute ago, and only there.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// RESET BINARY LOGS AND GTIDS;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// FLUSH BINARY LOGS;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, RESET BINARY LOGS AND GTIDS Statement.
    ResetBinaryLogs {
        name: "reset-binary-logs", area: Channel, severity: Warning, group: Strict, since: "0.1.0",
        replication: check, parts: [Reset]
    }
}

fn check(statement: &ReplicationStatement<'_>, cx: &mut Context<'_>) {
    let ReplicationStatement::Reset(reset) = statement else { return };
    for item in reset.items.iter().filter(|item| matches!(item.what, ResetWhat::BinaryLogs { .. })) {
        cx.report(item.span, "all binary logs and GTIDs of the server are deleted")
            .help("to remove old files: PURGE BINARY LOGS; to start a new one: FLUSH BINARY LOGS");
    }
}
