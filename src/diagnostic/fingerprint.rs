use std::collections::HashMap;
use std::fmt;
use std::hash::Hasher;
use std::path::Path;
use std::str::FromStr;

use siphasher::sip128::{Hasher128, SipHasher24};

use super::{Diagnostic, slashed};
use crate::source::{MASK, Span, masked, plain};

/// Names a finding from run to run, wherever in the file its statement has moved to.
///
/// It is SipHash-2-4-128, under the key 0, of the rule, the path with `/`, the statement, and how many findings before it in the file have the
/// same three. White space counts as one blank, and what is masked as one `*`: a statement may be laid out anew and its password be another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u128);

impl Fingerprint {
    /// Of a text whose `hidden` spans are sorted and do not overlap.
    pub(super) fn of_statement(text: &[u8], hidden: &[Span]) -> Self {
        let mut normal = Normal { text: Vec::with_capacity(text.len()), after_space: false };
        let mut at = 0;
        for span in hidden.iter().take_while(|span| (span.start as usize) < text.len()) {
            normal.visible(text, Span::new(at, span.start));
            normal.write(MASK.encode_utf8(&mut [0; 4]), char::is_whitespace);
            at = span.end.min(text.len() as u32);
        }
        normal.visible(text, Span::new(at, text.len() as u32));
        normal.finish()
    }

    pub(super) fn of_finding(rule: &str, path: &Path, statement: Self) -> Self {
        Self::of(&[rule.as_bytes(), slashed(path).as_bytes(), &statement.0.to_le_bytes()])
    }

    fn of(parts: &[&[u8]]) -> Self {
        let mut hasher = SipHasher24::new();
        for part in parts {
            // Lengths and numbers as bytes: the machine's order must not count.
            hasher.write(&(part.len() as u64).to_le_bytes());
            hasher.write(part);
        }
        Self(hasher.finish128().as_u128())
    }
}

/// 32 hexadecimal digits.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl FromStr for Fingerprint {
    type Err = NoFingerprint;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_hexadecimal = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = is_hexadecimal.then(|| u128::from_str_radix(text, 16).ok()).flatten();
        number.map(Self).ok_or(NoFingerprint)
    }
}

/// A text is not 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a fingerprint has 32 hexadecimal digits")]
pub struct NoFingerprint;

#[cfg(feature = "serde")]
impl serde::Serialize for Fingerprint {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A statement with its white space made equal.
struct Normal {
    text: Vec<u8>,
    after_space: bool,
}

impl Normal {
    fn visible(&mut self, text: &[u8], span: Span) {
        match plain(span.of(text)) {
            Some(plain) => self.lines(plain.as_bytes()),
            None => self.write(&masked(text, span, &[]), char::is_whitespace),
        }
    }

    /// Lines in which white space is single blanks, as in most, are taken as they are.
    fn lines(&mut self, text: &[u8]) {
        let mut start = 0;
        for end in memchr::memchr_iter(b'\n', text).chain([text.len()]) {
            let line = &text[start..end];
            self.after_space |= start > 0;
            let (inside, is_single) = (trim_blanks(line), |line: &[u8]| {
                let twice = line.iter().zip(line.get(1..).unwrap_or_default());
                let has_two = twice.fold(false, |any, (one, next)| any | ((*one == b' ') & (*next == b' ')));
                !has_two && memchr::memchr(b'\t', line).is_none()
            });
            self.after_space |= line.first() == Some(&b' ');
            if is_single(inside) {
                self.words([inside].into_iter());
            } else {
                self.words(inside.split(|byte| matches!(byte, b' ' | b'\t')));
            }
            self.after_space |= line.last() == Some(&b' ');
            start = end + 1;
        }
    }

    fn write(&mut self, text: &str, is_space: impl Fn(char) -> bool) {
        self.words(text.split(is_space).map(str::as_bytes));
    }

    fn words<'w>(&mut self, words: impl Iterator<Item = &'w [u8]>) {
        for (at, word) in words.enumerate() {
            self.after_space |= at > 0;
            if word.is_empty() {
                continue;
            }
            if !self.text.is_empty() && self.after_space {
                self.text.push(b' ');
            }
            self.text.extend_from_slice(word);
            self.after_space = false;
        }
    }

    fn finish(self) -> Fingerprint {
        let mut hasher = SipHasher24::new();
        hasher.write(&self.text);
        Fingerprint(hasher.finish128().as_u128())
    }
}

fn trim_blanks(line: &[u8]) -> &[u8] {
    let start = line.iter().position(|byte| *byte != b' ').unwrap_or(line.len());
    let behind = line[start..].iter().rev().take_while(|byte| **byte == b' ').count();
    &line[start..line.len() - behind]
}

/// Tells findings apart that have rule, path and statement in common, by their order in the file.
#[derive(Debug, Default)]
pub struct Ordinals {
    seen: HashMap<Fingerprint, u64>,
}

impl Ordinals {
    /// Numbers the next finding. The first keeps its fingerprint.
    pub fn number(&mut self, diagnostic: &mut Diagnostic) {
        let seen = self.seen.entry(diagnostic.fingerprint).or_default();
        if *seen > 0 {
            let first = diagnostic.fingerprint.0.to_le_bytes();
            diagnostic.fingerprint = Fingerprint::of(&[&first, &seen.to_le_bytes()]);
        }
        *seen += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, hidden: &[Span]) -> String {
        let statement = Fingerprint::of_statement(text.as_bytes(), hidden);
        Fingerprint::of_finding("a-rule", Path::new("a/b.sql"), statement).to_string()
    }

    #[test]
    fn layout_and_secrets_do_not_count() {
        let plain = of("SET PASSWORD = 'tiger'", &[Span::new(16, 21)]);
        assert_eq!(plain, of("SET\r\n\tPASSWORD  = 'a b\n\nc'\n", &[Span::new(19, 25)]));
        assert_ne!(plain, of("SET PASSWORD = ' tiger'", &[Span::new(17, 22)]));
        assert_ne!(plain, of("SETPASSWORD = 'tiger'", &[Span::new(15, 20)]));
    }

    #[test]
    fn white_space_is_one_blank_wherever_it_stands() {
        let slow = |text: &str| {
            let words = text.split([' ', '\t', '\n']).filter(|word| !word.is_empty());
            let text = words.collect::<Vec<_>>().join(" ");
            let mut hasher = SipHasher24::new();
            hasher.write(text.as_bytes());
            Fingerprint(hasher.finish128().as_u128())
        };
        let parts = ["a", "bc", " ", "  ", "\t", "\n", "\n  "];
        for number in 0..parts.len().pow(5) {
            let text: String = (0..5).map(|at| parts[number / parts.len().pow(at) % parts.len()]).collect();
            assert_eq!(Fingerprint::of_statement(text.as_bytes(), &[]), slow(&text), "{text:?}");
        }
    }

    /// Fingerprints are kept in files of users: they may never change.
    #[test]
    fn a_fingerprint_is_for_ever() {
        assert_eq!(of("STOP SLAVE", &[]), "27cad391185953bed02c9cf9fefdc105");
    }
}
