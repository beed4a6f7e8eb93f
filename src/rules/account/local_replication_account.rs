use crate::model::Topology;
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A channel's account is for the source's own machine only.
    ///
    /// ## What the server does
    ///
    /// `'repl'@'localhost'` takes connections from the machine that the server runs on. A replica elsewhere gets error 1045, "Access denied", with its
    /// own name behind the `@`.
    ///
    /// Reported where the scripts hold one account of the channel's user, with REPLICATION SLAVE, and the channel's host is another machine.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'localhost' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL;
    /// GRANT REPLICATION SLAVE ON *.* TO 'repl'@'localhost';
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL;
    /// GRANT REPLICATION SLAVE ON *.* TO 'repl'@'%.example.com';
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_SSL = 1;
    /// ```
    ///
    /// ```sql
    /// CREATE USER 'repl'@'localhost' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL;
    /// GRANT REPLICATION SLAVE ON *.* TO 'repl'@'localhost';
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = '127.0.0.1', SOURCE_PORT = 3307, SOURCE_USER = 'repl', SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; MySQL Reference Manual, Specifying Account Names.
    LocalReplicationAccount {
        name: "local-replication-account", area: Account, severity: Warning, group: Default, since: "0.1.0", run: check
    }
}

fn check(topology: &Topology, cx: &mut Context<'_>) {
    for login in topology.logins().into_iter().filter(|login| login.is_only) {
        let (account, channel) = (login.account, login.channel);
        let Some(grant) = account.replication_grant() else { continue };
        let (Some(user), Some(host)) = (channel.setting(Name::User), channel.value(Name::Host).given()) else {
            continue;
        };
        if !account.key().is_local() || channel.is_local() || host.text().is_none_or(|host| host.is_empty()) {
            continue;
        }
        cx.report(
            user,
            "the account of the channel is for the source's own machine, and the channel connects from another",
        )
        .label("error 1045")
        .also(account.named(), "only from the machine itself")
        .also(&grant.place, "for replication")
        .also(host, "another machine")
        .help("create the account for the replica's host");
    }
}
