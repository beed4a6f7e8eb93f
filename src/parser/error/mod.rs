//! The error of a rejected statement, from what was expected at the farthest place.

mod availability;
mod character;
mod describe;
mod rule;

pub use rule::SyntaxRule;

use super::trace::{Expected, Failure};
use super::{ParseOptions, trace_part};
use crate::lexer::{Token, TokenKind};
use crate::server::{ChannelOptionName, Feature, Place, ServerSet, Word, word};
use crate::source::Span;
use availability::Availability;

/// What a server stops at.
#[derive(Clone, Debug, PartialEq)]
pub struct SyntaxError {
    /// Its rule.
    pub rule: SyntaxRule,
    /// What is wrong: lower case, one line, no literal of the statement.
    pub message: String,
    /// The place to look at.
    pub span: Span,
    /// Where the text begins that the server quotes behind "near", in bytes: often the same place, sometimes behind it.
    pub near: u32,
    /// What to write under the place.
    pub label: Option<String>,
    /// What to write instead.
    pub help: Option<String>,
    /// The edits that mend it: bytes of the statement, and what replaces them.
    pub edits: Vec<(Span, String)>,
}

impl SyntaxError {
    fn new(rule: SyntaxRule, span: Span, message: impl Into<String>) -> Self {
        Self { rule, message: message.into(), span, near: span.start, label: None, help: None, edits: Vec::new() }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    fn edit(mut self, span: Span, text: impl Into<String>) -> Self {
        self.edits.push((span, text.into()));
        self
    }
}

/// Why `part` rejects the statement whose tokens these are.
pub(super) fn explain(text: &[u8], options: &ParseOptions, part: ServerSet, tokens: &[Token]) -> SyntaxError {
    match trace_part(text, options, part, tokens) {
        Failure::Expected(at, expected) => {
            let at = at.min(tokens.len() - 1);
            let site = Site { text, tokens, at, expected, part };
            let near = site.near();
            SyntaxError { near, ..site.explain() }
        }
        Failure::Refused(span, Expected::Rule(rule)) => SyntaxError::new(SyntaxRule::RefusedBehindGrammar, span, rule),
        Failure::Refused(span, _) => {
            SyntaxError::new(SyntaxRule::RefusedBehindGrammar, span, "the server refuses this")
        }
    }
}

/// The place of an error: the token that fits nothing, and what would have.
struct Site<'a> {
    text: &'a [u8],
    tokens: &'a [Token],
    at: usize,
    expected: Vec<Expected>,
    part: ServerSet,
}

