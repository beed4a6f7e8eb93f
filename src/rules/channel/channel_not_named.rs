use crate::ast::ReplicationStatement;
use crate::rules::{Context, declare_rule};
use crate::server::Behaviour;
use crate::source::Span;

declare_rule! {
    /// A statement names no channel, though there is one with a name.
    ///
    /// ## What the server does
    ///
    /// Once a channel was created with FOR CHANNEL, MySQL refuses CHANGE REPLICATION SOURCE TO and START REPLICA UNTIL without it: error
    /// 3079. The channel without a name is `FOR CHANNEL ''`.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl' FOR CHANNEL 'east';
    /// CHANGE REPLICATION SOURCE TO SOURCE_DELAY = 60;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl' FOR CHANNEL 'east';
    /// CHANGE REPLICATION SOURCE TO SOURCE_DELAY = 60 FOR CHANNEL 'east';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    ChannelNotNamed {
        name: "channel-not-named", area: Channel, severity: Error, group: Default, since: "0.1.0",
        replication: check, parts: [UnnamedChannel]
    }
}

fn check(statement: &ReplicationStatement<'_>, cx: &mut Context<'_>) {
    let (span, name) = match statement {
        ReplicationStatement::ChangeSource(it) => (it.span, it.channel_name()),
        ReplicationStatement::Start(it) if !it.until.is_empty() => (it.span, it.channel.as_ref()),
        _ => return,
    };
    let servers = Behaviour::ChannelMustBeNamed.servers();
    if name.is_some() || !servers.intersects(cx.servers()) {
        return;
    }
    let named = cx.run().channels().filter(|channel| !super::reserved_channel::is_reserved(channel.name()));
    let mut named = named.filter(|channel| !channel.name().is_empty());
    let Some(place) = named.find_map(|channel| channel.last_change().cloned()) else { return };
    let first = Span::new(span.start, span.start + 6.min(span.end - span.start));
    cx.report(first, "no channel is named, and there is one with a name")
        .on(servers)
        .label("error 3079")
        .also(&place, "this one")
        .help("end the statement with FOR CHANNEL; the channel without a name is ''");
}
