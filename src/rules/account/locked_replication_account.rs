use crate::model::{Denial, Denied, Login};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A channel's account is locked.
    ///
    /// ## What the server does
    ///
    /// The source lets nobody in: error 3118 on MySQL, 4151 on MariaDB, "Account is locked". A replica that is connected stays so until its next
    /// connection.
    ///
    /// Reported where the scripts hold one account of the channel's user.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL ACCOUNT LOCK;
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL ACCOUNT LOCK;
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_SSL = 1;
    /// ALTER USER 'repl'@'%.example.com' ACCOUNT UNLOCK;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MariaDB 11.8.9 and 10.11.19 servers.
    LockedReplicationAccount {
        name: "locked-replication-account", area: Account, severity: Error, group: Default, since: "0.1.0", denied: check
    }
}

fn check(login: &Login<'_>, denied: &Denied, cx: &mut Context<'_>) {
    let (Denial::Locked, [locked, ..]) = (denied.denial, &denied.places[..]) else { return };
    let Some(user) = login.channel.setting(Name::User) else { return };
    cx.report(locked, "the account of a channel is locked: the source lets no replica in")
        .on(denied.servers)
        .label("locked")
        .also(user, "this channel uses it")
        .help("write `ACCOUNT UNLOCK`");
}
