use super::listed::{Listed, protocols};
use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::{ChannelOptionName as Name, ServerSet};
use crate::tls::{CipherList, Ciphersuites, Protocol, Protocols};

declare_rule! {
    /// Ciphers are chosen for a protocol that TLS_VERSION does not allow.
    ///
    /// ## What the server does
    ///
    /// SOURCE_SSL_CIPHER is for TLS 1.2 and before, SOURCE_TLS_CIPHERSUITES for TLS 1.3. With TLS 1.3 alone the first has no effect, without it the second:
    /// the channel uses the server's own list.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_TLS_VERSION = 'TLSv1.3',
    ///     SOURCE_SSL_CIPHER = 'ECDHE-RSA-AES256-GCM-SHA384';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_TLS_VERSION = 'TLSv1.3',
    ///     SOURCE_TLS_CIPHERSUITES = 'TLS_AES_256_GCM_SHA384';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, CHANGE REPLICATION SOURCE TO Statement; SSL_CTX_set_cipher_list of OpenSSL.
    CiphersOfUnusedProtocol {
        name: "ciphers-of-unused-protocol", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [TlsVersion]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(version) = channel.value(Name::TlsVersion).given() else { return };
    let Some(protocols) = protocols(channel) else { return };
    let enabling = |list: &Protocols<'_>, some: &[Protocol]| {
        some.iter().fold(ServerSet::EMPTY, |all, protocol| all | list.enabling(*protocol))
    };
    let old = [Protocol::TlsV1, Protocol::TlsV11, Protocol::TlsV12];
    let without_old = protocols.on_all(|_, list| list.accepted - enabling(list, &old));
    let without_new = protocols.on_all(|_, list| list.accepted - list.enabling(Protocol::TlsV13));
    for (option, unused, what) in [
        (Name::SslCipher, without_old, "TLS 1.3 alone is allowed"),
        (Name::TlsCiphersuites, without_new, "TLS 1.3 is not allowed"),
    ] {
        let Some(listed) = Listed::of(channel, option) else { continue };
        let is_good = match option {
            Name::SslCipher => listed.as_ciphers().wherever(CipherList::is_accepted),
            _ => listed.as_suites().wherever(Ciphersuites::is_accepted),
        };
        let servers = unused & is_good & listed.servers;
        if !servers.is_empty() {
            let word = channel.word(option);
            cx.report(listed.setting, format!("{word} has no effect: {what}"))
                .on(servers)
                .label("for a protocol that is not used")
                .also(version, "by this");
        }
    }
}
