use crate::server::Word;
use crate::source::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum TokenKind {
    /// An unquoted word: a keyword where the grammar has one, else a name.
    Word,
    /// An unquoted name that is never a keyword: next to a dot.
    Name,
    /// `` `name` ``, or `"name"` under ANSI_QUOTES.
    QuotedName,
    /// `'text'` or `"text"`.
    Text,
    /// `N'text'`.
    NationalText,
    /// `$$text$$`.
    DollarText,
    /// `x'6162'`.
    HexText,
    /// `b'01'`.
    BinText,
    /// `0x6162`.
    Hex,
    /// `0b01`.
    Bin,
    /// Digits that fit 64 bits.
    Integer,
    /// Digits with a point, or too many of them.
    Decimal,
    /// Digits with an exponent.
    Float,
    /// `@` between a user and a host, or before a user variable.
    At,
    /// `@@`.
    AtAt,
    /// An unquoted host right behind `@`; may be empty.
    Host,
    /// `:=`.
    Assign,
    /// Any other byte; [`Token::symbol`] tells which.
    Symbol,
    /// A placeholder of a template, outside quotes.
    Placeholder,
    /// A quote without its end; reaches to the end of the text.
    UnclosedQuote,
    /// A comment without its end; reaches to the end of the text.
    UnclosedComment,
    /// What no server reads as a token, such as `x'1'`.
    Bad,
    /// Behind the last token; empty.
    End,
}

/// One token: 12 bytes. Comments and white space lie between tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Offset of the first byte in the statement.
    pub start: u32,
    /// In bytes.
    pub len: u32,
    word: u16,
    /// What it is.
    pub kind: TokenKind,
}

impl Token {
    pub(super) fn new(kind: TokenKind, start: usize, end: usize) -> Self {
        // Statements are smaller than 4 GiB: `Lexer::run` refuses others.
        Self { start: start as u32, len: (end - start) as u32, word: 0, kind }
    }

    pub(super) fn with_word(mut self, word: Word) -> Self {
        self.word = word.number();
        self
    }

    pub(super) fn with_symbol(mut self, byte: u8) -> Self {
        self.word = u16::from(byte);
        self
    }

    pub(super) fn known_as_plain(mut self, plain: bool) -> Self {
        self.word = u16::from(plain);
        self
    }

    /// Whether it is a text or a quoted name in which there is nothing to decode.
    pub(crate) fn is_plain(self) -> bool {
        matches!(self.kind, TokenKind::Text | TokenKind::QuotedName) && self.word == 1
    }

    /// The keyword, if it is one.
    pub fn word(self) -> Word {
        if self.kind == TokenKind::Word { Word::from_number(self.word) } else { Word::NONE }
    }

    /// The byte of a [`TokenKind::Symbol`]; 0 for other tokens.
    pub fn symbol(self) -> u8 {
        if self.kind == TokenKind::Symbol { self.word as u8 } else { 0 }
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        Span::new(self.start, self.start + self.len)
    }
}
