use std::borrow::Cow;
use std::fmt;

use crate::source::Span;

/// The value of an option. Where it is a password, only [`expose`](Self::expose) gives it.
#[derive(Clone, PartialEq, Eq)]
pub struct Value {
    /// In the file, without the quotes around it.
    pub span: Span,
    /// `'` or `"`, if it stands in them.
    pub quote: Option<char>,
    decoded: Vec<u8>,
    is_secret: bool,
}

impl Value {
    /// Of `text[start..end]`, which is trimmed; `base` is where the text starts in the file.
    pub(super) fn read(text: &[u8], (mut start, mut end): (usize, usize), base: usize, is_secret: bool) -> Self {
        let first = text.get(start).copied().filter(|byte| matches!(byte, b'\'' | b'"'));
        let quote = first.filter(|quote| end - start > 1 && text[end - 1] == *quote);
        if quote.is_some() {
            (start, end) = (start + 1, end - 1);
        }
        let span = Span::new((base + start) as u32, (base + end) as u32);
        Self { span, quote: quote.map(char::from), decoded: decoded(&text[start..end]), is_secret }
    }

    /// The value as the program gets it, also a password.
    pub fn expose(&self) -> &[u8] {
        &self.decoded
    }

    /// Whether nothing may show it.
    pub fn is_secret(&self) -> bool {
        self.is_secret
    }

    /// Whether it is `''` or nothing at all behind the `=`.
    pub fn is_empty(&self) -> bool {
        self.decoded.is_empty()
    }

    /// The value, escapes replaced, bytes that are no UTF-8 too; `None` for a password.
    pub fn text(&self) -> Option<Cow<'_, str>> {
        (!self.is_secret).then(|| String::from_utf8_lossy(&self.decoded))
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text() {
            Some(text) => write!(f, "{text:?}"),
            None => f.write_str("<secret>"),
        }
    }
}

/// Escapes replaced. A backslash before anything else stays, and so does one at the end.
fn decoded(text: &[u8]) -> Vec<u8> {
    let mut value = Vec::with_capacity(text.len());
    let mut bytes = text.iter().copied();
    while let Some(byte) = bytes.next() {
        if byte != b'\\' {
            value.push(byte);
            continue;
        }
        match bytes.next() {
            Some(b'n') => value.push(b'\n'),
            Some(b't') => value.push(b'\t'),
            Some(b'r') => value.push(b'\r'),
            Some(b'b') => value.push(8),
            Some(b's') => value.push(b' '),
            Some(escaped @ (b'"' | b'\'' | b'\\')) => value.push(escaped),
            Some(other) => value.extend([b'\\', other]),
            None => value.push(b'\\'),
        }
    }
    value
}
