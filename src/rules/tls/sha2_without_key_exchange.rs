use crate::model::{Denial, Denied, Known, Login};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// The account's password goes over TLS or by public key only, and the channel has neither.
    ///
    /// ## What the server does
    ///
    /// The replica stops with error 2061, "Authentication requires secure connection". It connects while the source has the account in its cache, and
    /// no longer after a restart of the source or FLUSH PRIVILEGES. An account has caching_sha2_password unless told otherwise from MySQL 8.0.4 on.
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
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED WITH caching_sha2_password BY '${REPLICATION_PASSWORD}';
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_PASSWORD = '${REPLICATION_PASSWORD}',
    ///     SOURCE_SSL = 0;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED WITH caching_sha2_password BY '${REPLICATION_PASSWORD}';
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_PASSWORD = '${REPLICATION_PASSWORD}',
    ///     SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; MySQL Reference Manual, Caching SHA-2 Pluggable Authentication.
    Sha2WithoutKeyExchange {
        name: "sha2-without-key-exchange", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        denied: check
    }
}

fn check(login: &Login<'_>, denied: &Denied, cx: &mut Context<'_>) {
    let (Denial::KeyExchange, channel) = (denied.denial, login.channel) else { return };
    // TLS options without TLS are told by a rule of their own, and the cure is the same; a key that cannot be read is another matter.
    if !super::tls_options_without_ssl::given(channel).is_empty() || !channel.value(Name::PublicKeyPath).is_unset() {
        return;
    }
    let user = channel.value(Name::User).given();
    let (Some(user), Known::Given(_, place)) = (user, login.account.credential()) else { return };
    let (ssl, key) = (channel.word(Name::Ssl), channel.word(Name::GetPublicKey));
    cx.report(user, "this account needs TLS or the public key of the source, and the channel has neither: error 2061")
        .on(denied.servers)
        .label("caching_sha2_password")
        .also(place, "identified here")
        .help(format!("write `{ssl} = 1`, or `{key} = 1`"));
}
