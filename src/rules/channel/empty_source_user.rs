use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A channel is to connect with an empty user name.
    ///
    /// ## What the server does
    ///
    /// It accepts the statement; its receiver stops with error 13117 (1593 before MySQL 8.0 and on MariaDB) as soon as it is started. Not
    /// reported: a channel that START REPLICA gives a user.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, SOURCE_USER = '';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, SOURCE_USER = '';
    /// START REPLICA USER = 'repl' PASSWORD = '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers.
    EmptySourceUser {
        name: "empty-source-user", area: Channel, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [User]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(user) = channel.setting(Name::User) else { return };
    if !channel.has_start_credentials() && user.text().is_some_and(|text| text.is_empty()) {
        cx.report(user, "the user name is empty: the channel cannot connect")
            .label("the receiver stops with error 13117 or 1593")
            .help("name the replication account, here or at START REPLICA");
    }
}
