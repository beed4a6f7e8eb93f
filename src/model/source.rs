use super::{AccountKey, Run, Trust};
use crate::server::{Behaviour, ServerSet};
use crate::tls::{Library, Wishes};

/// A replica, as far as its release tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replica {
    /// Its release.
    pub server: ServerSet,
    /// Its TLS library; none: each that it may be built with is tried.
    pub library: Option<Library>,
}

/// What is known of the server that a channel connects to.
#[derive(Clone, Copy, Debug)]
pub struct Source<'r> {
    /// Its release.
    pub server: ServerSet,
    /// Its TLS library; none: each that it may be built with is tried.
    pub library: Option<Library>,
    /// Whether and how it offers TLS.
    pub tls: SourceTls<'r>,
    /// It takes no connection in clear text: `require_secure_transport`.
    pub requires_tls: bool,
    /// What its statements add up to.
    pub accounts: Option<&'r Run>,
    /// There are no accounts but those of its statements, and root.
    pub has_no_other_accounts: bool,
    /// The names and addresses under which the replica appears to it; empty: not known. Then an account is the replica's if it is the only one of the user.
    pub replica_hosts: &'r [&'r str],
}

/// The TLS of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceTls<'r> {
    /// Not known: as its release has it if it is given nothing.
    Unknown,
    /// Switched off.
    Off,
    /// There is a certificate.
    On {
        /// Its protocols and ciphers.
        wishes: Wishes<'r>,
        /// The file of its certificate, as [`Files`](super::Files) knows it.
        certificate: Option<&'r str>,
        /// Who may sign the certificates of its clients; none: not known.
        trust: Option<Trust<'r>>,
    },
}

impl<'r> Source<'r> {
    /// A source of some release, of which nothing else is known.
    pub fn of(server: ServerSet) -> Self {
        Self {
            server,
            library: None,
            tls: SourceTls::Unknown,
            requires_tls: false,
            accounts: None,
            has_no_other_accounts: false,
            replica_hosts: &[],
        }
    }

    /// Whether it offers TLS; `None` where that is not known.
    pub(super) fn offers_tls(&self) -> Option<bool> {
        match self.tls {
            SourceTls::Off => Some(false),
            SourceTls::On { .. } => Some(true),
            SourceTls::Unknown => self.server.is_subset(Behaviour::OffersTlsByDefault.servers()).then_some(true),
        }
    }

    pub(super) fn wishes(&self) -> Wishes<'r> {
        if let SourceTls::On { wishes, .. } = self.tls { wishes } else { Wishes::default() }
    }

    pub(super) fn certificate(&self) -> Option<&'r str> {
        if let SourceTls::On { certificate, .. } = self.tls { certificate } else { None }
    }

    pub(super) fn trust(&self) -> Option<Trust<'r>> {
        if let SourceTls::On { trust, .. } = self.tls { trust } else { None }
    }
}

impl AccountKey {
    /// Whether a client under this name or address may use it: `%` and `_` stand for any characters and one, a mask for a network.
    pub fn takes(&self, client: &str, server: ServerSet) -> bool {
        use std::net::Ipv4Addr;
        let Some((network, mask)) = self.host.split_once('/') else {
            return self.host.is_empty() || is_like(self.host.as_bytes(), client.to_ascii_lowercase().as_bytes());
        };
        let (Ok(network), Ok(client)) = (network.parse::<Ipv4Addr>(), client.parse::<Ipv4Addr>()) else { return false };
        let bits = |bits: u32| 1u32.checked_shl(32 - bits).map_or(0, |end| !(end - 1));
        let mask = match (mask.parse::<Ipv4Addr>(), mask.parse::<u32>()) {
            (Ok(mask), _) => mask.to_bits(),
            (_, Ok(length @ 1..=32)) if server.is_subset(Behaviour::CidrHosts.servers()) => bits(length),
            _ => return false,
        };
        mask != 0 && client.to_bits() & mask == network.to_bits()
    }

    /// Where it stands in the order in which servers look for the account of a client: hosts without wildcards first, then by the length before the first.
    pub(super) fn specificity(&self) -> (bool, usize) {
        let wild = self.host.find(['%', '_']);
        (wild.is_none() && !self.host.is_empty(), wild.unwrap_or(self.host.len()))
    }
}

/// LIKE, in time that is linear in the product of both.
fn is_like(pattern: &[u8], text: &[u8]) -> bool {
    let (mut p, mut t, mut back) = (0, 0, None);
    while t < text.len() {
        match pattern.get(p) {
            Some(b'%') => {
                back = Some((p, t));
                p += 1;
            }
            Some(byte) if *byte == b'_' || *byte == text[t] => (p, t) = (p + 1, t + 1),
            _ => match back {
                Some((star, from)) => {
                    (p, t) = (star + 1, from + 1);
                    back = Some((star, from + 1));
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|byte| *byte == b'%')
}
