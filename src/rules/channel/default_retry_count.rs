use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, ChannelOptionName as Name};

declare_rule! {
    /// A channel keeps to the default number of attempts, which MySQL 8.4 lowers to ten.
    ///
    /// ## What the server does
    ///
    /// Its receiver gives up after SOURCE_RETRY_COUNT attempts. The default was 86400, a matter of months; since MySQL 8.4 it is 10, ten
    /// minutes with SOURCE_CONNECT_RETRY = 60. A source that is away for longer leaves the replica stopped.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, SOURCE_RETRY_COUNT = 86400;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 8.4 Reference Manual, CHANGE REPLICATION SOURCE TO Statement.
    DefaultRetryCount {
        name: "default-retry-count", area: Channel, severity: Advice, group: Strict, since: "0.1.0",
        channel: check, options: [Host]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let servers = Behaviour::TenRetries.servers();
    let Some(host) = channel.setting(Name::Host).filter(|_| channel.is_complete()) else { return };
    if channel.setting(Name::RetryCount).is_none() && servers.intersects(cx.servers()) {
        let word = channel.word(Name::RetryCount);
        cx.report(host, format!("without {word} the channel gives up after ten attempts"))
            .on(servers)
            .help(format!("add `{word} = 86400`, the default of older servers, or what you want to wait"));
    }
}