impl Site<'_> {
    /// The first explanation that applies, the most specific one first.
    fn explain(self) -> SyntaxError {
        self.unclosed()
            .or_else(|| character::explain(self.text, self.tokens, self.at))
            .or_else(|| placeholder(self.token()))
            .or_else(|| self.not_available())
            .or_else(|| self.host_without_quotes())
            .or_else(|| self.missing_comma())
            .or_else(|| self.missing_semicolon())
            .or_else(|| self.unknown_option())
            .or_else(|| self.wrong_quotes())
            .or_else(|| self.reserved_word())
            .or_else(|| self.misspelling())
            .or_else(|| placeholder(self.before()?))
            .unwrap_or_else(|| self.unexpected())
    }

    /// Some lexers have read on when the parser stops.
    fn near(&self) -> u32 {
        let token = self.token();
        let all_have = |feature: Feature| self.part.is_subset(feature.servers());
        match token.kind {
            TokenKind::UnclosedComment if self.text[token.start as usize..].get(2) != Some(&b' ') => {
                self.text.len() as u32
            }
            TokenKind::Symbol if token.symbol() == b',' && all_have(Feature::NearBehindComma) => token.span().end,
            TokenKind::Word if token.word() == word::WITH && all_have(Feature::NearBehindWith) => {
                self.tokens.get(self.at + 1).map_or(token.start, |next| next.start)
            }
            _ => token.start,
        }
    }

    fn token(&self) -> Token {
        self.tokens[self.at]
    }

    fn before(&self) -> Option<Token> {
        self.at.checked_sub(1).map(|before| self.tokens[before])
    }

    fn expects(&self, expected: Expected) -> bool {
        self.expected.contains(&expected)
    }

    /// The text of a token that is no literal.
    fn word_text(&self, token: Token) -> Option<&str> {
        let plain = matches!(token.kind, TokenKind::Word | TokenKind::Name);
        std::str::from_utf8(token.span().of(self.text)).ok().filter(|_| plain)
    }

    fn unclosed(&self) -> Option<SyntaxError> {
        let open = self.tokens[self.at..]
            .iter()
            .find(|t| matches!(t.kind, TokenKind::UnclosedQuote | TokenKind::UnclosedComment))?;
        let start = Span::new(open.start, open.start + 1);
        Some(if open.kind == TokenKind::UnclosedQuote {
            SyntaxError::new(SyntaxRule::UnclosedQuote, start, "this quote is never closed")
                .help("close it, or double a quote inside the text")
        } else {
            SyntaxError::new(SyntaxRule::UnclosedComment, start, "this comment is never closed")
                .help("close it with `*/`")
        })
    }

    /// The text is right, but not on these servers.
    fn not_available(&self) -> Option<SyntaxError> {
        let span = self.token().span();
        self.expected.iter().find_map(|expected| {
            let (what, servers, instead): (String, _, Option<String>) = match *expected {
                Expected::Feature(feature) => {
                    (feature.what().to_owned(), feature.servers(), feature.instead().map(str::to_owned))
                }
                Expected::StaticPrivilege(privilege) => {
                    (privilege.phrase().to_owned(), privilege.facts().servers, None)
                }
                Expected::Option(name, legacy, servers) => {
                    let written = if legacy { name.legacy().unwrap_or(name.current()) } else { name.current() };
                    (written.to_owned(), servers, name.word_for(self.part).map(str::to_owned))
                }
                _ => return None,
            };
            let is_option = matches!(expected, Expected::Option(..));
            Some(Availability { what: &what, servers, instead: instead.as_deref(), is_option }.explain(span, self.part))
        })
    }

    /// `repl@10.0.0.%`: an unquoted host stops at the first byte that is none of a name.
    fn host_without_quotes(&self) -> Option<SyntaxError> {
        let after_host =
            (self.at.saturating_sub(2)..self.at).rev().find(|index| self.tokens[*index].kind == TokenKind::Host)?;
        let host = self.tokens[after_host];
        let adjacent = (after_host + 1..=self.at).all(|i| self.tokens[i].start == self.tokens[i - 1].span().end);
        let stop = self.token();
        if stop.kind == TokenKind::End {
            return None;
        }
        if host.len == 0 && !adjacent {
            let blank = Span::new(host.start, stop.start);
            let error =
                SyntaxError::new(SyntaxRule::HostNeedsQuotes, blank, "nothing may stand between `@` and the host");
            return Some(error.help("write the host right behind the `@`").edit(blank, ""));
        }
        if !adjacent || !matches!(stop.symbol(), b'%' | b'-' | b'/' | b':' | b'*' | b'+') {
            return None;
        }
        let belongs = |byte: &u8| byte.is_ascii_alphanumeric() || b"%-/:._*+$".contains(byte) || *byte >= 0x80;
        let rest = &self.text[host.start as usize..];
        let end = host.start + rest.iter().take_while(|byte| belongs(byte)).count() as u32;
        let span = Span::new(host.start, end);
        let written = std::str::from_utf8(span.of(self.text)).ok()?;
        let message = format!("a host with `{}` in it needs quotes", stop.symbol() as char);
        let error = SyntaxError::new(SyntaxRule::HostNeedsQuotes, span, message).edit(span, format!("'{written}'"));
        Some(error.help(format!("write '{written}'")))
    }

    fn missing_comma(&self) -> Option<SyntaxError> {
        let (token, before) = (self.token(), self.before()?);
        let next = self.tokens.get(self.at + 1).copied()?;
        let begins_item = match token.kind {
            TokenKind::Word => ChannelOptionName::of_word(token.word()).is_some() && next.symbol() == b'=',
            TokenKind::Text | TokenKind::QuotedName => next.kind == TokenKind::At,
            _ => false,
        };
        if !begins_item || !self.expects(Expected::Symbol(b',')) {
            return None;
        }
        let gap = Span::new(before.span().end, before.span().end);
        let what = self.word_text(token).map_or("the next account".to_owned(), |word| format!("`{word}`"));
        let error =
            SyntaxError::new(SyntaxRule::MissingComma, token.span(), format!("a comma is missing before {what}"));
        Some(error.edit(gap, ","))
    }

    fn missing_semicolon(&self) -> Option<SyntaxError> {
        let starts = |at: usize| {
            let word = self.word_text(*self.tokens.get(at)?)?;
            let before = self.tokens.get(at.checked_sub(1)?)?;
            let is_start = STARTS.iter().any(|start| start.eq_ignore_ascii_case(word)) && before.symbol() != b';';
            let is_option = self.tokens.get(at + 1).is_some_and(|next| next.word() == word::OPTION);
            (is_start && !is_option).then_some((*before, self.tokens[at], word))
        };
        // `WITH GRANT OPTION` may be followed by another option: the next line is read as one.
        let is_read_as_option = || self.expects(Expected::Word(word::OPTION));
        let (before, token, word) = if self.expects(Expected::End) {
            starts(self.at)?
        } else {
            let (before, token, word) = starts(self.at.checked_sub(1).filter(|_| is_read_as_option())?)?;
            let gap = Span::new(before.span().end, token.start).of(self.text);
            gap.contains(&b'\n').then_some((before, token, word))?
        };
        let end = Span::new(before.span().end, before.span().end);
        let message = format!("a `;` is missing before `{word}`");
        Some(SyntaxError::new(SyntaxRule::MissingSemicolon, token.span(), message).edit(end, ";"))
    }

    fn unknown_option(&self) -> Option<SyntaxError> {
        let token = self.token();
        if !self.expects(Expected::ChannelOption) {
            return None;
        }
        let written =
            self.word_text(token).filter(|_| self.tokens.get(self.at + 1).is_some_and(|next| next.symbol() == b'='))?;
        let names = ChannelOptionName::all().filter_map(|name| name.word_for(self.part).or(Some(name.current())));
        let error = SyntaxError::new(SyntaxRule::UnknownOption, token.span(), format!("unknown option `{written}`"));
        Some(match describe::nearest(written, names) {
            Some(near) => error.help(format!("did you mean {near}?")).edit(token.span(), near),
            None => error,
        })
    }

    /// A value that lacks its quotes, or has quotes that it must not have.
    fn wrong_quotes(&self) -> Option<SyntaxError> {
        let token = self.token();
        let wants_text = self.expects(Expected::Text) && !self.expects(Expected::Name);
        match token.kind {
            TokenKind::Word | TokenKind::Name | TokenKind::QuotedName | TokenKind::Integer | TokenKind::Decimal
                if wants_text =>
            {
                let error = SyntaxError::new(
                    SyntaxRule::ValueNeedsQuotes,
                    token.span(),
                    "this value must be a string in quotes",
                );
                Some(error.help("put it between single quotes"))
            }
            TokenKind::Text if self.expects(Expected::Number) => {
                let error = SyntaxError::new(
                    SyntaxRule::NumberInQuotes,
                    token.span(),
                    "this value must be a number without quotes",
                );
                let digits = token.span().of(self.text).get(1..token.len as usize - 1).unwrap_or_default();
                let plain = !digits.is_empty() && digits.len() < 20 && digits.iter().all(u8::is_ascii_digit);
                Some(if plain { error.edit(token.span(), String::from_utf8_lossy(digits)) } else { error })
            }
            _ => None,
        }
    }

    fn reserved_word(&self) -> Option<SyntaxError> {
        let reserved = self.expected.iter().find_map(|expected| match expected {
            Expected::Unreserved(word, place) if !is_structural(*word) => Some((*word, *place)),
            _ => None,
        });
        let (word, place): (Word, Place) = reserved?;
        let written = self.word_text(self.token())?;
        let servers = word.reserved(place);
        let on = if servers == ServerSet::ALL { String::new() } else { format!(" on {servers}") };
        let message = format!("`{}` is a reserved word{on}", word.text());
        let error = SyntaxError::new(SyntaxRule::ReservedWord, self.token().span(), message);
        Some(error.help("put it in backquotes").edit(self.token().span(), format!("`{written}`")))
    }

    fn misspelling(&self) -> Option<SyntaxError> {
        let token = self.token();
        // A word that begins another statement is no slip.
        let begins_another = self.expects(Expected::Statement) && !token.word().is_none();
        let written = self.word_text(token).filter(|_| !self.may_be_secret() && !begins_another)?;
        let near = describe::nearest(written, describe::candidates(&self.expected))?;
        let error = SyntaxError::new(
            SyntaxRule::MisspelledKeyword,
            token.span(),
            format!("`{written}` is no word of this statement"),
        );
        Some(error.help(format!("did you mean {near}?")).edit(token.span(), near))
    }

    fn unexpected(&self) -> SyntaxError {
        let token = self.token();
        let expected = describe::expected(&self.expected);
        let rule = match token.kind {
            TokenKind::End if self.before().is_some_and(|before| before.symbol() == b',') => SyntaxRule::TrailingComma,
            TokenKind::End => SyntaxRule::UnexpectedEnd,
            _ if self.expects(Expected::Statement) => SyntaxRule::UnknownStatement,
            _ => SyntaxRule::UnexpectedToken,
        };
        let span = match (token.kind, self.before()) {
            (TokenKind::End, Some(before)) if rule == SyntaxRule::TrailingComma => before.span(),
            _ => token.span(),
        };
        if rule == SyntaxRule::UnknownStatement && token.kind == TokenKind::Symbol {
            let error = SyntaxError::new(rule, span, format!("no statement starts with {}", self.found()));
            return error.help("a comment starts with `-- `, `#` or `/*`");
        }
        let message = match rule {
            SyntaxRule::TrailingComma => format!("a comma at the end of the statement; expected {expected} behind it"),
            SyntaxRule::UnexpectedEnd => format!("the statement ends too early; expected {expected}"),
            _ => format!("expected {expected}, found {}", self.found()),
        };
        SyntaxError::new(rule, span, message)
    }

    /// Whether a word at this place may be a password that lacks its quotes.
    fn may_be_secret(&self) -> bool {
        let before = self.before().map(|before| (before.word(), before.symbol()));
        self.touches_text()
            || self.expects(Expected::Text)
            || self.expects(Expected::Number)
            || before.is_some_and(|(word, symbol)| {
                let opens = [
                    word::IDENTIFIED,
                    word::BY,
                    word::AS,
                    word::USING,
                    word::PASSWORD,
                    word::REPLACE,
                    word::WITH,
                    word::VIA,
                ];
                matches!(symbol, b'=' | b'(') || opens.contains(&word)
            })
    }

    /// Whether a word stands right next to a text: a part of it, where a quote is missing.
    fn touches_text(&self) -> bool {
        use TokenKind::{NationalText, QuotedName, Text, UnclosedQuote};
        let is_text = |token: &&Token| matches!(token.kind, Text | NationalText | QuotedName | UnclosedQuote);
        let span = self.token().span();
        self.before().as_ref().filter(is_text).is_some_and(|before| before.span().end == span.start)
            || self.tokens.get(self.at + 1).filter(is_text).is_some_and(|next| next.start == span.end)
    }

    /// The token in words; never a literal, nor a word that may be one without its quotes.
    fn found(&self) -> String {
        let token = self.token();
        match token.kind {
            TokenKind::Word | TokenKind::Name if !token.word().is_none() => format!("`{}`", token.word().text()),
            TokenKind::Word | TokenKind::Name if !self.may_be_secret() => self
                .word_text(token)
                .filter(|word| word.len() <= 64)
                .map_or("a name".to_owned(), |word| format!("`{word}`")),
            TokenKind::Symbol if token.symbol().is_ascii_graphic() => format!("`{}`", token.symbol() as char),
            kind => describe::kind(kind).to_owned(),
        }
    }
}

