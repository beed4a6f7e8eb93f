use crate::ast::{ReplicationStatement, ResetWhat};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// RESET names two channels, and only the last is reset.
    ///
    /// ## What the server does
    ///
    /// It keeps one channel and one ALL for the whole statement: those of the last REPLICA (SLAVE) of the list count, the ones before have
    /// no effect.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// RESET REPLICA ALL FOR CHANNEL 'east', REPLICA ALL FOR CHANNEL 'west';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// RESET REPLICA ALL FOR CHANNEL 'east';
    /// RESET REPLICA ALL FOR CHANNEL 'west';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers.
    TwoReplicasInOneReset {
        name: "two-replicas-in-one-reset", area: Channel, severity: Error, group: Default, since: "0.1.0",
        replication: check, parts: [Reset]
    }
}

fn check(statement: &ReplicationStatement<'_>, cx: &mut Context<'_>) {
    let ReplicationStatement::Reset(reset) = statement else { return };
    let replicas = reset.items.iter().filter(|item| matches!(item.what, ResetWhat::Replica { .. }));
    let [before @ .., last] = &replicas.collect::<Vec<_>>()[..] else { return };
    for item in before {
        cx.report(item.span, "only the last channel of a RESET is reset")
            .label("no effect")
            .also(last.span, "this one is reset")
            .help("write a RESET for each");
    }
}
