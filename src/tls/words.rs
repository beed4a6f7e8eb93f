//! The words of cipher strings: what each selects in a library, and what was perhaps meant by those that select nothing.

use super::cipher::{Cipher, CipherFacts, CipherSet, Protocol};
use super::library::Library;
use super::tables::{ALIASES, CIPHERS};

/// One line of `grammar/cipher_aliases.tsv`; a mask of 0 allows anything.
#[derive(Debug)]
pub(crate) struct AliasFacts {
    pub(crate) name: &'static str,
    pub(crate) key_exchange: u32,
    pub(crate) authentication: u32,
    pub(crate) encryption: u32,
    pub(crate) integrity: u32,
    pub(crate) protocol: Option<Protocol>,
    pub(crate) classes: u8,
    pub(crate) libraries: u8,
}

/// The bits of `classes` that are strengths (`SSL_STRONG_MASK`), and the one for ciphers that `DEFAULT` leaves out (`SSL_DEFAULT_MASK`).
const STRENGTHS: u8 = 0x1f;
const NOT_DEFAULT: u8 = 0x20;

/// What an element of a cipher string selects: the search pattern of `ssl_cipher_process_rulestr`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Selection {
    code: Option<u16>,
    key_exchange: u32,
    authentication: u32,
    encryption: u32,
    integrity: u32,
    protocol: Option<Protocol>,
    classes: u8,
}

impl Selection {
    /// Everything.
    pub(crate) const ALL: Selection = Selection {
        code: None,
        key_exchange: 0,
        authentication: 0,
        encryption: 0,
        integrity: 0,
        protocol: None,
        classes: 0,
    };

    /// What a word means to a library by itself; `None` if nothing.
    pub(crate) fn of_word(word: &str, library: Library) -> Option<Self> {
        let cipher = CIPHERS.iter().find(|facts| {
            let named = facts.name == word || library.facts().iana_names && facts.iana == Some(word);
            named && facts.offered & library.bit() != 0 && facts.protocol < Protocol::TlsV13
        });
        let alias = || ALIASES.iter().find(|facts| facts.name == word && facts.libraries & library.bit() != 0);
        cipher.map(Self::of_cipher).or_else(|| alias().map(Self::of_alias))
    }

    fn of_cipher(facts: &CipherFacts) -> Self {
        Self {
            code: Some(facts.code),
            key_exchange: 1 << facts.key_exchange as u32,
            authentication: 1 << facts.authentication as u32,
            encryption: 1 << facts.encryption as u32,
            integrity: 1 << facts.integrity as u32,
            protocol: None,
            classes: facts.classes,
        }
    }

    pub(crate) fn of_alias(facts: &AliasFacts) -> Self {
        Self {
            code: None,
            key_exchange: facts.key_exchange,
            authentication: facts.authentication,
            encryption: facts.encryption,
            integrity: facts.integrity,
            protocol: facts.protocol,
            classes: facts.classes,
        }
    }

    /// `self+next`; `None` if no cipher can have both. The code point is the last word's, and a strength forgets `COMPLEMENTOFDEFAULT`
    /// before it: so OpenSSL does it.
    pub(crate) fn and(self, next: Self) -> Option<Self> {
        let both = |a: u32, b: u32| match (a, b) {
            (0, one) | (one, 0) => Some(one),
            _ => Some(a & b).filter(|common| *common != 0),
        };
        let protocol = match (self.protocol, next.protocol) {
            (Some(a), Some(b)) if a != b => return None,
            (a, b) => b.or(a),
        };
        Some(Self {
            code: next.code,
            key_exchange: both(self.key_exchange, next.key_exchange)?,
            authentication: both(self.authentication, next.authentication)?,
            encryption: both(self.encryption, next.encryption)?,
            integrity: both(self.integrity, next.integrity)?,
            protocol,
            classes: Self::both_classes(self.classes, next.classes)?,
        })
    }

    fn both_classes(first: u8, next: u8) -> Option<u8> {
        let mut classes = first;
        if next & STRENGTHS != 0 {
            classes = match first & STRENGTHS {
                0 => next & STRENGTHS,
                common => Some(common & next).filter(|common| *common != 0)? | first & NOT_DEFAULT,
            };
        }
        Some(classes | next & NOT_DEFAULT)
    }

