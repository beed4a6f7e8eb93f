use super::listed::{Listed, protocols};
use crate::ast::ChannelValue;
use crate::model::{Channel, Setting};
use crate::rules::{Context, declare_rule};
use crate::server::{ChannelOptionName as Name, ServerSet};
use crate::tls::Protocol;

declare_rule! {
    /// TLS_CIPHERSUITES leaves no suite, and TLS 1.3 is allowed.
    ///
    /// ## What the server does
    ///
    /// The replica stops with error 2026, "no ciphers available". It does not fall back to TLS 1.2, also where TLS_VERSION allows both. An empty list is no
    /// suite; `NULL` is the default. The registered names of older ciphers are accepted and select nothing.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_TLS_CIPHERSUITES = '';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_TLS_CIPHERSUITES = NULL;
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_TLS_CIPHERSUITES = '', SOURCE_TLS_VERSION = 'TLSv1.2';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    EmptyCiphersuites {
        name: "empty-ciphersuites", area: Tls, severity: Error, group: Default, since: "0.1.0",
        channel: check, options: [TlsCiphersuites]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(empty) = channel.setting(Name::TlsCiphersuites).and_then(|setting| empty(channel, setting)) else {
        return;
    };
    let Some(protocols) = protocols(channel) else { return };
    let uses_tls13 = protocols.on_all(|_, list| list.enabling(Protocol::TlsV13));
    let servers = empty.0 & uses_tls13;
    if servers.is_empty() {
        return;
    }
    let word = channel.word(Name::TlsCiphersuites);
    let place = empty.1.value_place();
    let finding = cx.report(&place, format!("{word} leaves no suite for TLS 1.3: error 2026")).on(servers);
    finding.help("write `NULL` for the default, or allow `TLSv1.2` only").label("no ciphers available");
    if let Some(version) = channel.value(Name::TlsVersion).given() {
        finding.also(version, "TLS 1.3 is allowed here");
    }
    finding.unsafe_fix(vec![(place.span, "NULL".to_owned())]);
}

/// The servers on which a list is accepted and sets nothing that can be used.
fn empty<'c>(channel: &'c Channel, setting: &'c Setting) -> Option<(ServerSet, &'c Setting)> {
    let ChannelValue::Text(text) = &setting.value else { return None };
    if text.value()?.is_empty() {
        return Some((channel.servers() - channel.switch(Name::Ssl).off, setting));
    }
    let listed = Listed::of(channel, Name::TlsCiphersuites)?;
    let servers = listed.as_suites().wherever(|list| list.is_accepted() && list.usable().next().is_none());
    Some((servers, setting))
}
