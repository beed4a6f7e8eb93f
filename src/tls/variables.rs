//! The variables of a source, whose values its server checks more strictly than it does the options of a channel.

use super::lists::{self, List};
use super::tables::{PROTOCOLS, Protocol};
use crate::server::{Flavor, ServerSet};

/// The value of `tls_version`, refused: the server does not start with it, and `SET GLOBAL` answers 1231 (MySQL) or 1238 (MariaDB).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidTlsVersion<'v> {
    /// The names that are wrong, with the byte where each starts.
    pub names: Vec<(usize, &'v str)>,
}

/// The protocols of the variable `tls_version` of a source, oldest first; none: the server has TLS switched off.
///
/// MySQL from 8.0.16 on (`validate_tls_version` in sql/ssl_init_callback.cc) allows no unknown and no empty name but one behind the last comma, and no
/// blanks; before, unknown names were skipped as on a channel. MariaDB's is a set: also `all` and the sum of 1, 2, 4, 8.
/// `server` is one release; of several the newest decides.
///
/// # Errors
/// The names that the server does not take.
///
/// ```
/// use replint::server::Targets;
/// use replint::tls::{self, Protocol};
/// let server = |target: &str| target.parse::<Targets>().unwrap().servers();
/// assert_eq!(tls::validate_tls_version("TLSv1.2,", server("mysql-8.4")), Ok(vec![Protocol::TlsV12]));
/// assert_eq!(tls::validate_tls_version("TLSv1.1,TLSv1.2", server("mysql-8.4")).unwrap_err().names, [(0, "TLSv1.1")]);
/// assert_eq!(tls::validate_tls_version("12", server("mariadb-10.11")), Ok(vec![Protocol::TlsV12, Protocol::TlsV13]));
/// ```
pub fn validate_tls_version(value: &str, server: ServerSet) -> Result<Vec<Protocol>, InvalidTlsVersion<'_>> {
    match server.iter().last() {
        Some((Flavor::MariaDb, _)) => mariadb_tls_version(value),
        _ => mysql_tls_version(value, server),
    }
}

fn mysql_tls_version(value: &str, server: ServerSet) -> Result<Vec<Protocol>, InvalidTlsVersion<'_>> {
    if value.is_empty() {
        return Ok(Vec::new());
    }
    let newest = server.newest(Flavor::MySql);
    let known = |name: &str| {
        let facts = PROTOCOLS.iter().find(|facts| facts.name.eq_ignore_ascii_case(name));
        facts.filter(|facts| newest.intersects(facts.known)).map(|facts| facts.protocol)
    };
    let is_strict = newest.intersects(Protocol::TlsV13.known_by());
    read_names(value.strip_suffix(',').unwrap_or(value), known, is_strict)
}

fn mariadb_tls_version(value: &str) -> Result<Vec<Protocol>, InvalidTlsVersion<'_>> {
    let named = || PROTOCOLS.iter().filter(|facts| facts.mariadb_name.is_some() && !facts.mariadb.is_empty());
    if value.is_empty() {
        return Ok(Vec::new());
    }
    let all = 1u32.checked_shl(named().count() as u32).unwrap_or_default().wrapping_sub(1);
    let sum =
        if value.eq_ignore_ascii_case("all") { Some(all) } else { value.parse::<u32>().ok().filter(|sum| *sum <= all) };
    if let Some(sum) = sum {
        let chosen = named().enumerate().filter(|(bit, _)| sum >> bit & 1 == 1);
        return Ok(chosen.map(|(_, facts)| facts.protocol).collect());
    }
    let known = |name: &str| {
        let is =
            |facts: &&super::protocols::ProtocolFacts| facts.mariadb_name.is_some_and(|n| n.eq_ignore_ascii_case(name));
        named().find(is).map(|facts| facts.protocol)
    };
    read_names(value.trim_end_matches(' '), known, true)
}

fn read_names(
    value: &str,
    known: impl Fn(&str) -> Option<Protocol>,
    is_strict: bool,
) -> Result<Vec<Protocol>, InvalidTlsVersion<'_>> {
    let (mut protocols, mut names, mut start) = (Vec::new(), Vec::new(), 0);
    for name in value.split(',') {
        match known(name) {
            Some(protocol) => protocols.push(protocol),
            None => names.push((start, name)),
        }
        start += name.len() + 1;
    }
    protocols.sort_unstable();
    protocols.dedup();
    if names.is_empty() || !is_strict && !protocols.is_empty() {
        Ok(protocols)
    } else {
        Err(InvalidTlsVersion { names })
    }
}

/// What a source says of a cipher string or a list of suites of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CipherVariable<'v> {
    /// The words that are outside its list, with the byte where each starts, blanks and all.
    pub outside: Vec<(usize, &'v str)>,
    /// Whether it refuses them (MySQL 8.4 and later: MY-015104 at startup, 1231 for `SET GLOBAL`); otherwise there are warnings in its error log.
    pub is_refused: bool,
}

/// What a source says of the value of its variable `ssl_cipher` (`validate_ciphers` in sql/ssl_init_callback.cc), before OpenSSL sees it; `None` if
/// the release does not look (MySQL before 8.0.35, 8.1, MariaDB).
///
/// The check knows `:` only, skips what starts with `!`, ignores spaces, and is content with any part of an allowed name. `server` is one release; of
/// several the newest decides.
///
/// ```
/// use replint::server::Targets;
/// use replint::tls;
/// let server = "mysql-8.4".parse::<Targets>().unwrap().servers();
/// let verdict = tls::validate_ciphers("ECDHE-RSA-AES128:!MD5:AES128-SHA", server).unwrap();
/// assert_eq!((verdict.outside, verdict.is_refused), (vec![(22, "AES128-SHA")], true));
/// ```
pub fn validate_ciphers(value: &str, server: ServerSet) -> Option<CipherVariable<'_>> {
    validate(value, server, List::Allowed, List::Warned)
}

/// The same for `tls_ciphersuites`.
pub fn validate_ciphersuites(value: &str, server: ServerSet) -> Option<CipherVariable<'_>> {
    validate(value, server, List::AllowedSuites, List::WarnedSuites)
}

fn validate(value: &str, server: ServerSet, allowed: List, warned: List) -> Option<CipherVariable<'_>> {
    let refusing = lists::text_of(allowed, server);
    let names = refusing.or_else(|| lists::text_of(warned, server))?;
    let (mut outside, mut start) = (Vec::new(), 0);
    for word in value.split(':') {
        let bare = word.replace(' ', "");
        if !bare.starts_with('!') && !names.contains(&bare) {
            outside.push((start, word));
        }
        start += word.len() + 1;
    }
    Some(CipherVariable { is_refused: refusing.is_some() && !outside.is_empty(), outside })
}
