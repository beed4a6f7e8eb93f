use std::sync::OnceLock;

use super::cipher::{Cipher, CipherSet};
use super::ciphersuites::ciphersuites;
use super::library::Library;
use super::lists::{self, List, blocked};
use super::order::Order;
use super::rules::Reader;
use super::tables::{LIBRARIES, LISTS};
use super::words::Unknown;
use super::yassl;
use crate::server::{Flavor, ServerSet};

/// What a library made of a cipher string: the answer of `SSL_CTX_set_cipher_list`, and what each element did.
#[derive(Clone, Debug)]
pub struct CipherList<'v> {
    /// The library that read it.
    pub library: Library,
    /// What the server put in front of it, `""` for nothing.
    pub blocked: &'static str,
    /// The elements of the string, in order; separators alone make none.
    pub elements: Vec<Element<'v>>,
    /// The ciphers that are left for TLS 1.2 and before, best first, or why the library refuses the string.
    pub outcome: Result<Vec<Cipher>, CipherListError>,
    /// The security level that it sets with `@SECLEVEL`.
    pub security_level: Option<u8>,
    /// The TLS 1.3 suites that it sets, if it does: on MariaDB the string is both.
    pub suites: Option<Vec<Cipher>>,
}

/// Why a cipher string is refused; the texts are OpenSSL's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CipherListError {
    /// An element breaks off the reading; see [`CipherList::broken`].
    #[error("invalid command")]
    InvalidCommand,
    /// Nothing is left in the list.
    #[error("no cipher match")]
    NoCipherMatch,
}

/// One element of a cipher string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element<'v> {
    /// As it is written, with its operator.
    pub text: &'v str,
    /// Where it starts, in bytes of the value.
    pub start: usize,
    /// What it is meant to do.
    pub operator: Operator,
    /// What it does.
    pub effect: Effect<'v>,
}

/// The sign in front of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// None: add to the end of the list.
    Add,
    /// `-`: take out of the list; a later element may add it again.
    Delete,
    /// `!`: take out for good.
    Ban,
    /// `+`: move to the end of the list.
    MoveToEnd,
    /// `@`: a command.
    Command,
}

/// What an element of a cipher string did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect<'v> {
    /// These came to the end of the list.
    Adds(CipherSet),
    /// These left the list.
    Deletes(CipherSet),
    /// These, in the list or not, can no longer be in it.
    Bans(CipherSet),
    /// These went to the end of the list.
    MovesToEnd(CipherSet),
    /// `@STRENGTH`: the list is sorted.
    Sorts,
    /// `@SECLEVEL`: the security level is set.
    SetsSecurityLevel(u8),
    /// This TLS 1.3 suite is set (MariaDB).
    SetsSuite(Cipher),
    /// The word means nothing to the library, which skips the whole element.
    Ignored(Unknown, &'v str),
    /// It is understood and changes nothing.
    Nothing(Idle),
    /// The library refuses the whole string here.
    Breaks(Break),
    /// An element before made the library stop, or was all that it looked at.
    Unread,
}

/// Why an element that is understood changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// The parts of `A+B` exclude each other.
    Contradiction,
    /// The library has no cipher of the kind.
    Empty,
    /// The server's block list has banned all of them.
    Blocked,
    /// An element before has banned all of them.
    Banned,
    /// All of them are in the list already.
    Present,
    /// None of them is in the list, so none can leave or move.
    Absent,
}

/// Why the library refuses a string at an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// A sign, or a `+` between words, without a word behind it.
    NoWord,
    /// A character that no word has, where a word must start; so also directly behind a word that is known.
    Character(char),
    /// `@` and something else than `STRENGTH` or `SECLEVEL=` with a digit from 0 to 5.
    Command,
}

impl Element<'_> {
    /// Whether the library skipped it without looking for ciphers: a typing error, mostly. `!` and `-` with names that are gone from the
    /// library, as in `HIGH:!EXPORT:!RC4`, are not counted: what they ask for is so anyway.
    pub fn is_ignored(&self) -> bool {
        match self.effect {
            Effect::Ignored(Unknown::NotInLibrary, _) => !matches!(self.operator, Operator::Ban | Operator::Delete),
            Effect::Ignored(..) => true,
            _ => false,
        }
    }
}

