use std::fmt;
use std::ops::{BitAnd, BitOr, BitOrAssign, Sub};

use super::library::Library;
use super::tables::CIPHERS;
pub use super::tables::{Authentication, Encryption, Integrity, KeyExchange, Protocol};

/// One line of `grammar/ciphers.tsv`.
#[derive(Debug)]
pub(crate) struct CipherFacts {
    pub(crate) code: u16,
    pub(crate) name: &'static str,
    pub(crate) iana: Option<&'static str>,
    pub(crate) protocol: Protocol,
    pub(crate) key_exchange: KeyExchange,
    pub(crate) authentication: Authentication,
    pub(crate) encryption: Encryption,
    pub(crate) integrity: Integrity,
    pub(crate) bits: u16,
    pub(crate) classes: u8,
    pub(crate) offered: u8,
    pub(crate) listed: u8,
}

/// A cipher suite, as one library sees it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cipher(u8);

impl Cipher {
    pub(crate) fn facts(self) -> &'static CipherFacts {
        &CIPHERS[self.0 as usize % CIPHERS.len()]
    }

    /// OpenSSL's name: `ECDHE-RSA-AES128-GCM-SHA256`.
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// The registered name, where there is one: `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`.
    pub fn iana(self) -> Option<&'static str> {
        self.facts().iana
    }

    /// Its registered number: `0xC02F`.
    pub fn code(self) -> u16 {
        self.facts().code
    }

    /// The oldest protocol that has it; those before TLS 1.3 keep it up to TLS 1.2.
    pub fn protocol(self) -> Protocol {
        self.facts().protocol
    }

    /// How the secret is agreed on.
    pub fn key_exchange(self) -> KeyExchange {
        self.facts().key_exchange
    }

    /// How the server proves who it is.
    pub fn authentication(self) -> Authentication {
        self.facts().authentication
    }

    /// What hides the data.
    pub fn encryption(self) -> Encryption {
        self.facts().encryption
    }

    /// What protects the data from changes.
    pub fn integrity(self) -> Integrity {
        self.facts().integrity
    }

    /// The bits of security that the library grants it.
    pub fn bits(self) -> u16 {
        self.facts().bits
    }

    /// Whether recorded traffic stays secret when the server's key becomes known.
    pub fn has_forward_secrecy(self) -> bool {
        use KeyExchange::{Any, Dhe, DhePsk, Ecdhe, EcdhePsk};
        matches!(self.key_exchange(), Any | Dhe | DhePsk | Ecdhe | EcdhePsk)
    }

    /// Whether a library uses it at a security level (0 to 5) at all: `ssl_security_default_callback` of OpenSSL, without ciphers that need a
    /// shared key or password, which servers never set.
    ///
    /// ```
    /// use replint::server::ServerSet;
    /// use replint::tls::{self, Library};
    /// let list = tls::cipher_list("ADH-AES256-SHA:AES256-SHA:PSK-AES256-CBC-SHA", Library::OpenSsl30, ServerSet::EMPTY);
    /// let usable: Vec<&str> = list.ciphers().iter().filter(|c| c.is_usable(2)).map(|c| c.name()).collect();
    /// assert_eq!(usable, ["AES256-SHA"]);
    /// ```
    pub fn is_usable(self, level: u8) -> bool {
        use KeyExchange::{DhePsk, EcdhePsk, Psk, RsaPsk, Srp};
        const LEAST: [u16; 6] = [0, 80, 112, 128, 192, 256];
        let least = LEAST[usize::from(level.min(5))];
        let shared = matches!(self.key_exchange(), Psk | RsaPsk | DhePsk | EcdhePsk | Srp);
        let refused = level > 0
            && (self.authentication() == Authentication::Null || self.integrity() == Integrity::Md5)
            || least > 160 && self.integrity() == Integrity::Sha1
            || level >= 3 && !self.has_forward_secrecy();
        !shared && self.bits() >= least && !refused
    }
}

impl Encryption {
    /// Whether it is AES, in any mode.
    pub fn is_aes(self) -> bool {
        use Encryption::*;
        matches!(self, Aes128 | Aes256 | Aes128Gcm | Aes256Gcm | Aes128Ccm | Aes256Ccm | Aes128Ccm8 | Aes256Ccm8)
    }
}

impl fmt::Display for Cipher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Cipher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A set of ciphers, without an order.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct CipherSet([u128; 2]);

impl CipherSet {
    /// No cipher.
    pub const EMPTY: CipherSet = CipherSet([0; 2]);

    /// The ciphers for which `keep` holds, of the whole table.
    pub(crate) fn filter(keep: impl Fn(&'static CipherFacts) -> bool) -> Self {
        (0..=u8::MAX).zip(&CIPHERS).filter(|(_, facts)| keep(facts)).map(|(index, _)| Cipher(index)).collect()
    }

    /// What a library offers before TLS 1.3.
    pub(crate) fn offered_by(library: Library) -> Self {
        Self::filter(|facts| facts.offered & library.bit() != 0 && facts.protocol < Protocol::TlsV13)
    }

    pub(crate) fn insert(&mut self, cipher: Cipher) {
        self.0[usize::from(cipher.0 >> 7)] |= 1 << (cipher.0 & 127);
    }

    /// Whether a cipher is in it.
    pub fn contains(self, cipher: Cipher) -> bool {
        self.0[usize::from(cipher.0 >> 7)] >> (cipher.0 & 127) & 1 == 1
    }

    /// Whether none is.
    pub fn is_empty(self) -> bool {
        self.0 == [0; 2]
    }

    /// How many are.
    pub fn len(self) -> usize {
        self.0.iter().map(|half| half.count_ones() as usize).sum()
    }

    /// They, by falling code point.
    pub fn iter(self) -> impl Iterator<Item = Cipher> {
        (0..=u8::MAX).map(Cipher).filter(move |cipher| self.contains(*cipher))
    }
}

impl FromIterator<Cipher> for CipherSet {
    fn from_iter<T: IntoIterator<Item = Cipher>>(ciphers: T) -> Self {
        let mut set = Self::EMPTY;
        ciphers.into_iter().for_each(|cipher| set.insert(cipher));
        set
    }
}

impl BitAnd for CipherSet {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        Self([self.0[0] & other.0[0], self.0[1] & other.0[1]])
    }
}

impl BitOr for CipherSet {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }
}

impl BitOrAssign for CipherSet {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

impl Sub for CipherSet {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self([self.0[0] & !other.0[0], self.0[1] & !other.0[1]])
    }
}

impl fmt::Debug for CipherSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
