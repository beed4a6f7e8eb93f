use std::fmt;
use std::str::FromStr;

use super::lists::{self, List};
use super::tables::LIBRARIES;
pub use super::tables::Library;
use crate::server::{Flavor, ServerSet};

/// One line of `grammar/tls_libraries.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LibraryFacts {
    pub(crate) library: Library,
    pub(crate) word: &'static str,
    pub(crate) name: &'static str,
    pub(crate) iana_names: bool,
    pub(crate) unknown_suite_refuses: bool,
    pub(crate) level: u8,
    pub(crate) servers: ServerSet,
}

impl Library {
    pub(crate) const fn facts(self) -> &'static LibraryFacts {
        &LIBRARIES[self as usize]
    }

    /// Its bit in the masks of the tables.
    pub(crate) const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// All of them, oldest first.
    pub fn all() -> impl Iterator<Item = Library> {
        LIBRARIES.iter().map(|facts| facts.library)
    }

    /// As messages write it: `OpenSSL 3.0`.
    pub const fn name(self) -> &'static str {
        self.facts().name
    }

    /// The releases that may be built with it.
    pub const fn servers(self) -> ServerSet {
        self.facts().servers
    }

    /// The security level that holds without `@SECLEVEL`, from 0 to 5; Debian's, which is one higher in OpenSSL 3.0 than upstream's.
    pub const fn security_level(self) -> u8 {
        self.facts().level
    }

    /// Whether it has TLS 1.3.
    pub fn has_tls13(self) -> bool {
        self != Library::YaSsl
    }
}

impl fmt::Display for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A name that is not of a known library.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown TLS library {0:?}; write yassl, openssl-1.1.1, openssl-3.0 or openssl-3.6")]
pub struct UnknownLibrary(String);

impl FromStr for Library {
    type Err = UnknownLibrary;

    /// `yassl`, or `openssl-` with a version: `openssl-3.0`, `openssl-1.1.1w`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let name = text.strip_prefix("openssl-").unwrap_or(text);
        let known = LIBRARIES.iter().find(|facts| {
            name.strip_prefix(facts.word).is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_digit()))
        });
        known.map(|facts| facts.library).ok_or_else(|| UnknownLibrary(text.to_owned()))
    }
}

/// Servers that read a cipher string alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The library that they may be built with.
    pub library: Library,
    /// They.
    pub servers: ServerSet,
}

/// The different ways in which servers read cipher strings: one for each flavour, each library that
/// they may be built with, and each block list that they put in front.
///
/// A rule whose finding must hold for every server asks each of them.
///
/// ```
/// use replint::server::Targets;
/// use replint::tls::{self, Library};
/// let servers = "mysql-5.7.20".parse::<Targets>().unwrap().servers();
/// let libraries: Vec<Library> = tls::readings(servers).iter().map(|reading| reading.library).collect();
/// assert_eq!(libraries, [Library::YaSsl, Library::OpenSsl111]);
/// ```
pub fn readings(servers: ServerSet) -> Vec<Reading> {
    let mut found = Vec::new();
    for library in Library::all() {
        let mut left = servers & library.servers();
        let mut add = |group: ServerSet| {
            if !group.is_empty() {
                found.push(Reading { library, servers: group });
            }
        };
        for row in lists::rows(List::Blocked, library) {
            add(left & row.servers);
            left = left - row.servers;
        }
        for flavor in [Flavor::MySql, Flavor::MariaDb] {
            add(left & ServerSet::of_flavor(flavor));
        }
    }
    found
}
