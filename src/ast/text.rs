//! The leaves: values, names, secrets, numbers.

use std::borrow::Cow;
use std::fmt;

use super::node::{Node, Visit, owned};
use crate::source::Span;

/// How a value or name was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Quote {
    /// Without quotes.
    None,
    /// `'text'`
    Single,
    /// `"text"`
    Double,
    /// `` `name` ``
    Backtick,
    /// `0x6162` or `x'6162'`, where a hash may be written so.
    Hex,
}

/// A value or a name as it stands in the text, with its quotes taken off; decoded on demand.
///
/// ```
/// use replint::ast::Text;
/// let text = Text::single_quoted(r"it\'s ''quoted''");
/// assert_eq!(text.value().unwrap(), "it's 'quoted'");
/// ```
#[derive(Clone)]
pub struct Text<'s> {
    raw: Raw<'s>,
    span: Span,
    quote: Quote,
    escapes: bool,
    placeholder: bool,
    /// Known to need no decoding.
    plain: bool,
}

/// The bytes of a text. Whether they are UTF-8 is found out once for a statement, not for each text that is asked for.
#[derive(Clone)]
pub(crate) enum Raw<'s> {
    Utf8(Cow<'s, str>),
    /// Boxed, as it is rare and would make every text larger.
    Other(Box<Cow<'s, [u8]>>),
}

impl<'s> Raw<'s> {
    fn bytes(&self) -> &[u8] {
        match self {
            Raw::Utf8(text) => text.as_bytes(),
            Raw::Other(bytes) => bytes,
        }
    }

    fn into_owned(self) -> Raw<'static> {
        match self {
            Raw::Utf8(text) => Raw::Utf8(Cow::Owned(text.into_owned())),
            Raw::Other(bytes) => Raw::Other(Box::new(Cow::Owned(bytes.into_owned()))),
        }
    }
}

impl<'s> From<&'s [u8]> for Raw<'s> {
    fn from(bytes: &'s [u8]) -> Self {
        Raw::Other(Box::new(Cow::Borrowed(bytes)))
    }
}

impl<'s> From<&'s str> for Raw<'s> {
    fn from(text: &'s str) -> Self {
        Raw::Utf8(Cow::Borrowed(text))
    }
}

impl<'s> Text<'s> {
    pub(crate) fn new(raw: impl Into<Raw<'s>>, span: Span, quote: Quote, escapes: bool, placeholder: bool) -> Self {
        Self { raw: raw.into(), span, quote, escapes, placeholder, plain: false }
    }

    /// The same, of which it is known whether there is nothing in it to decode.
    pub(crate) fn known_as_plain(self, plain: bool) -> Self {
        Self { plain, ..self }
    }

    /// Whether it is known that there is nothing in it to decode.
    pub(super) fn is_plain(&self) -> bool {
        self.plain
    }

    /// Tokens that stand at `span` with something else between them.
    pub(crate) fn put_together(tokens: Vec<u8>, span: Span) -> Self {
        let raw = match String::from_utf8(tokens) {
            Ok(text) => Raw::Utf8(Cow::Owned(text)),
            Err(error) => Raw::Other(Box::new(Cow::Owned(error.into_bytes()))),
        };
        Self { raw, span, quote: Quote::None, escapes: false, placeholder: false, plain: false }
    }

    /// A text as it would stand between single quotes, backslash escapes and all.
    pub fn single_quoted(raw: &'s str) -> Self {
        Self::new(raw, Span::default(), Quote::Single, true, false)
    }

    /// The bytes between the quotes, as written.
    pub fn raw(&self) -> &[u8] {
        self.raw.bytes()
    }

    /// Where it stands, quotes included.
    pub fn span(&self) -> Span {
        self.span
    }

    /// How it was written.
    pub fn quote(&self) -> Quote {
        self.quote
    }

    /// Whether a template puts the value here later.
    pub fn is_placeholder(&self) -> bool {
        self.placeholder
    }

