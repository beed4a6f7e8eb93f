use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::{Flavor, ServerSet};

declare_rule! {
    /// The name of a channel is one that the server does not take.
    ///
    /// ## What the server does
    ///
    /// MySQL refuses more than 64 characters and a space at the end: error 3076. MariaDB refuses 192 bytes and more, and a name in both
    /// places, before TO and behind FOR CHANNEL: error 1210.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl' FOR CHANNEL 'east ';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl' FOR CHANNEL 'east';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers.
    ChannelNameRefused {
        name: "channel-name-refused", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, parts: [OddChannelName]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let statement = change.statement;
    let Some(name) = statement.channel_name() else { return };
    let Some(value) = name.value() else { return };
    let (mysql, mariadb) = (ServerSet::of_flavor(Flavor::MySql), ServerSet::of_flavor(Flavor::MariaDb));
    let mut report = |servers: ServerSet, message: &str, errno: u16| {
        if servers.intersects(cx.servers()) {
            cx.report(name.span(), message).on(servers).label(format!("error {errno}"));
        }
    };
    if let (Some(_), Some(_)) = (&statement.connection, &statement.channel) {
        report(mariadb, "the channel is named twice: before TO and behind FOR CHANNEL", 1210);
    }
    if value.chars().count() > 64 {
        report(mysql, "the name of a channel has at most 64 characters", 3076);
    }
    if value.len() >= 192 {
        report(mariadb, "the name of a connection has less than 192 bytes", 1210);
    }
    if value.ends_with(' ') {
        report(mysql, "the name of a channel cannot end with a space", 3076);
    }
}
