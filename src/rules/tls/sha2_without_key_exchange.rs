use crate::model::{Account, Channel, Known, Setting};
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, ChannelOptionName as Name, ServerSet};

declare_rule! {
    /// The account's password goes over TLS or by public key only, and the channel has neither.
    ///
    /// ## What the server does
    ///
    /// The replica stops with error 2061, "Authentication requires secure connection". It connects while the source has the account in its cache, and
    /// no longer after a restart of the source or FLUSH PRIVILEGES. An account has caching_sha2_password unless told otherwise from MySQL 8.0.4 on.
    ///
    /// Reported where account and channel are in the same run, and the user has no other account.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED WITH caching_sha2_password BY '${REPLICATION_PASSWORD}';
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_SSL = 0;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED WITH caching_sha2_password BY '${REPLICATION_PASSWORD}';
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; MySQL Reference Manual, Caching SHA-2 Pluggable Authentication.
    Sha2WithoutKeyExchange {
        name: "sha2-without-key-exchange", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let (ssl, key) = (channel.switch(Name::Ssl), channel.switch(Name::GetPublicKey));
    let without = ssl.off & key.off;
    // TLS options without TLS are told by a rule of their own, and the cure is the same.
    if without.is_empty() || !super::tls_options_without_ssl::given(channel).is_empty() {
        return;
    }
    let user = channel.value(Name::User).given();
    let (Some(user), Some(name)) = (user, user.and_then(Setting::text)) else { return };
    if !channel.value(Name::PublicKeyPath).is_unset() {
        return;
    }
    let mut accounts = cx.run().accounts_of(&name);
    let (Some(account), None) = (accounts.next(), accounts.next()) else { return };
    let Known::Given(_, place) = account.credential() else { return };
    let (servers, place) = (without & needs_secrecy(account), place.clone());
    if servers.is_empty() {
        return;
    }
    let (ssl, key) = (channel.word(Name::Ssl), channel.word(Name::GetPublicKey));
    cx.report(user, "this account needs TLS or the public key of the source, and the channel has neither: error 2061")
        .on(servers)
        .label("caching_sha2_password")
        .also(&place, "identified here")
        .help(format!("write `{ssl} = 1`, or `{key} = 1`"));
}

/// The servers on which an account sends its password over something secret only.
fn needs_secrecy(account: &Account) -> ServerSet {
    let Some((credential, _)) = account.credential().given() else { return ServerSet::EMPTY };
    let is_empty = credential.password.as_ref().and_then(|it| it.expose().value().map(|it| it.is_empty()));
    match credential.plugin.as_deref() {
        _ if is_empty == Some(true) || credential.alternatives => ServerSet::EMPTY,
        Some("caching_sha2_password") => ServerSet::ALL,
        None if credential.password.is_some() || credential.random => Behaviour::Sha2ByDefault.servers(),
        _ => ServerSet::EMPTY,
    }
}
