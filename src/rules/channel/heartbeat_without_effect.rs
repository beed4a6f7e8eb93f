use crate::ast::ChannelValue;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::{Behaviour, ChannelOptionName as Name, ServerSet};

declare_rule! {
    /// Heartbeats are to come too rarely, or so often that they are turned off.
    ///
    /// ## What the server does
    ///
    /// A period below a millisecond becomes 0, which turns heartbeats off (warning 1703). With one above replica_net_timeout
    /// (slave_net_timeout) a source that has nothing to send looks dead: the replica connects again and again (warning 1704). The timeout
    /// is 60 seconds unless it was set, 3600 before MySQL 5.7.7 and MariaDB 10.2.4. Not reported: 0.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HEARTBEAT_PERIOD = 0.0005;
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HEARTBEAT_PERIOD = 300;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HEARTBEAT_PERIOD = 10;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    HeartbeatWithoutEffect {
        name: "heartbeat-without-effect", area: Channel, severity: Warning, group: Default, since: "0.1.0",
        change: check, options: [HeartbeatPeriod]
    }
}

/// The seconds after which a source without news is given up, where it is not a minute.
const HOUR: f64 = 3600.0;

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let Some(option) = change.statement.last(Name::HeartbeatPeriod) else { return };
    let ChannelValue::Number(number) = &option.value else { return };
    let Some(seconds) = number.decimal() else { return };
    let is_refused = option.name.limits().any(|limit| seconds > limit.most as f64);
    let servers = if seconds > HOUR { ServerSet::ALL } else { Behaviour::MinuteWithoutNews.servers() };
    if seconds > 0.0 && seconds < 0.001 {
        cx.report(number.span(), "a heartbeat period below a millisecond turns heartbeats off").label("becomes 0");
    } else if seconds > 60.0 && !is_refused && servers.intersects(cx.servers()) {
        cx.report(number.span(), "heartbeats come too late: an idle source is given up before")
            .on(servers)
            .label("longer than the default of replica_net_timeout (slave_net_timeout)")
            .help("at most half of the timeout");
    }
}
