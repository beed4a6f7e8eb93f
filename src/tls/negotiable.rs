use super::cipher::{CipherFacts, Protocol};
use super::lists::{self, List};
use super::tables::{ALIASES, CIPHERS};
use super::words::nearest;
use crate::server::{Flavor, ServerSet};

/// The servers on which a connection can end up with a cipher of exactly this name, as `REQUIRE CIPHER` compares it; not
/// excluded are those whose library may be an older one than the tables know.
///
/// ```
/// use replint::server::Targets;
/// use replint::tls;
/// let server = |target: &str| target.parse::<Targets>().unwrap().servers();
/// assert!(tls::negotiable("TLS_AES_128_GCM_SHA256", server("mysql-5.7")).is_empty());
/// assert!(!tls::negotiable("AES128-SHA", server("mysql-8.0")).is_empty());
/// assert!(tls::negotiable("AES128-SHA", server("mysql-8.4")).is_empty());
/// ```
pub fn negotiable(name: &str, servers: ServerSet) -> ServerSet {
    let (mysql, mariadb) = (ServerSet::of_flavor(Flavor::MySql), ServerSet::of_flavor(Flavor::MariaDb));
    let named = |facts: &&CipherFacts| facts.name == name;
    match CIPHERS.iter().find(named) {
        Some(facts) if facts.protocol == Protocol::TlsV13 => {
            allowed(name, List::AllowedSuites, servers & (Protocol::TlsV13.known_by() | mariadb))
        }
        // Libraries that are older than those of the tables may have what these left out.
        Some(_) => allowed(name, List::Allowed, servers),
        None if ALIASES.iter().any(|facts| facts.name == name && name.contains('-')) => {
            allowed(name, List::Allowed, servers)
        }
        // wolfSSL, which MariaDB is built with on Windows, calls ciphers by their registered names.
        None if CIPHERS.iter().any(|facts| facts.iana == Some(name)) => servers - mysql,
        None => ServerSet::EMPTY,
    }
}

/// Those of the servers that have no such list, or have the name in it.
fn allowed(name: &str, list: List, servers: ServerSet) -> ServerSet {
    let lacking = lists::rows_of(list).filter(|row| !row.text.split(':').any(|allowed| allowed == name));
    lacking.fold(servers, |left, row| left - row.servers)
}

/// The name of a cipher that was perhaps meant, and that some of the servers can negotiate.
pub fn nearest_negotiable(name: &str, servers: ServerSet) -> Option<&'static str> {
    let near = nearest(name, CIPHERS.iter().filter(|facts| facts.offered != 0).map(|facts| facts.name))?;
    (!negotiable(near, servers).is_empty()).then_some(near)
}
