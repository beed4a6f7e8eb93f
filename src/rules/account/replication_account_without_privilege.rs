use crate::model::{Denial, Denied, Login};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A channel's account has no REPLICATION SLAVE.
    ///
    /// ## What the server does
    ///
    /// The replica logs in and stops: error 13120 on MySQL 8.0 and later, 1597 before and on MariaDB.
    ///
    /// Reported where the scripts hold one account of the channel's user, create it, and give it neither the privilege nor a role; or take the
    /// privilege away.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL;
    /// GRANT REPLICATION CLIENT ON *.* TO 'repl'@'%.example.com';
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_SSL = 1;
    /// ```
    ///
    /// ```sql
    /// REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'repl'@'%.example.com';
    /// GRANT REPLICATION SLAVE ON *.* TO 'repl'@'%.example.com';
    /// REVOKE REPLICATION SLAVE ON *.* FROM 'repl'@'%.example.com';
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
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers; MySQL Reference Manual, Creating a User for Replication.
    ReplicationAccountWithoutPrivilege {
        name: "replication-account-without-privilege", area: Account, severity: Warning, group: Default, since: "0.1.0", denied: check
    }
}

fn check(login: &Login<'_>, denied: &Denied, cx: &mut Context<'_>) {
    let label = match denied.denial {
        Denial::Privilege => "it is given nowhere",
        Denial::Revoked => "taken away here",
        _ => return,
    };
    let ([place, ..], Some(user)) = (&denied.places[..], login.channel.setting(Name::User)) else { return };
    cx.report(place, format!("the account of a channel has no REPLICATION SLAVE: error {}", denied.errno))
        .on(denied.servers)
        .label(label)
        .also(user, "this channel uses it")
        .help("write `GRANT REPLICATION SLAVE ON *.*` for the account");
}