    /// Whether it selects a cipher: the tests of `ssl_cipher_apply_rule`.
    pub(crate) fn takes(&self, facts: &CipherFacts) -> bool {
        let any_or = |mask: u32, bit: u32| mask == 0 || mask >> bit & 1 == 1;
        self.code.is_none_or(|code| code == facts.code)
            && any_or(self.key_exchange, facts.key_exchange as u32)
            && any_or(self.authentication, facts.authentication as u32)
            && any_or(self.encryption, facts.encryption as u32)
            && any_or(self.integrity, facts.integrity as u32)
            && self.protocol.is_none_or(|protocol| protocol == facts.protocol)
            && [STRENGTHS, NOT_DEFAULT]
                .iter()
                .all(|mask| self.classes & mask == 0 || self.classes & mask & facts.classes != 0)
    }

    /// The ciphers of a set that it selects.
    pub(crate) fn within(&self, set: CipherSet) -> CipherSet {
        CipherSet::filter(|facts| self.takes(facts)) & set
    }
}

/// Why a word selects nothing in a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// No library knows it; [`did_you_mean`] may.
    NoSuchName,
    /// It is this name in wrong letter case.
    Case(&'static str),
    /// It is a TLS 1.3 suite, which only `MASTER_TLS_CIPHERSUITES` selects.
    Tls13Suite,
    /// It is the registered name of this cipher; the library takes only its own names.
    RegisteredName(&'static str),
    /// It was a name once, or is one in another library: the library at hand has no such cipher.
    NotInLibrary,
    /// `DEFAULT` and `SUITEB…` mean something at the very start of the string only.
    NotFirst,
}

impl Unknown {
    pub(crate) fn of(word: &str, library: Library) -> Self {
        let is_suite = |facts: &&CipherFacts| facts.protocol == Protocol::TlsV13 && facts.iana == Some(word);
        let registered = |facts: &&CipherFacts| facts.iana == Some(word) && facts.offered & library.bit() != 0;
        if word == "DEFAULT" || word.starts_with("SUITEB") {
            if library == Library::YaSsl { Self::NotInLibrary } else { Self::NotFirst }
        } else if CIPHERS.iter().any(|facts| is_suite(&facts)) {
            Self::Tls13Suite
        } else if CIPHERS.iter().any(|facts| facts.name == word) || ALIASES.iter().any(|facts| facts.name == word) {
            Self::NotInLibrary
        } else if let Some(facts) = CIPHERS.iter().find(registered) {
            Self::RegisteredName(facts.name)
        } else if CIPHERS.iter().any(|facts| facts.iana == Some(word)) {
            Self::NotInLibrary
        } else {
            names(library).find(|name| name.eq_ignore_ascii_case(word)).map_or(Self::NoSuchName, Self::Case)
        }
    }
}

/// The words that a library understands in cipher strings, TLS 1.3 suites aside.
fn names(library: Library) -> impl Iterator<Item = &'static str> {
    let bit = library.bit();
    let ciphers = CipherSet::offered_by(library).iter().map(Cipher::name);
    let aliases = ALIASES.iter().filter(move |facts| facts.libraries & bit != 0).map(|facts| facts.name);
    ciphers.chain(aliases).chain(library.has_tls13().then_some("DEFAULT"))
}

/// The word of cipher strings that a misspelt one is most like, if one is near; protocol names are never guessed.
///
/// ```
/// use replint::tls::{Library, did_you_mean};
/// assert_eq!(did_you_mean("EDCHE-RSA-AES128-GCM-SHA256", Library::OpenSsl30), Some("ECDHE-RSA-AES128-GCM-SHA256"));
/// assert_eq!(did_you_mean("FOO", Library::OpenSsl30), None);
/// ```
pub fn did_you_mean(word: &str, library: Library) -> Option<&'static str> {
    nearest(word, names(library))
}

/// The name nearest to a word: at most one edit in four letters.
pub(crate) fn nearest(word: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    const LONGEST: usize = 64;
    if word.len() > LONGEST || word.len() < 3 {
        return None;
    }
    let folded = word.to_ascii_uppercase();
    let candidates = names.filter(|name| !name.starts_with("TLSv") && !name.starts_with("SSLv"));
    let near = candidates.map(|name| (strsim::damerau_levenshtein(&folded, &name.to_ascii_uppercase()), name));
    near.filter(|(edits, _)| edits * 4 <= word.len()).min_by_key(|(edits, _)| *edits).map(|(_, name)| name)
}
