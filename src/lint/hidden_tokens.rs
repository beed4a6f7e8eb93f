//! What to hide of a statement that nobody accepts, by its tokens alone.

use super::hidden::literal;
use crate::lexer::{self, Token, TokenKind};
use crate::server::{ChannelOptionName, ValueKind, Word, word};
use crate::source::Span;

/// Behind these a literal is a password, a hash or a challenge, whatever comes next.
const BEFORE_SECRETS: [Word; 8] =
    [word::BY, word::AS, word::USING, word::PASSWORD, word::OLD_PASSWORD, word::REPLACE, word::IDENTIFIED, word::VIA];

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

    /// The spans to hide, in no order.
    pub(super) fn hidden(&self) -> Vec<Span> {
        // A quote too many or too few turns texts and what stands between them around.
        let turned = self.tokens.iter().any(|token| matches!(token.kind, TokenKind::UnclosedQuote | TokenKind::Bad));
        let mut spans = Vec::new();
        let mut seen_literal = false;
        // A password without quotes may go on for some words.
        let mut in_secret = false;
        for (at, token) in self.tokens.iter().enumerate() {
            let bare = matches!(token.kind, TokenKind::Word | TokenKind::Name | TokenKind::Host) && token.word().is_none();
            let literal = literal(self.text, *token);
            in_secret = !is_quoted(token) && (self.wants_secret(at) || (in_secret && bare));
            if in_secret && spans.last().is_none_or(|last: &Span| last.end < token.span().end) {
                spans.push(self.unquoted(*token));
            }
            let is_hidden = if literal.is_some() { !self.is_public(at) } else { bare && (turned && seen_literal || self.touches_text(at)) };
            if is_hidden {
                spans.push(literal.unwrap_or(token.span()));
            }
            seen_literal |= literal.is_some();
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
            TokenKind::Integer | TokenKind::Decimal | TokenKind::Float => !self.wants_secret(at),
            TokenKind::QuotedName if self.text[token.start as usize] == b'`' => !self.wants_secret(at),
            TokenKind::UnclosedQuote | TokenKind::Bad => false,
            _ => self.is_option_value(at) || self.is_in_account(at),
        }
    }

    /// `MASTER_HOST = 'db1'`, and the name is not itself behind a `=`.
    fn is_option_value(&self, at: usize) -> bool {
        let name = self.word_before(at, 2);
        let is_public = match ChannelOptionName::of_word(name) {
            Some((option, _)) => option.facts().value != ValueKind::Secret,
            None => PUBLIC_OPTIONS.contains(&name.text()),
        };
        is_public && self.is_equals(at, 1) && !self.is_equals(at, 3)
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
                is_secret_word(token) || token.symbol() == b'(' || token.kind == TokenKind::At || self.is_equals(user, 1)
            })
    }

    /// Whether a password, a hash or a challenge should stand at a token.
    fn wants_secret(&self, at: usize) -> bool {
        let ends = |token: &Token| matches!(token.symbol(), b',' | b';' | b')' | b'(' | b'=') || token.kind == TokenKind::End;
        let expected = matches!(self.tokens[at].word(), word::RANDOM | word::PASSWORD | word::OLD_PASSWORD);
        at > 0 && !ends(&self.tokens[at]) && !expected && self.announces(at - 1)
    }

    /// Whether what stands behind a token is a secret: `IDENTIFIED BY`, `PASSWORD =`, `PASSWORD(`.
    pub(super) fn announces(&self, at: usize) -> bool {
        match self.tokens[at].word() {
            word::BY | word::AS | word::USING => true,
            word::REPLACE => self.word_before(at, 1) != word::OR,
            word::PASSWORD => {
                matches!(self.word_before(at, 1), word::BY | word::AS | word::USING | word::SET)
                    && self.tokens.get(at + 1).is_some_and(|next| next.word().is_none())
            }
            _ if self.tokens[at].symbol() == b'(' => matches!(self.word_before(at, 1), word::PASSWORD | word::OLD_PASSWORD),
            _ => self.is_equals(at, 0) && (self.names_password(at) || self.sets_password()),
        }
    }

    fn names_password(&self, equals: usize) -> bool {
        let name = self.before(equals, 1).map(|token| token.span().of(self.text).to_ascii_uppercase());
        name.is_some_and(|name| [&b"PASS"[..], b"PWD", b"SECRET"].iter().any(|part| memchr::memmem::find(&name, part).is_some()))
    }

    fn sets_password(&self) -> bool {
        matches!(self.tokens, [set, password, ..] if set.word() == word::SET && password.word() == word::PASSWORD)
    }

    /// From a token to the next white space.
    fn unquoted(&self, token: Token) -> Span {
        let rest = self.text.get(token.span().end as usize..).unwrap_or_default();
        let more = rest.iter().take_while(|byte| !lexer::is_space(**byte)).count();
        Span::new(token.start, token.span().end + more as u32)
    }

    /// Whether a word stands right next to a text: `'it's'`.
    fn touches_text(&self, at: usize) -> bool {
        let is_text = |token: &Token| matches!(token.kind, TokenKind::Text | TokenKind::UnclosedQuote);
        let span = self.tokens[at].span();
        self.before(at, 1).is_some_and(|before| is_text(&before) && before.span().end == span.start)
            || self.tokens.get(at + 1).is_some_and(|next| is_text(next) && next.start == span.end)
    }
}

fn is_quoted(token: &Token) -> bool {
    use TokenKind as Kind;
    matches!(token.kind, Kind::QuotedName | Kind::Text | Kind::NationalText | Kind::HexText | Kind::BinText)
}
