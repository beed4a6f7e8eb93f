//! What to hide of a statement that nobody accepts, by its tokens alone.

use super::hidden::literal;
use crate::lexer::{self, Token, TokenKind};
use crate::server::{ChannelOptionName, ValueKind, Word, word};
use crate::source::Span;

/// Behind these a literal is a password, a hash or a challenge, whatever comes next.
const BEFORE_SECRETS: [Word; 8] =
    [word::BY, word::AS, word::USING, word::PASSWORD, word::OLD_PASSWORD, word::REPLACE, word::IDENTIFIED, word::VIA];

/// What the statements start with whose options and accounts are known: in others a literal may be anything.
const HEADS: [Word; 11] = [
    word::CHANGE,
    word::CREATE,
    word::ALTER,
    word::DROP,
    word::RENAME,
    word::GRANT,
    word::REVOKE,
    word::START,
    word::STOP,
    word::RESET,
    word::SHOW,
];

/// The options of START REPLICA and its UNTIL that are no channel options and no secrets.
const PUBLIC_OPTIONS: [&str; 5] = ["USER", "DEFAULT_AUTH", "PLUGIN_DIR", "SQL_BEFORE_GTIDS", "SQL_AFTER_GTIDS"];

/// The tokens of a refused statement.
pub(super) struct RefusedTokens<'a> {
    text: &'a [u8],
    tokens: &'a [Token],
}

impl<'a> RefusedTokens<'a> {
    pub(super) fn new(text: &'a [u8], tokens: &'a [Token]) -> Self {
        Self { text, tokens }
    }

    /// Whether a quote too many or too few has turned texts and what stands between them around, or may have: a comment with a quote in it may
    /// be none. The same caution is due to statements whose values may be anything, as those of SET.
    pub(super) fn are_turned(&self, comment_has_quote: bool) -> bool {
        comment_has_quote || !HEADS.contains(&self.tokens[0].word()) || self.tokens.iter().any(is_turned)
    }

    /// The spans to hide, in no order. If the tokens are turned, only the grammar's words are public from the first text on.
    pub(super) fn hidden(&self, turned: bool) -> Vec<Span> {
        let mut seen_text = false;
        // A password without quotes may go on for some words.
        let mut in_secret = false;
        let mut spans = Vec::new();
        for (at, token) in self.tokens.iter().enumerate() {
            let bare = is_bare(token);
            let literal = literal(self.text, *token);
            let wants_secret = self.wants_secret(at);
            in_secret = !is_quoted(token) && (wants_secret || (in_secret && bare));
            if in_secret && spans.last().is_none_or(|last: &Span| last.end < token.span().end) {
                spans.push(self.unquoted(*token));
            }
            seen_text |= wants_secret || literal.is_some() || self.is_equals(at, 0);
            let is_hidden = match literal {
                _ if turned && seen_text => literal.is_some() || bare,
                Some(_) => !self.is_public(at),
                None => bare && self.touches_text(at),
            };
            if is_hidden {
                spans.push(literal.unwrap_or(token.span()));
            }
        }
        spans
    }

    fn before(&self, at: usize, by: usize) -> Option<Token> {
        self.tokens.get(at.checked_sub(by)?).copied()
    }

    fn word_before(&self, at: usize, by: usize) -> Word {
        self.before(at, by).map_or(Word::NONE, Token::word)
    }

    fn is_equals(&self, at: usize, by: usize) -> bool {
        self.before(at, by).is_some_and(|token| token.symbol() == b'=' || token.kind == TokenKind::Assign)
    }

    fn is_public(&self, at: usize) -> bool {
        let token = self.tokens[at];
        match token.kind {
            TokenKind::Integer | TokenKind::Decimal | TokenKind::Float => {
                !self.wants_secret(at) && !self.touches_text(at)
            }
            TokenKind::QuotedName if self.is_dotted(at) => !self.wants_secret(at),
            TokenKind::UnclosedQuote | TokenKind::Bad => false,
            _ => !self.looks_turned(at) && (self.is_option_value(at) || self.is_in_account(at)),
        }
    }

    /// Whether a text looks like what should stand between two texts: `'db1, MASTER_PASSWORD='`.
    fn looks_turned(&self, at: usize) -> bool {
        let span = self.tokens[at].span();
        let inside = Span::new(span.start + 1, span.end.saturating_sub(1)).of(self.text);
        let has_blank = || inside.iter().any(|byte| lexer::is_space(*byte));
        memchr::memchr3(b'\'', b'"', b'=', inside).is_some() || self.is_in_account(at) && has_blank()
    }

    /// `MASTER_HOST = 'db1'`
    fn is_option_value(&self, at: usize) -> bool {
        self.is_equals(at, 1) && self.is_public_option(at - 1)
    }

