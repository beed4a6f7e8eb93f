use std::fmt;

use super::cipher::{Authentication, CipherFacts, Encryption, Integrity};
use super::tables::{ALIASES, CIPHERS};
use super::words::Selection;

/// Why a cipher must not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// `aNULL`: the source does not prove who it is.
    NoAuthentication,
    /// `eNULL`: the data is sent as it is.
    NoEncryption,
    /// RC4 (RFC 7465).
    Rc4,
    /// RC2.
    Rc2,
    /// Single DES: 56 bits.
    Des,
    /// Triple DES: blocks of 64 bits (Sweet32).
    TripleDes,
    /// MD5 as the checksum.
    Md5,
    /// `EXPORT` and `LOW`: keys of at most 64 bits.
    ShortKey,
}

impl Weakness {
    const ALL: [Weakness; 8] = {
        use Weakness::*;
        [NoEncryption, NoAuthentication, Rc4, Rc2, Des, TripleDes, Md5, ShortKey]
    };

    fn is_of(self, facts: &CipherFacts) -> bool {
        match self {
            Self::NoAuthentication => facts.authentication == Authentication::Null,
            Self::NoEncryption => facts.encryption == Encryption::Null,
            Self::Rc4 => facts.encryption == Encryption::Rc4,
            Self::Rc2 => facts.encryption == Encryption::Rc2,
            Self::Des => facts.encryption == Encryption::Des,
            Self::TripleDes => facts.encryption == Encryption::Des3,
            Self::Md5 => facts.integrity == Integrity::Md5,
            Self::ShortKey => false,
        }
    }
}

impl fmt::Display for Weakness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoAuthentication => "nobody proves who they are",
            Self::NoEncryption => "nothing is encrypted",
            Self::Rc4 => "RC4 is broken",
            Self::Rc2 => "RC2 is broken",
            Self::Des => "DES has keys of 56 bits",
            Self::TripleDes => "3DES has blocks of 64 bits",
            Self::Md5 => "MD5 is broken",
            Self::ShortKey => "its keys have at most 64 bits",
        })
    }
}

/// What is wrong with everything that an element of a cipher string asks for, in whatever library; `None` if some of it is good.
///
/// ```
/// use replint::tls::{Weakness, weakness};
/// assert_eq!(weakness("kRSA+RC4"), Some(Weakness::Rc4));
/// assert_eq!(weakness("DES-CBC3-SHA"), Some(Weakness::TripleDes));
/// assert_eq!(weakness("HIGH"), None);
/// ```
pub fn weakness(element: &str) -> Option<Weakness> {
    element.split('+').find_map(|word| {
        let named: Vec<&CipherFacts> =
            CIPHERS.iter().filter(|facts| facts.name == word || facts.iana == Some(word)).collect();
        let alias = || ALIASES.iter().find(|facts| facts.name == word).map(Selection::of_alias);
        let selected = match alias() {
            Some(selection) if named.is_empty() => CIPHERS.iter().filter(|facts| selection.takes(facts)).collect(),
            _ => named,
        };
        if word == "LOW" || word.starts_with("EXP") {
            return Some(Weakness::ShortKey);
        }
        let is_all = |weakness: &Weakness| selected.iter().all(|facts| weakness.is_of(facts));
        Weakness::ALL.into_iter().find(is_all).filter(|_| !selected.is_empty())
    })
}
