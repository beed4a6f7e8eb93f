use crate::model::{Denial, Denied, Login};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// The channel's password is not the one that its account is given.
    ///
    /// ## What the server does
    ///
    /// The source answers with error 1045, "Access denied"; the replica tries again for as long as it is told to, and never gets in.
    ///
    /// Reported where the scripts hold one account of the channel's user, and both passwords in clear. Neither is shown.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY 'walnut-drawer-3' REQUIRE SSL;
    /// CHANGE REPLICATION SOURCE TO
    ///   SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_PASSWORD = 'walnut-drawer-2', SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY 'walnut-drawer-3' REQUIRE SSL;
    /// CHANGE REPLICATION SOURCE TO
    ///   SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_PASSWORD = 'walnut-drawer-3', SOURCE_SSL = 1;
    /// ```
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL;
    /// CHANGE REPLICATION SOURCE TO
    ///   SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_PASSWORD = '${REPLICATION_PASSWORD}', SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    WrongReplicationPassword {
        name: "wrong-replication-password", area: Account, severity: Error, group: Default, since: "0.1.0", denied: check
    }
}

fn check(_: &Login<'_>, denied: &Denied, cx: &mut Context<'_>) {
    let (Denial::Password, [given, wanted, ..]) = (denied.denial, &denied.places[..]) else { return };
    cx.report(given, "the password of the channel is not that of its account: access is denied")
        .on(denied.servers)
        .label("another password")
        .also(wanted, "than the account has")
        .help("give both the same one");
}
