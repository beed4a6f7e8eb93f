use super::library::Library;
use super::tables::{PROTOCOLS, Protocol};
use crate::server::ServerSet;

/// One line of `grammar/tls_protocols.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProtocolFacts {
    pub(crate) protocol: Protocol,
    pub(crate) name: &'static str,
    pub(crate) mariadb_name: Option<&'static str>,
    pub(crate) libraries: u8,
    pub(crate) known: ServerSet,
    pub(crate) deprecated: ServerSet,
    pub(crate) mariadb: ServerSet,
}

impl Protocol {
    pub(crate) const fn facts(self) -> &'static ProtocolFacts {
        &PROTOCOLS[self as usize]
    }

    /// As MySQL spells it: `TLSv1.2`; the first is `TLSv1`.
    pub const fn name(self) -> &'static str {
        self.facts().name
    }

    /// The MySQL releases that know the name in `MASTER_TLS_VERSION` and `tls_version`.
    pub const fn known_by(self) -> ServerSet {
        self.facts().known
    }

    /// The MySQL releases that warn of it.
    pub const fn deprecated_by(self) -> ServerSet {
        self.facts().deprecated
    }

    pub(crate) fn is_spoken_by(self, library: Library) -> bool {
        self.facts().libraries & library.bit() != 0
    }
}

impl std::fmt::Display for Protocol {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// What servers make of the value of `MASTER_TLS_VERSION` when the channel starts.
#[derive(Clone, Debug)]
pub struct Protocols<'v> {
    /// The names, in order; empty ones make none.
    pub elements: Vec<ProtocolElement<'v>>,
    /// The servers that find a protocol in it. An empty value is not set: all that know the option offer what they can.
    pub accepted: ServerSet,
    /// Those that answer 2026 "TLS version is invalid"; servers without the option are in neither set.
    pub refused: ServerSet,
    library: Library,
    is_empty: bool,
}

/// One name of a protocol list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProtocolElement<'v> {
    /// As it is written.
    pub text: &'v str,
    /// Where it starts, in bytes of the value.
    pub start: usize,
    /// The protocol that a server could take it for.
    pub protocol: Option<Protocol>,
    /// The servers that know the name; the others skip it.
    pub known: ServerSet,
}

impl ProtocolElement<'_> {
    /// The name that was meant, if the text is another way to write it: `TLSv1.2` for ` TLSv1.2`, `TLS1.2`, `TLSv12`.
    pub fn did_you_mean(&self) -> Option<&'static str> {
        let digits = match digits(self.text)?.as_str() {
            "10" => "1".to_owned(),
            digits => digits.to_owned(),
        };
        let facts = PROTOCOLS.iter().filter(|facts| !facts.known.is_empty() && self.protocol.is_none());
        facts.map(|facts| facts.name).find(|name| self::digits(name).as_ref() == Some(&digits))
    }
}

/// The digits of some way to write a TLS version.
fn digits(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    let version = text.strip_prefix("tls").unwrap_or(&text).trim_start_matches([' ', '-', '_', 'v']);
    let is_version = version.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '_'));
    is_version.then(|| version.chars().filter(char::is_ascii_digit).collect())
}

impl Protocols<'_> {
    /// The library that speaks them.
    pub fn library(&self) -> Library {
        self.library
    }

    /// The servers that enable a protocol with it.
    pub fn enabling(&self, protocol: Protocol) -> ServerSet {
        let is_named = self.is_empty || self.elements.iter().any(|element| element.protocol == Some(protocol));
        if is_named && protocol.is_spoken_by(self.library) {
            protocol.known_by() & (self.accepted | self.refused)
        } else {
            ServerSet::EMPTY
        }
    }

    /// The protocols that a server enables with it, oldest first; of several servers those that all enable.
    pub fn enabled(&self, server: ServerSet) -> impl Iterator<Item = Protocol> {
        let protocols = PROTOCOLS.iter().map(|facts| facts.protocol);
        protocols.filter(move |protocol| server.is_subset(self.enabling(*protocol)))
    }
}

/// Bytes of a value that are too many (`TLS_VERSION_OPTION_SIZE`); MySQL 5.7 lets two more pass.
const LONGEST: usize = 256;

/// What the servers of a set make of `MASTER_TLS_VERSION` (`process_tls_version` in vio/viosslfactories): names between commas in any letter
/// case, without blanks; unknown ones are skipped; 256 bytes are too long.
///
/// ```
/// use replint::server::Targets;
/// use replint::tls::{self, Library, Protocol};
/// let servers = "mysql-5.7, mysql-8.0".parse::<Targets>().unwrap().servers();
/// let list = tls::protocols("TLSv1, TLSv1.2", Library::OpenSsl111, servers);
/// assert_eq!(list.refused.to_string(), "MySQL 8.0.35 to before 8.1.0");
/// assert_eq!(list.elements[1].did_you_mean(), Some("TLSv1.2"));
/// assert_eq!(list.enabled(list.accepted).collect::<Vec<_>>(), [Protocol::TlsV1]);
/// ```
pub fn protocols(value: &str, library: Library, servers: ServerSet) -> Protocols<'_> {
    let value = value.split('\0').next().unwrap_or_default();
    let have_option = servers & PROTOCOLS.iter().fold(ServerSet::EMPTY, |set, facts| set | facts.known);
    let fits = if value.len() < LONGEST { have_option } else { ServerSet::EMPTY };
    let (mut elements, mut accepted, mut start) = (Vec::new(), ServerSet::EMPTY, 0);
    for text in value.split(',') {
        if !text.is_empty() {
            let facts = PROTOCOLS.iter().find(|facts| facts.name.eq_ignore_ascii_case(text));
            let facts = facts.filter(|facts| facts.protocol.is_spoken_by(library) && !facts.known.is_empty());
            let known = facts.map_or(ServerSet::EMPTY, |facts| facts.known & servers);
            accepted |= known & fits;
            elements.push(ProtocolElement { text, start, protocol: facts.map(|facts| facts.protocol), known });
        }
        start += text.len() + 1;
    }
    let is_empty = value.is_empty();
    let accepted = if is_empty { have_option } else { accepted };
    Protocols { elements, accepted, refused: have_option - accepted, library, is_empty }
}
