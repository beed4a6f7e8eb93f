use crate::model::{Denial, Denied, Login};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// The password of a channel's account has expired.
    ///
    /// ## What the server does
    ///
    /// A replica cannot give itself a new password: MySQL answers with error 1862, MariaDB with 1820.
    ///
    /// Reported where the scripts hold one account of the channel's user, and expire its password last.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL PASSWORD EXPIRE;
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL PASSWORD EXPIRE NEVER;
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    ExpiredReplicationAccount {
        name: "expired-replication-account", area: Account, severity: Error, group: Default, since: "0.1.0", denied: check
    }
}

fn check(login: &Login<'_>, denied: &Denied, cx: &mut Context<'_>) {
    let (Denial::Expired, [expired, ..]) = (denied.denial, &denied.places[..]) else { return };
    let Some(user) = login.channel.setting(Name::User) else { return };
    cx.report(expired, "the password of a channel's account has expired: the source lets no replica in")
        .on(denied.servers)
        .label("expired")
        .also(user, "this channel uses it")
        .help("write `PASSWORD EXPIRE NEVER`, or give the account a new password");
}