    /// Whether the name of an option that is no password stands before a `=`, and not where a value or a secret should.
    fn is_public_option(&self, equals: usize) -> bool {
        let name = self.word_before(equals, 1);
        let is_public = match ChannelOptionName::of_word(name) {
            Some((option, _)) => option.facts().value != ValueKind::Secret,
            None => PUBLIC_OPTIONS.contains(&name.text()),
        };
        is_public && !self.is_equals(equals, 2) && !equals.checked_sub(2).is_some_and(|before| self.announces(before))
    }

    /// `` `db`.* ``
    fn is_dotted(&self, at: usize) -> bool {
        let is_dot = |token: Option<Token>| token.is_some_and(|token| token.symbol() == b'.');
        is_dot(self.before(at, 1)) || is_dot(self.tokens.get(at + 1).copied())
    }

    /// `'user'@'host'`, where an account may stand.
    fn is_in_account(&self, at: usize) -> bool {
        let is_at = |token: Option<Token>| token.is_some_and(|token| token.kind == TokenKind::At);
        let user = match at.checked_sub(2) {
            Some(user) if is_at(self.before(at, 1)) => user,
            _ if is_at(self.tokens.get(at + 1).copied()) => at,
            _ => return false,
        };
        let is_secret_word = |token: Token| BEFORE_SECRETS.contains(&token.word());
        !is_secret_word(self.tokens[user])
            && !self.before(user, 1).is_some_and(|token| {
                is_secret_word(token)
                    || token.symbol() == b'('
                    || token.kind == TokenKind::At
                    || self.is_equals(user, 1)
            })
    }

    /// Whether a password, a hash or a challenge should stand at a token.
    fn wants_secret(&self, at: usize) -> bool {
        let ends =
            |token: &Token| matches!(token.symbol(), b',' | b';' | b')' | b'(' | b'=') || token.kind == TokenKind::End;
        let expected = matches!(self.tokens[at].word(), word::RANDOM | word::PASSWORD | word::OLD_PASSWORD);
        at > 0 && !ends(&self.tokens[at]) && !expected && self.announces(at - 1)
    }

    /// Whether what stands behind a token is a secret: `IDENTIFIED BY`, `PASSWORD =`, `PASSWORD(`.
    pub(super) fn announces(&self, at: usize) -> bool {
        let word = self.tokens[at].word();
        match word {
            word::BY | word::AS | word::USING => true,
            word::IDENTIFIED => self.tokens.get(at + 1).is_some_and(is_bare),
            word::REPLACE => self.word_before(at, 1) != word::OR,
            word::PASSWORD => self.password_announces(at),
            _ if self.tokens[at].symbol() == b'(' => {
                matches!(self.word_before(at, 1), word::PASSWORD | word::OLD_PASSWORD)
            }
            _ if self.is_equals(at, 0) => !self.is_public_option(at),
            // `MASTER_PASSWORD 'secret'`
            _ => ChannelOptionName::of_word(word).is_some_and(|(option, _)| option.facts().value == ValueKind::Secret),
        }
    }

    /// `PASSWORD EXPIRE` is a clause; `BY PASSWORD 'hash'`, `START REPLICA … PASSWORD 'secret'` lead to a secret.
    fn password_announces(&self, at: usize) -> bool {
        match self.word_before(at, 1) {
            _ if matches!(self.tokens[0].word(), word::START | word::CHANGE) => true,
            word::BY | word::AS | word::USING => true,
            word::SET => self.tokens.get(at + 1).is_some_and(|next| next.word().is_none()),
            _ => false,
        }
    }

    /// From a token to the next white space.
    fn unquoted(&self, token: Token) -> Span {
        let rest = self.text.get(token.span().end as usize..).unwrap_or_default();
        let more = rest.iter().take_while(|byte| !lexer::is_space(**byte)).count();
        Span::new(token.start, token.span().end + more as u32)
    }

    /// Whether a word stands right next to a text: `'it's'`.
    fn touches_text(&self, at: usize) -> bool {
        let span = self.tokens[at].span();
        self.before(at, 1).is_some_and(|before| is_quoted(&before) && before.span().end == span.start)
            || self.tokens.get(at + 1).is_some_and(|next| is_quoted(next) && next.start == span.end)
    }
}

fn is_quoted(token: &Token) -> bool {
    use TokenKind as Kind;
    matches!(
        token.kind,
        Kind::QuotedName | Kind::Text | Kind::NationalText | Kind::HexText | Kind::BinText | Kind::UnclosedQuote
    )
}

/// A word that the grammar does not know.
fn is_bare(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Name | TokenKind::Host) && token.word().is_none()
}

/// What is left where a quote is missing; a backslash stands between quotes alone.
fn is_turned(token: &Token) -> bool {
    matches!(token.kind, TokenKind::UnclosedQuote | TokenKind::UnclosedComment | TokenKind::Bad)
        || token.symbol() == b'\\'
}