impl<'v> CipherList<'v> {
    /// The ciphers that are left; none if the string is refused.
    pub fn ciphers(&self) -> &[Cipher] {
        self.outcome.as_deref().unwrap_or_default()
    }

    /// Whether the library takes the string. It may still leave nothing to connect with: ask [`usable`](Self::usable).
    pub fn is_accepted(&self) -> bool {
        self.outcome.is_ok()
    }

    /// The elements that are skipped as if they were not there.
    pub fn ignored(&self) -> impl Iterator<Item = &Element<'v>> {
        self.elements.iter().filter(|element| element.is_ignored())
    }

    /// The element at which the library stops reading, with an invalid command.
    pub fn broken(&self) -> Option<&Element<'v>> {
        self.elements.iter().find(|element| matches!(element.effect, Effect::Breaks(_)))
    }

    /// The ciphers that are left and strong enough for the security level of the string or, without one, of the library.
    pub fn usable(&self) -> impl Iterator<Item = Cipher> {
        let level = self.security_level.unwrap_or(self.library.security_level());
        self.ciphers().iter().copied().filter(move |cipher| cipher.is_usable(level))
    }

    /// Whether a source of this release can take one of the ciphers over TLS 1.2 or before, however it is configured: from MySQL 8.4 on a source
    /// may be given the ciphers of [`allowed_ciphers`](super::allowed_ciphers) only.
    ///
    /// ```
    /// use replint::server::{ServerSet, Targets};
    /// use replint::tls::{self, Library};
    /// let source = "mysql-8.4".parse::<Targets>().unwrap().servers();
    /// let list = |value| tls::cipher_list(value, Library::OpenSsl30, ServerSet::EMPTY);
    /// assert!(!list("AES128-SHA:AES256-SHA").can_match(source));
    /// assert!(list("AES128-SHA:ECDHE-RSA-AES128-GCM-SHA256").can_match(source));
    /// ```
    pub fn can_match(&self, source: ServerSet) -> bool {
        match lists::text_of(List::Allowed, source) {
            Some(allowed) => self.ciphers().iter().any(|cipher| allowed.split(':').any(|name| name == cipher.name())),
            None => !self.ciphers().is_empty(),
        }
    }
}

/// What a library makes of a cipher string that a server hands to it as the value of `MASTER_SSL_CIPHER` or `ssl_cipher`.
///
/// `server` is one release (of several the newest decides); [`ServerSet::EMPTY`] asks the library alone. Servers take an empty option for one that
/// is not set: then [`unset_cipher_list`] holds, not the answer to `""`.
///
/// ```
/// use replint::server::Targets;
/// use replint::tls::{self, CipherListError, Effect, Library, Operator};
/// let mysql = "mysql-9.7".parse::<Targets>().unwrap().servers();
///
/// let list = tls::cipher_list("HIGH:!EDH:!AECDH:-SRP:+kRSA:ECDHE-RSA-AES128-GMC-SHA256", Library::OpenSsl36, mysql);
/// assert_eq!(list.ciphers()[0].name(), "ECDHE-ECDSA-AES256-GCM-SHA384");
/// assert_eq!(list.ignored().map(|element| element.text).collect::<Vec<_>>(), ["ECDHE-RSA-AES128-GMC-SHA256"]);
///
/// let list = tls::cipher_list("HIGH:@SECLEVEL=9", Library::OpenSsl36, mysql);
/// assert_eq!(list.outcome, Err(CipherListError::InvalidCommand));
/// assert_eq!(list.broken().unwrap().operator, Operator::Command);
///
/// // Behind the server's block list DEFAULT is a word like any other.
/// let list = tls::cipher_list("DEFAULT", Library::OpenSsl36, mysql);
/// assert_eq!(list.outcome, Err(CipherListError::NoCipherMatch));
/// assert!(matches!(list.elements[0].effect, Effect::Ignored(..)));
/// ```
pub fn cipher_list(value: &str, library: Library, server: ServerSet) -> CipherList<'_> {
    let value = value.split('\0').next().unwrap_or_default();
    let blocked = blocked(library, server);
    if library == Library::YaSsl {
        return yassl::cipher_list(value, blocked);
    }
    let list = evaluate(value, library, blocked);
    match server.iter().last() {
        Some((Flavor::MariaDb, _)) => with_suites(list, value, server),
        _ => list,
    }
}

