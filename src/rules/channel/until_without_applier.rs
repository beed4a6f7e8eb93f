use crate::ast::{ReplicaThread, ReplicationStatement};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// UNTIL stands in a START REPLICA that does not start the applier.
    ///
    /// ## What the server does
    ///
    /// It ignores UNTIL (note 1279): only the applier stops at a place. The receiver goes on reading.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// START REPLICA IO_THREAD UNTIL SOURCE_LOG_FILE = 'binlog.000003', SOURCE_LOG_POS = 4;
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
    UntilWithoutApplier {
        name: "until-without-applier", area: Channel, severity: Warning, group: Default, since: "0.1.0",
        replication: check, parts: [Until]
    }
}

fn check(statement: &ReplicationStatement<'_>, cx: &mut Context<'_>) {
    let ReplicationStatement::Start(start) = statement else { return };
    let (Some(first), Some(last)) = (start.until.first(), start.until.last()) else { return };
    let threads = &start.threads;
    if !threads.is_empty() && threads.iter().all(|thread| thread.thread == ReplicaThread::Receiver) {
        cx.report(first.span.to(last.span), "UNTIL is ignored: the applier is not started").label("no effect");
    }
}
