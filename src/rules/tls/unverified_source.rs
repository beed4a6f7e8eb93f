use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, ChannelOptionName as Name};

declare_rule! {
    /// A channel uses TLS and takes any certificate.
    ///
    /// ## What the server does
    ///
    /// `SOURCE_SSL = 1` alone is the mode REQUIRED: what is sent is encrypted, and whoever answers at the address can read it. Only with SSL_CA or
    /// SSL_CAPATH the certificate of the source is checked (VERIFY_CA), with `SOURCE_SSL_VERIFY_SERVER_CERT = 1` its name too (VERIFY_IDENTITY).
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CA = '/etc/mysql/ca.pem',
    ///     SOURCE_SSL_VERIFY_SERVER_CERT = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Setting Up Replication to Use Encrypted Connections; MySQL 9.7.4 server.
    UnverifiedSource {
        name: "unverified-source", area: Tls, severity: Warning, group: Strict, since: "0.1.0",
        channel: check, options: [Ssl, Host]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let (ssl, verify) = (channel.switch(Name::Ssl), channel.switch(Name::SslVerifyServerCert));
    // Without an authority, verification is refused, uses those of the system, or looks at the name alone.
    let looks = Behaviour::VerificationNeedsCa.servers() | Behaviour::SystemAuthorities.servers();
    let unverified = (ssl.on & verify.off) | (ssl.on & (verify.on - looks));
    let servers = unverified - super::tls_not_enforced::servers(channel, cx.run());
    let Some(place) = ssl.setting.or(channel.setting(Name::Host)) else { return };
    if servers.is_empty() || !super::has_no_authority(channel) || channel.is_local() {
        return;
    }
    let (ca, option) = (channel.word(Name::SslCa), channel.word(Name::SslVerifyServerCert));
    cx.report(place, "the channel takes any certificate: nobody checks that the source is the source")
        .on(servers)
        .label("encrypts, and verifies nothing")
        .help(format!("add `{ca}` and `{option} = 1`"));
}
