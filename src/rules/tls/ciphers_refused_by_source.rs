use super::listed::{Listed, protocols};
use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::{ChannelOptionName as Name, ServerSet};
use crate::tls::{self, Protocol};

declare_rule! {
    /// No source of MySQL 8.4 or later takes any of the ciphers, and TLS 1.3 is not allowed.
    ///
    /// ## What the server does
    ///
    /// From MySQL 8.4 on a source uses a short list of ciphers over TLS 1.2: ECDHE or DHE with AES-GCM, AES-CCM or ChaCha20. With none of these in
    /// SSL_CIPHER the replica stops with error 2026, "handshake failure". A source before 8.4 may still take them.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_TLS_VERSION = 'TLSv1.2', SOURCE_SSL_CIPHER = 'AES256-SHA';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_TLS_VERSION = 'TLSv1.2',
    ///     SOURCE_SSL_CIPHER = 'ECDHE-RSA-AES256-GCM-SHA384';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; include/tls_ciphers.h of MySQL 8.4.8 and 9.7.4.
    CiphersRefusedBySource {
        name: "ciphers-refused-by-source", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [TlsVersion]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let (Some(listed), Some(protocols)) = (Listed::of(channel, Name::SslCipher), protocols(channel)) else { return };
    let Some(version) = channel.value(Name::TlsVersion).given() else { return };
    let without_tls13 = protocols.on_all(|_, list| list.accepted - list.enabling(Protocol::TlsV13));
    // A source is no newer than its replica: only where the replica is one that restricts ciphers, its source most likely does.
    let choosy = listed.servers.iter().filter_map(|(flavor, version)| ServerSet::of_version(flavor, version));
    let choosy = choosy.filter(|server| tls::allowed_ciphers(*server).is_some());
    let choosy = choosy.fold(ServerSet::EMPTY, |all, server| all | server);
    let unmatched = listed.as_ciphers().wherever(|list| list.is_accepted() && !list.can_match(choosy));
    let servers = choosy & without_tls13 & unmatched;
    if servers.is_empty() {
        return;
    }
    let place = listed.setting.value_place();
    cx.report(&place, "a source of the same version takes none of these ciphers: error 2026")
        .on(servers)
        .label("handshake failure")
        .also(version, "TLS 1.3 is not allowed")
        .help("name ciphers such as `ECDHE-RSA-AES256-GCM-SHA384`, or allow `TLSv1.3`");
}
