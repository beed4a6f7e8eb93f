//! A statement to tokens, by the rules of the servers' own lexers.
//!
//! Every byte belongs to a token or to the trivia (white space, comments) between two. The few rules that differ between
//! servers are executable comments and dollar-quoted strings: where the servers at hand disagree, the lexer stops and tells
//! how to split them.
//!
//! ```ebnf
//! (* Lexical classes of the productions:
//!    NAME.place     an unquoted word that is not reserved at that place (keywords.tsv), an unquoted name next to a dot, or QUOTED
//!    QUOTED         `name`
//!    TEXT           'text' or "text", one token: no concatenation, no introducer;  NATIONALTEXT  N'text'
//!    HOST           what stands unquoted right behind an @: letters, digits, "." "_" "$" and bytes above 127; may be empty
//!    HOST.empty     nothing;  QUOTED.empty  ``;  TEXT.empty  '' or ""
//!    INTEGER        digits, up to 64 bits;  NUM  of them those up to 2147483647
//!    DECIMAL        digits with a point, or more than 64 bits;  FLOAT  digits with an exponent
//!    HEX            0x61;  HEXTEXT  x'61';  BIN  0b01;  BINTEXT  b'01'
//!    BIT            an INTEGER, HEX or HEXTEXT whose value is 0 or 1
//!    PRIVILEGE      a phrase of privileges.tsv that takes no columns;  COLUMN_PRIVILEGE  one that does
//!    OPTION.kind    a word of channel_options.tsv with that kind of value;  OPTION.LINE  of that line;  OPTION.default  that takes DEFAULT
//!    SCOPE.any      GLOBAL, SESSION or LOCAL, also quoted;  SCOPE.bare  not quoted;  PERSISTED  PERSIST or PERSIST_ONLY, not quoted
//!    PREFIX         any other NAME.variable, or DEFAULT
//!    INTRODUCER     _charset, where keywords.tsv reserves it
//!    OPERATOR       one of  ->> <=> -> <= >= <> != << >> && || := + - * / % ^ & | = < >  without blanks, the longest that fits
//!    FUNCTION       an unquoted word, reserved or not, but none of the operators and literals that are words, nor PASSWORD
//!    BALANCED       any tokens without a ";", in which each parenthesis and each CASE is closed;  BALANCED.case  without an END of its own
//!    a - b          a, but not b
//!    "WORD("        the word with the parenthesis right behind it
//!    <feature>      matches nothing: the alternative exists on the servers that features.tsv names *)
//! ```

pub(crate) mod comment;
mod placeholder;
mod run;
mod scan;
mod sql_mode;
mod token;

pub(crate) use run::{is_name, name_end};
pub(crate) use scan::quote_end;
pub use sql_mode::{SqlMode, UnknownMode};
pub use token::{Token, TokenKind};

use crate::server::{ServerSet, Targets};

/// What the lexer needs to know besides the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LexContext<'t> {
    /// The servers whose tokens are wanted.
    pub(crate) servers: ServerSet,
    /// Tells their versions, for executable comments.
    pub(crate) targets: &'t Targets,
    pub(crate) sql_mode: SqlMode,
    /// Whether placeholders of templates are tokens.
    pub(crate) placeholders: bool,
}

/// The servers at hand do not agree on the tokens: those in the set do among each other, up to this point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Disagree(pub(crate) ServerSet);

/// A guess, so that the buffer seldom grows.
const BYTES_A_TOKEN: usize = 3;

/// In tokens: a text may be one long string.
const MOST_RESERVED: usize = 4096;

/// Fills `tokens` with those of `source`, an [`TokenKind::End`] behind them.
pub(crate) fn lex(source: &[u8], context: LexContext<'_>, tokens: &mut Vec<Token>) -> Result<(), Disagree> {
    tokens.clear();
    tokens.reserve((source.len() / BYTES_A_TOKEN).min(MOST_RESERVED));
    scan::Scanner::new(source, context, tokens).run()
}

/// The tokens of a statement; where the servers of the targets read them differently, as the first of them reads it.
///
/// ```
/// use replint::lexer::{SqlMode, TokenKind, tokens};
///
/// let kinds: Vec<_> = tokens(b"DROP USER a -- gone", &Default::default(), SqlMode::default()).iter().map(|t| t.kind).collect();
/// assert_eq!(kinds, [TokenKind::Word, TokenKind::Word, TokenKind::Word, TokenKind::End]);
/// ```
pub fn tokens(source: &[u8], targets: &Targets, sql_mode: SqlMode) -> Vec<Token> {
    agreed(source, LexContext { servers: targets.servers(), targets, sql_mode, placeholders: false })
}

/// The tokens as the first servers read them, where they disagree.
pub(crate) fn agreed(source: &[u8], mut context: LexContext<'_>) -> Vec<Token> {
    let mut found = Vec::new();
    while let Err(Disagree(servers)) = lex(source, context, &mut found) {
        context.servers = servers;
    }
    found
}

/// White space of the servers and clients: that of C's `isspace`.
pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// Whether a value holds a placeholder of a template.
pub(crate) fn has_placeholder(value: &[u8], quoted: bool) -> bool {
    if quoted { placeholder::inside_quotes(value) } else { placeholder::is_word(value) }
}