    /// Whether the bytes are valid UTF-8; others are decoded lossily.
    pub fn is_utf8(&self) -> bool {
        matches!(self.raw, Raw::Utf8(_)) || std::str::from_utf8(self.raw()).is_ok()
    }

    /// What the server sees: quotes undoubled, escapes resolved. `None` for a placeholder: the value is not known.
    pub fn value(&self) -> Option<Cow<'_, str>> {
        if self.placeholder { None } else { Some(self.decode()) }
    }

    /// Where a part of the value stands, in bytes of it; `None` where escapes make value and text differ.
    pub fn part(&self, start: usize, len: usize) -> Option<Span> {
        let is_quoted = matches!(self.quote, Quote::Single | Quote::Double);
        let is_plain = is_quoted && !self.placeholder && matches!(self.decode_bytes(), Cow::Borrowed(_));
        let from = u32::try_from(start).ok()?.checked_add(self.span.start + 1)?;
        let to = u32::try_from(len).ok()?.checked_add(from)?;
        (is_plain && self.is_utf8() && to < self.span.end).then_some(Span::new(from, to))
    }

    fn decode(&self) -> Cow<'_, str> {
        match (&self.raw, self.decode_bytes()) {
            (Raw::Utf8(text), Cow::Borrowed(_)) => Cow::Borrowed(text),
            (_, Cow::Borrowed(bytes)) => lossy(bytes),
            (_, Cow::Owned(bytes)) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
        }
    }

    /// Whether its value is known to be `''`.
    pub fn is_empty(&self) -> bool {
        self.raw().is_empty() && !self.placeholder
    }

    /// [`Text::value`] in bytes, also of a placeholder.
    pub fn decode_bytes(&self) -> Cow<'_, [u8]> {
        let raw = self.raw();
        let (quote, escapes) = match self.quote {
            _ if self.plain => return Cow::Borrowed(raw),
            Quote::None | Quote::Hex => return Cow::Borrowed(raw),
            Quote::Single => (b'\'', self.escapes),
            Quote::Double => (b'"', self.escapes),
            Quote::Backtick => (b'`', false),
        };
        if memchr::memchr2(quote, if escapes { b'\\' } else { quote }, raw).is_none() {
            return Cow::Borrowed(raw);
        }
        let mut bytes = Vec::with_capacity(raw.len());
        let mut rest = raw.iter().copied();
        while let Some(byte) = rest.next() {
            match byte {
                b'\\' if escapes => unescape(rest.next(), &mut bytes),
                _ => {
                    if byte == quote {
                        rest.next();
                    }
                    bytes.push(byte);
                }
            }
        }
        Cow::Owned(bytes)
    }
}

/// As `String::from_utf8_lossy`, which takes its time also where nothing is lost.
fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(bytes),
    }
}

/// The escapes of the manual's chapter "String Literals"; `\%` and `\_` keep the backslash.
fn unescape(escaped: Option<u8>, bytes: &mut Vec<u8>) {
    match escaped {
        Some(b'0') => bytes.push(0),
        Some(b'b') => bytes.push(8),
        Some(b'n') => bytes.push(b'\n'),
        Some(b'r') => bytes.push(b'\r'),
        Some(b't') => bytes.push(b'\t'),
        Some(b'Z') => bytes.push(0x1a),
        Some(byte @ (b'%' | b'_')) => bytes.extend([b'\\', byte]),
        Some(byte) => bytes.push(byte),
        None => bytes.push(b'\\'),
    }
}

impl fmt::Display for Text<'_> {
    /// The decoded value; a placeholder as written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.decode())
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}@{}..{}", self.decode(), self.span.start, self.span.end)
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.same(other)
    }
}

