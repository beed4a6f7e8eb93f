use super::ignored_tls_version::label;
use super::listed::{Listed, label_parts};
use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::{ChannelOptionName as Name, ServerSet};
use crate::tls::{self, Protocol};

declare_rule! {
    /// TLS_VERSION names no protocol that the server knows.
    ///
    /// ## What the server does
    ///
    /// It stores the list. When the replica starts, each name that is not known is skipped, and with none left the replica stops with error 2026,
    /// "TLS version is invalid". The names are TLSv1.2 and, from 8.0.16 on, TLSv1.3, with commas and without blanks between them; TLSv1 and TLSv1.1 ended
    /// with 8.0.28.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_TLS_VERSION = 'TLSv1,TLSv1.1';
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_TLS_VERSION = 'TLSv1.2;TLSv1.3';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_TLS_VERSION = 'TLSv1.2,TLSv1.3';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; process_tls_version in vio/viosslfactories of MySQL 5.7 to 9.7.
    UnknownTlsVersion {
        name: "unknown-tls-version", area: Tls, severity: Error, group: Default, since: "0.1.0",
        channel: check, options: [TlsVersion]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(listed) = Listed::of(channel, Name::TlsVersion) else { return };
    let answers = listed.as_protocols();
    let servers = answers.on_all(|_, list| list.refused);
    let Some(list) = answers.newest(servers) else { return };
    let word = channel.word(Name::TlsVersion);
    let message = match listed.text.len() {
        256.. => format!("{word} is longer than 255 bytes: error 2026"),
        _ => format!("{word} names no protocol that the server knows: error 2026"),
    };
    let finding = cx.report(&listed.setting.value_place(), message).on(servers);
    let place = |element: &tls::ProtocolElement<'_>| listed.place(element.start, element.text.len());
    label_parts(finding, list.elements.iter().map(|element| (place(element), label(element).to_owned())));
    match meant(&listed.text, listed.servers) {
        Some(meant) => {
            finding.help(format!("write `'{meant}'`")).unsafe_fix(listed.replaced(meant).into_iter().collect());
        }
        None => {
            let known: Vec<&str> = offered(listed.servers).map(Protocol::name).collect();
            finding.help(format!("write `'{}'`", known.join(",")));
        }
    }
}

/// The protocols that all of the servers know and nobody advises against.
fn offered(servers: ServerSet) -> impl Iterator<Item = Protocol> {
    let safe = [Protocol::TlsV12, Protocol::TlsV13].into_iter();
    safe.filter(move |protocol| servers.is_subset(protocol.known_by()))
}

/// The list with other separators and spellings, if every name in it is then one that all of the servers know.
fn meant(text: &str, servers: ServerSet) -> Option<String> {
    let mut names = Vec::new();
    for name in text.split([',', ';', ':', ' ', '|', '+']).filter(|name| !name.is_empty()) {
        let list = tls::protocols(name, tls::Library::OpenSsl36, servers);
        let [element] = &list.elements[..] else { return None };
        let protocol = element.protocol.map(Protocol::name).or_else(|| element.did_you_mean())?;
        let is_known = tls::protocols(protocol, tls::Library::OpenSsl36, servers).refused.is_empty();
        names.push(Some(protocol).filter(|_| is_known)?);
    }
    names.dedup();
    (!names.is_empty()).then(|| names.join(","))
}
