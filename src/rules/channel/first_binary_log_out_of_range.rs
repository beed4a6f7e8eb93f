use crate::ast::{ReplicationStatement, ResetWhat};
use crate::rules::{Context, declare_rule};
use crate::server::Behaviour;

declare_rule! {
    /// RESET … TO gives a number that a binary log cannot have.
    ///
    /// ## What the server does
    ///
    /// MySQL refuses 0 and anything above 2000000000 with error 3567.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// RESET BINARY LOGS AND GTIDS TO 0;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// RESET BINARY LOGS AND GTIDS TO 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    FirstBinaryLogOutOfRange {
        name: "first-binary-log-out-of-range", area: Channel, severity: Error, group: Default, since: "0.1.0",
        replication: check, parts: [Reset]
    }
}

fn check(statement: &ReplicationStatement<'_>, cx: &mut Context<'_>) {
    let ReplicationStatement::Reset(reset) = statement else { return };
    let servers = Behaviour::FirstLogFromOne.servers();
    for item in &reset.items {
        let ResetWhat::BinaryLogs { to: Some(number), .. } = &item.what else { continue };
        let is_outside = number.integer().is_some_and(|number| !(1..=2_000_000_000).contains(&number));
        if is_outside && servers.intersects(cx.servers()) {
            cx.report(number.span(), "binary logs are numbered from 1 to 2000000000").on(servers).label("error 3567");
        }
    }
}
