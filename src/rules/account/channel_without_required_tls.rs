use crate::model::{Denial, Denied, Login};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// The channel's account requires TLS, and the channel does not use it.
    ///
    /// ## What the server does
    ///
    /// The source answers with error 1045, "Access denied", as if the password were wrong. The replica tries again for as long as it is told to.
    ///
    /// Reported where the scripts hold one account of the channel's user.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL;
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_PASSWORD = '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL;
    /// CHANGE REPLICATION SOURCE TO
    ///   SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_PASSWORD = '${REPLICATION_PASSWORD}', SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 5.6.24 and MariaDB 10.11.19 servers; MySQL Reference Manual, Setting Up Replication to Use Encrypted Connections.
    ChannelWithoutRequiredTls {
        name: "channel-without-required-tls", area: Account, severity: Error, group: Default, since: "0.1.0", denied: check
    }
}

fn check(login: &Login<'_>, denied: &Denied, cx: &mut Context<'_>) {
    let (Denial::Tls, [require, ..]) = (denied.denial, &denied.places[..]) else { return };
    let channel = login.channel;
    let Some(setting) = channel.switch(Name::Ssl).setting.or_else(|| channel.setting(Name::User)) else { return };
    let finding = cx
        .report(setting, format!("the account requires TLS, and the channel does not use it: error {}", denied.errno));
    finding.on(denied.servers).label("without TLS").also(require, "required here");
    finding.help(format!("write `{} = 1`", channel.word(Name::Ssl)));
    finding.instead_of(&["clear-text-channel", "tls-options-without-ssl", "sha2-without-key-exchange"]);
}
