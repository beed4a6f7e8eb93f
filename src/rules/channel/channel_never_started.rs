use crate::model::{Beginning, Channel, Thread};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A channel is set up and not started.
    ///
    /// ## What the server does
    ///
    /// It replicates when it is started, by START REPLICA or when the server starts without skip_replica_start (skip_slave_start).
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, SOURCE_AUTO_POSITION = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, SOURCE_AUTO_POSITION = 1;
    /// START REPLICA;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Setting Up Replication to Use Encrypted Connections: "After the source information has been updated, start
    /// the replication process".
    ChannelNeverStarted {
        name: "channel-never-started", area: Channel, severity: Advice, group: Strict, since: "0.1.0",
        channel: check, options: [Host]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let (Beginning::Host(_), Some(host)) = (channel.beginning(), channel.setting(Name::Host)) else { return };
    if !matches!(channel.receiver(), Thread::Running(_)) {
        cx.report(host, "the channel is set up and not started").help("end with START REPLICA (START SLAVE)");
    }
}
