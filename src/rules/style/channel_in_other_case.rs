use crate::ast::ReplicationStatement;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A channel is written in two letter cases.
    ///
    /// ## What the server does
    ///
    /// It compares the names without letter case: both are one channel. A reader, and a tool that compares byte for byte, sees two.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl' FOR CHANNEL 'East';
    /// START REPLICA FOR CHANNEL 'east';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl' FOR CHANNEL 'east';
    /// START REPLICA FOR CHANNEL 'east';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers.
    ChannelInOtherCase { name: "channel-in-other-case", area: Style, severity: Advice, group: Default, since: "0.1.0", replication: check }
}

fn check(statement: &ReplicationStatement<'_>, cx: &mut Context<'_>) {
    let name = match statement {
        ReplicationStatement::ChangeSource(it) => it.channel_name(),
        ReplicationStatement::Start(it) => it.connection.as_ref().or(it.channel.as_ref()),
        ReplicationStatement::Stop(it) => it.connection.as_ref().or(it.channel.as_ref()),
        _ => return,
    };
    let Some((name, value)) = name.and_then(|name| Some((name, name.value()?))) else { return };
    let Some(known) = cx.run().channel(&value).filter(|channel| channel.name() != value) else { return };
    if let Some(place) = known.last_change().cloned() {
        cx.report(name.span(), "the channel was written in another letter case").also(&place, "in this statement");
    }
}