/// What a channel offers that has no cipher string.
///
/// ```
/// use replint::server::Targets;
/// use replint::tls::{self, Library};
/// let mysql = "mysql-5.7.20".parse::<Targets>().unwrap().servers();
/// assert_eq!(tls::unset_cipher_list(Library::YaSsl, mysql).ciphers()[0].name(), "DHE-RSA-AES256-SHA");
/// ```
pub fn unset_cipher_list(library: Library, server: ServerSet) -> CipherList<'static> {
    let value = lists::text(List::Unset, library, server).unwrap_or("DEFAULT");
    match library {
        Library::YaSsl => yassl::cipher_list(value, blocked(library, server)),
        _ => evaluate(value, library, blocked(library, server)),
    }
}

/// MariaDB tries the string as a list of TLS 1.3 suites too, and is content if either is accepted. A cipher string that leaves nothing has emptied the
/// list by then; one that is broken has left it as it was.
fn with_suites<'v>(mut list: CipherList<'v>, value: &'v str, server: ServerSet) -> CipherList<'v> {
    let suites = ciphersuites(value, list.library);
    let Ok(set) = &suites.outcome else { return list };
    list.suites = Some(set.clone());
    list.outcome = match list.outcome {
        Err(CipherListError::NoCipherMatch) => Ok(Vec::new()),
        Err(CipherListError::InvalidCommand) => unset_cipher_list(list.library, server).outcome,
        kept => kept,
    };
    for element in &mut list.elements {
        let found = suites.elements.binary_search_by_key(&element.start, |suite| suite.start).ok();
        let suite = found.and_then(|index| suites.elements.get(index)).filter(|suite| suite.text == element.text);
        if let Some(suite) = suite.and_then(|suite| suite.suite) {
            element.effect = Effect::SetsSuite(suite);
        }
    }
    list
}

/// The list behind what a server puts in front of every string, and what that has banned: the same for all strings.
fn behind(blocked: &'static str, library: Library) -> (Order, CipherSet) {
    static BEHIND: [[OnceLock<(Order, CipherSet)>; LISTS.len()]; LIBRARIES.len()] =
        [const { [const { OnceLock::new() }; LISTS.len()] }; LIBRARIES.len()];
    let apply = || {
        let mut order = Order::new(library);
        for element in Reader::new(blocked, library, true) {
            element.apply(&mut order, CipherSet::EMPTY);
        }
        let (active, idle) = order.taken(|_| true);
        (order, CipherSet::offered_by(library) - (active | idle))
    };
    let line = LISTS.iter().position(|line| line.text == blocked);
    let known = line.and_then(|line| BEHIND[library as usize].get(line));
    known.map_or_else(apply, |known| known.get_or_init(apply).clone())
}

fn evaluate<'v>(value: &'v str, library: Library, blocked: &'static str) -> CipherList<'v> {
    let (mut order, banned) = behind(blocked, library);
    let mut list = CipherList {
        library,
        blocked,
        elements: Vec::new(),
        outcome: Err(CipherListError::InvalidCommand),
        security_level: None,
        suites: None,
    };
    let mut reader = Reader::new(value, library, !blocked.is_empty());
    for parsed in reader.by_ref() {
        let element = parsed.apply(&mut order, banned);
        if let Effect::SetsSecurityLevel(level) = element.effect {
            list.security_level = Some(level);
        }
        list.elements.push(element);
    }
    list.elements.extend(reader.unread());
    if list.broken().is_none() {
        let ciphers: Vec<Cipher> = order.active().collect();
        list.outcome = if ciphers.is_empty() { Err(CipherListError::NoCipherMatch) } else { Ok(ciphers) };
    }
    list
}
