use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A channel verifies its source and does not look whether the certificate was revoked.
    ///
    /// ## What the server does
    ///
    /// Without SSL_CRL and SSL_CRLPATH no revocation is checked: a certificate whose key was stolen is good until it expires.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CA = '/etc/mysql/ca.pem';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CA = '/etc/mysql/ca.pem',
    ///     SOURCE_SSL_CRL = '/etc/mysql/crl.pem';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Setting Up Replication to Use Encrypted Connections: "If they are not specified, no CRL checking takes place".
    NoRevocationList {
        name: "no-revocation-list", area: Tls, severity: Warning, group: Strict, since: "0.1.0",
        channel: check, options: [SslCa, SslCapath]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let facts = Name::SslCrl.facts();
    let servers = channel.switch(Name::Ssl).on & (facts.current_servers | facts.legacy_servers);
    let has_none = channel.value(Name::SslCrl).is_unset() && channel.value(Name::SslCrlpath).is_unset();
    let Some(authority) = super::authority(channel).filter(|_| has_none && !servers.is_empty()) else { return };
    let crl = channel.word(Name::SslCrl);
    cx.report(authority, "a revoked certificate of this authority is taken like any other")
        .on(servers)
        .label("no revocation list")
        .help(format!("add `{crl}`"));
}
