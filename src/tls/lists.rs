use super::library::Library;
use super::tables::LISTS;
use crate::server::ServerSet;

/// What a line of `grammar/tls_lists.tsv` is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// In front of every cipher string.
    Blocked,
    /// What a channel offers without a cipher string.
    Unset,
    /// What it offers without a list of suites.
    UnsetSuites,
    /// Outside it a source writes a line to its error log.
    Warned,
    /// Outside it a source refuses `ssl_cipher`.
    Allowed,
    /// `Warned` for TLS 1.3.
    WarnedSuites,
    /// `Allowed` for TLS 1.3.
    AllowedSuites,
}

/// One line of `grammar/tls_lists.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListFacts {
    pub(crate) list: List,
    pub(crate) libraries: u8,
    pub(crate) servers: ServerSet,
    pub(crate) text: &'static str,
}

/// The lines of a list that concern a library, oldest servers first.
pub(crate) fn rows(list: List, library: Library) -> impl DoubleEndedIterator<Item = &'static ListFacts> {
    LISTS.iter().filter(move |row| row.list == list && row.libraries & library.bit() != 0)
}

/// All of its lines.
pub(crate) fn rows_of(list: List) -> impl Iterator<Item = &'static ListFacts> {
    LISTS.iter().filter(move |row| row.list == list)
}

/// The text of a list for a server; of several servers the newest decides.
pub(crate) fn text(list: List, library: Library, server: ServerSet) -> Option<&'static str> {
    rows(list, library).rev().find(|row| row.servers.intersects(server)).map(|row| row.text)
}

/// The text of a list that does not depend on the library.
pub(crate) fn text_of(list: List, server: ServerSet) -> Option<&'static str> {
    LISTS.iter().rev().find(|row| row.list == list && row.servers.intersects(server)).map(|row| row.text)
}

/// What a server puts in front of every cipher string, `""` for nothing: `!aNULL:!eNULL:…`.
///
/// `server` is one release, as [`Target::servers`](crate::server::Target::servers) has it; of several the newest decides.
///
/// ```
/// use replint::server::Targets;
/// use replint::tls::{self, Library};
/// let server = |target: &str| target.parse::<Targets>().unwrap().servers();
/// assert_eq!(tls::blocked(Library::OpenSsl36, server("mysql-9.7")), "!aNULL:!eNULL:!EXPORT:!LOW:!MD5:!DES:!3DES:!RC2:!RC4:!PSK:!kDH");
/// assert_eq!(tls::blocked(Library::OpenSsl36, server("mariadb-11.8")), "");
/// ```
pub fn blocked(library: Library, server: ServerSet) -> &'static str {
    text(List::Blocked, library, server).unwrap_or_default()
}

/// The names of the ciphers that a source may be configured with for TLS 1.2 and before, where its release restricts them (MySQL 8.4 and later).
pub fn allowed_ciphers(server: ServerSet) -> Option<impl Iterator<Item = &'static str>> {
    text_of(List::Allowed, server).map(|text| text.split(':'))
}
