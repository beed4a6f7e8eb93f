use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;
use crate::tls::Unknown;

declare_rule! {
    /// SSL_CIPHER names a suite of TLS 1.3, which it does not select.
    ///
    /// ## What the server does
    ///
    /// On MySQL the library skips the name: SSL_CIPHER is for TLS 1.2 and before, SOURCE_TLS_CIPHERSUITES for TLS 1.3. What the channel uses over TLS 1.3
    /// stays the default. MariaDB, which has no second option, takes both from the one list.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_SSL_CIPHER = 'TLS_AES_256_GCM_SHA384:ECDHE-RSA-AES256-GCM-SHA384';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_SSL_CIPHER = 'ECDHE-RSA-AES256-GCM-SHA384', SOURCE_TLS_CIPHERSUITES = 'TLS_AES_256_GCM_SHA384';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MariaDB 11.8.9 and 10.11.19 servers.
    Tls13SuiteInCipherList {
        name: "tls13-suite-in-cipher-list", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [SslCipher]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let other = Name::TlsCiphersuites.word_for(channel.servers());
    let help = other.map(|other| format!("suites of TLS 1.3 belong in {other}"));
    let what = ["is a suite of TLS 1.3 and is skipped", "are suites of TLS 1.3 and are skipped"];
    super::ignored_elements::report(channel, cx, |why| why == Unknown::Tls13Suite, what, help.as_deref());
}
