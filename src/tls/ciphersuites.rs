use super::cipher::{Cipher, CipherSet, Protocol};
use super::library::Library;
use super::lists::{self, List};
use super::words::nearest;
use crate::server::ServerSet;

/// What a library made of a list of TLS 1.3 suites: the answer of `SSL_CTX_set_ciphersuites`.
#[derive(Clone, Debug)]
pub struct Ciphersuites<'v> {
    /// The library that read it.
    pub library: Library,
    /// The elements, in order; those that are empty too.
    pub elements: Vec<Suite<'v>>,
    /// The TLS 1.3 suites that are set, best first, or why the list is refused. None at all is accepted: a client that may use TLS 1.3 then cannot
    /// connect ("no ciphers available"), it does not fall back to TLS 1.2.
    pub outcome: Result<Vec<Cipher>, CiphersuitesError>,
}

/// Why a list of suites is refused; the text is OpenSSL's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CiphersuitesError {
    /// OpenSSL 1.1.1: one of the elements is not known. 3.0 and later: none is.
    #[error("no cipher match")]
    NoCipherMatch,
}

/// One element of a list of suites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suite<'v> {
    /// As it is written, without the blanks around it.
    pub text: &'v str,
    /// Where it starts, in bytes of the value.
    pub start: usize,
    /// The TLS 1.3 suite that it sets.
    pub suite: Option<Cipher>,
    /// Whether the library knows it: it is that suite, or the registered name of a cipher before TLS 1.3, which is accepted without a use.
    pub known: bool,
}

impl<'v> Ciphersuites<'v> {
    /// The suites that are set; none if the list is refused.
    pub fn suites(&self) -> &[Cipher] {
        self.outcome.as_deref().unwrap_or_default()
    }

    /// Whether the library takes the list.
    pub fn is_accepted(&self) -> bool {
        self.outcome.is_ok()
    }

    /// The elements that set nothing.
    pub fn ignored(&self) -> impl Iterator<Item = &Suite<'v>> {
        self.elements.iter().filter(|element| element.suite.is_none())
    }

    /// The element that makes the library refuse the list, where a single one does.
    pub fn broken(&self) -> Option<&Suite<'v>> {
        let refuses = self.library.facts().unknown_suite_refuses;
        self.elements.iter().find(|element| refuses && !element.known)
    }

    /// The suites that are set and strong enough for the library's own security level.
    pub fn usable(&self) -> impl Iterator<Item = Cipher> {
        self.suites().iter().copied().filter(|suite| suite.is_usable(self.library.security_level()))
    }
}

impl Suite<'_> {
    /// The suite that a misspelt one is most like.
    pub fn did_you_mean(&self, library: Library) -> Option<&'static str> {
        let known = suites_of(library).iter().map(Cipher::name);
        if self.known { None } else { nearest(self.text, known) }
    }
}

fn suites_of(library: Library) -> CipherSet {
    CipherSet::filter(|facts| facts.protocol == Protocol::TlsV13 && facts.offered & library.bit() != 0)
}

/// What a library makes of the value of `MASTER_TLS_CIPHERSUITES`: registered names with `:` between them, in exact letter case; blanks around them
/// do not matter.
///
/// ```
/// use replint::tls::{self, Library};
/// let value = "TLS_AES_128_GCM_SHA256:TLS_AES_128_GMC_SHA256";
/// let list = tls::ciphersuites(value, Library::OpenSsl30);
/// assert_eq!(list.suites().len(), 1);
/// let list = tls::ciphersuites(value, Library::OpenSsl111);
/// assert!(!list.is_accepted());
/// assert_eq!(list.broken().unwrap().did_you_mean(list.library), Some("TLS_AES_128_GCM_SHA256"));
/// ```
pub fn ciphersuites(value: &str, library: Library) -> Ciphersuites<'_> {
    let value = value.split('\0').next().unwrap_or_default();
    let mut elements = Vec::new();
    let mut start = 0;
    for text in value.split(':').filter(|_| !value.is_empty()) {
        let blank = |c: char| c.is_ascii_whitespace() || c == '\x0b';
        let indent = text.len() - text.trim_start_matches(blank).len();
        elements.push(element(text.trim_matches(blank), start + indent, library));
        start += text.len() + 1;
    }
    let all = elements.iter().all(|element| element.known);
    let any = value.is_empty() || elements.iter().any(|element| element.known);
    let accepted = library.has_tls13() && if library.facts().unknown_suite_refuses { all } else { any };
    let suites = || elements.iter().filter_map(|element| element.suite).collect();
    let outcome = if accepted { Ok(suites()) } else { Err(CiphersuitesError::NoCipherMatch) };
    Ciphersuites { library, elements, outcome }
}

/// The two signalling values that stand among the suites (`ssl3_scsvs`).
const SIGNALS: [&str; 2] = ["TLS_EMPTY_RENEGOTIATION_INFO_SCSV", "TLS_FALLBACK_SCSV"];

fn element(text: &str, start: usize, library: Library) -> Suite<'_> {
    let suite = suites_of(library).iter().find(|suite| suite.name() == text);
    let listed = || CipherSet::filter(|facts| facts.iana == Some(text) && facts.listed & library.bit() != 0);
    let known = suite.is_some() || SIGNALS.contains(&text) || !listed().is_empty();
    Suite { text, start, suite, known }
}

/// The suites that a channel offers without `MASTER_TLS_CIPHERSUITES`.
pub fn unset_ciphersuites(library: Library, server: ServerSet) -> Ciphersuites<'static> {
    ciphersuites(lists::text(List::UnsetSuites, library, server).unwrap_or_default(), library)
}