impl Node for Text<'_> {
    type Owned = Text<'static>;
    fn into_owned(self) -> Text<'static> {
        Text { raw: self.raw.into_owned(), ..self }
    }
    fn same(&self, other: &Self) -> bool {
        self.decode_bytes() == other.decode_bytes()
    }
    fn walk<V: Visit + ?Sized>(&self, visitor: &mut V) {
        visitor.text(self);
    }
}

/// A password, a hash, a challenge: [`Secret::expose`] is the only way to its text.
///
/// ```
/// let parsed = replint::parse_statement("SET PASSWORD = 'example'", &Default::default());
/// assert!(!format!("{:?}", parsed.statement).contains("example"));
/// ```
#[derive(Clone, PartialEq)]
pub struct Secret<'s>(Text<'s>);

/// What stands for a secret in every output.
const HIDDEN: &str = "<secret>";

impl<'s> Secret<'s> {
    pub(crate) fn new(text: Text<'s>) -> Self {
        Self(text)
    }

    /// The text itself. Never write it into a message.
    pub fn expose(&self) -> &Text<'s> {
        &self.0
    }

    /// Where it stands, quotes included.
    pub fn span(&self) -> Span {
        self.0.span
    }
}

impl fmt::Debug for Secret<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

impl fmt::Display for Secret<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

impl Node for Secret<'_> {
    type Owned = Secret<'static>;
    fn into_owned(self) -> Secret<'static> {
        Secret(self.0.into_owned())
    }
    fn same(&self, other: &Self) -> bool {
        self.0.same(&other.0)
    }
    fn walk<V: Visit + ?Sized>(&self, visitor: &mut V) {
        visitor.secret(self);
    }
}

/// A number as written.
///
/// Where the servers want an integer they cut the text at the first byte that is no digit: `3306.9` is 3306 and `1e3` is 1.
#[derive(Clone, Debug)]
pub struct Number<'s> {
    raw: Cow<'s, [u8]>,
    span: Span,
    hex: bool,
    placeholder: bool,
}

impl<'s> Number<'s> {
    pub(crate) fn new(raw: &'s [u8], span: Span, hex: bool, placeholder: bool) -> Self {
        Self { raw: Cow::Borrowed(raw), span, hex, placeholder }
    }

    /// As written.
    pub fn raw(&self) -> Cow<'_, str> {
        lossy(&self.raw)
    }

    /// As written, byte for byte.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.raw
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether a template puts the number here later.
    pub fn is_placeholder(&self) -> bool {
        self.placeholder
    }

    /// As the servers read it where they want an integer; more than 64 bits are the largest such number. `None` for a placeholder.
    pub fn integer(&self) -> Option<u64> {
        if self.placeholder {
            return None;
        }
        let (digits, radix) = match (self.hex, &*self.raw) {
            (false, [digit @ b'0'..=b'9']) => return Some(u64::from(digit - b'0')),
            (true, [b'0', b'x', digits @ ..] | [b'x' | b'X', b'\'', digits @ ..]) => (digits, 16),
            (_, digits) => (digits, 10),
        };
        let digits = digits.iter().map_while(|byte| char::from(*byte).to_digit(radix));
        let value = digits
            .into_iter()
            .try_fold(0_u64, |value, digit| value.checked_mul(u64::from(radix))?.checked_add(u64::from(digit)));
        Some(value.unwrap_or(u64::MAX))
    }

    /// With its decimals. `None` for a placeholder.
    pub fn decimal(&self) -> Option<f64> {
        if self.placeholder || self.hex { None } else { self.raw().parse().ok() }
    }
}

impl PartialEq for Number<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.same(other)
    }
}

impl Node for Number<'_> {
    type Owned = Number<'static>;
    fn into_owned(self) -> Number<'static> {
        Number { raw: owned(self.raw), ..self }
    }
    fn same(&self, other: &Self) -> bool {
        self.raw.eq_ignore_ascii_case(&other.raw)
    }
    fn walk<V: Visit + ?Sized>(&self, visitor: &mut V) {
        visitor.number(self);
    }
}
