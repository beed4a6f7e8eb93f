//! yaSSL, the library of the GPL builds up to MySQL 5.7.27: `SSL_CTX::SetCipherList` of extra/yassl/src/yassl_int.cpp.

use super::cipher::{Cipher, CipherSet};
use super::cipher_list::{CipherList, CipherListError, Effect, Element, Idle, Operator};
use super::library::Library;
use super::words::Unknown;

/// Names between colons, exactly as in its table; no aliases, no operators. A string is refused if it has none, but an empty element counts as
/// one, since the gaps of that table are empty names: `nonsense:` is accepted and offers nothing.
pub(crate) fn cipher_list<'v>(value: &'v str, blocked: &'static str) -> CipherList<'v> {
    let offered = CipherSet::offered_by(Library::YaSsl);
    let (mut elements, mut ciphers, mut accepted) = (Vec::new(), Vec::<Cipher>::new(), false);
    let mut seen = CipherSet::EMPTY;
    let mut start = 0;
    for text in value.split(':') {
        let cipher = offered.iter().find(|cipher| cipher.name() == text);
        accepted |= cipher.is_some() || text.is_empty();
        if !text.is_empty() {
            elements.push(Element { text, start, operator: operator(text), effect: effect(text, cipher, seen) });
        }
        if let Some(cipher) = cipher {
            seen.insert(cipher);
            ciphers.push(cipher);
        }
        start += text.len() + 1;
    }
    let outcome = if accepted { Ok(ciphers) } else { Err(CipherListError::NoCipherMatch) };
    CipherList { library: Library::YaSsl, blocked, elements, outcome, security_level: None, suites: None }
}

/// What the writer of an element had in mind; yaSSL takes the sign for a part of the name.
fn operator(text: &str) -> Operator {
    match text.as_bytes().first() {
        Some(b'!') => Operator::Ban,
        Some(b'-') => Operator::Delete,
        Some(b'+') => Operator::MoveToEnd,
        Some(b'@') => Operator::Command,
        _ => Operator::Add,
    }
}

fn effect(text: &str, cipher: Option<Cipher>, seen: CipherSet) -> Effect<'_> {
    match cipher {
        Some(cipher) if seen.contains(cipher) => Effect::Nothing(Idle::Present),
        Some(cipher) => Effect::Adds([cipher].into_iter().collect()),
        None => Effect::Ignored(Unknown::of(text.trim_start_matches(['!', '-', '+']), Library::YaSsl), text),
    }
}