/// Words that statements start with, ours and those that often stand behind them.
const STARTS: [&str; 18] = [
    "CHANGE", "START", "STOP", "RESET", "SHOW", "CREATE", "ALTER", "DROP", "RENAME", "GRANT", "REVOKE", "SET", "FLUSH",
    "USE", "SELECT", "INSERT", "UPDATE", "DELETE",
];

/// What a template puts there is not known.
fn placeholder(token: Token) -> Option<SyntaxError> {
    let error = || {
        SyntaxError::new(
            SyntaxRule::PlaceholderInTheWay,
            token.span(),
            "the placeholder may stand for more than a value",
        )
    };
    (token.kind == TokenKind::Placeholder).then(error)
}

/// Words that hold statements together: where one stands, something before it is missing.
fn is_structural(word: Word) -> bool {
    [
        word::TO,
        word::FROM,
        word::ON,
        word::WITH,
        word::BY,
        word::AS,
        word::FOR,
        word::REQUIRE,
        word::AND,
        word::OR,
        word::IF,
        word::NOT,
        word::EXISTS,
        word::SET,
        word::DEFAULT,
        word::GRANT,
        word::REVOKE,
        word::CREATE,
        word::DROP,
        word::ALTER,
        word::USING,
    ]
    .contains(&word)
}
