use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::{Behaviour, ChannelOptionName as Name};

declare_rule! {
    /// Two connections of MariaDB go to one host and port.
    ///
    /// ## What the server does
    ///
    /// It refuses the second one with error 1934. MySQL lets two channels have one source.
    ///
    /// ## Target
    ///
    /// mariadb-10.11
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE MASTER 'east' TO MASTER_HOST = 'db1', MASTER_SSL = 1;
    /// CHANGE MASTER 'west' TO MASTER_HOST = 'db1', MASTER_SSL = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER 'east' TO MASTER_HOST = 'db1', MASTER_SSL = 1;
    /// CHANGE MASTER 'west' TO MASTER_HOST = 'db2', MASTER_SSL = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MariaDB 10.11.19 server.
    TwoConnectionsToOneSource {
        name: "two-connections-to-one-source", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, options: [Host, Port]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let (statement, after) = (change.statement, change.after);
    let Some(option) = statement.last(Name::Host).or(statement.last(Name::Port)) else { return };
    let servers = Behaviour::OneConnectionASource.servers();
    if !servers.intersects(cx.servers()) {
        return;
    }
    let Some(source) = after.source() else { return };
    let twin = cx.run().channels_to(&source).find(|channel| !channel.name().eq_ignore_ascii_case(after.name()));
    let Some(place) = twin.and_then(|channel| channel.setting(Name::Host)).map(|host| host.place.clone()) else {
        return;
    };
    cx.report(option.span, "another connection has this host and port")
        .on(servers)
        .label("error 1934")
        .also(&place, "the other one");
}
