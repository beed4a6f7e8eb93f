//! The error of a rejected statement, from what was expected at the farthest place.

mod availability;
mod character;
mod describe;
mod privilege;
mod rule;
mod value;
mod version;

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
            .or_else(|| version::explain(self.text, self.token(), self.part))
            .or_else(|| self.not_available())
            .or_else(|| self.host_without_quotes())
            .or_else(|| self.missing_comma())
            .or_else(|| self.missing_comma_between_privileges())
            .or_else(|| self.missing_semicolon())
            .or_else(|| self.unknown_option())
            .or_else(|| self.wrong_option_value())
            .or_else(|| self.wrong_quotes())
            .or_else(|| self.misspelt_privilege())
            .or_else(|| self.wrong_not())
            .or_else(|| self.misspelt_if())
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
                    (feature.what().to_owned(), feature.servers(), feature.instead(self.part).map(str::to_owned))
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
            TokenKind::Word => !token.word().is_none() && next.symbol() == b'=',
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
        let here = ChannelOptionName::all().filter_map(|name| name.word_for(self.part));
        let elsewhere = ChannelOptionName::all().flat_map(|name| [Some(name.current()), name.legacy()]).flatten();
        let names: Vec<&str> = here.chain(elsewhere).collect();
        let error = SyntaxError::new(SyntaxRule::UnknownOption, token.span(), format!("unknown option `{written}`"));
        Some(match describe::nearest_option(written, &names) {
            Some(near) => error.help(format!("did you mean {near}?")).edit(token.span(), near),
            None => error,
        })
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

    /// `IF [NOT] EXISTS` with a NOT too few or too many.
    fn wrong_not(&self) -> Option<SyntaxError> {
        let token = self.token();
        self.before().filter(|before| before.word() == word::IF)?;
        let error = |message: &str| SyntaxError::new(SyntaxRule::UnexpectedToken, token.span(), message);
        let start = Span::new(token.start, token.start);
        match (token.word(), self.tokens.get(self.at + 1)) {
            (word::EXISTS, _) if self.expects(Expected::Word(word::NOT)) => {
                Some(error("`NOT` is missing before `EXISTS`").edit(start, "NOT "))
            }
            (word::NOT, Some(next)) if next.word() == word::EXISTS => {
                Some(error("`NOT` does not belong here").edit(Span::new(token.start, next.start), ""))
            }
            _ => None,
        }
    }

    /// `CREATE USER OF NOT EXISTS`: where the slip is no reserved word it is taken for an account.
    fn misspelt_if(&self) -> Option<SyntaxError> {
        let of = |at: usize| self.tokens.get(at).map_or(Word::NONE, |token| token.word());
        let is_slip = |at: &usize| {
            let written = self.word_text(self.tokens[*at]).unwrap_or_default();
            let exists = of(at + 1) == word::EXISTS || (of(at + 1) == word::NOT && of(at + 2) == word::EXISTS);
            let is_near = describe::within(1, written, ["IF"].into_iter()).is_some();
            is_near && exists && matches!(of(at - 1), word::USER | word::ROLE)
        };
        let slip = self.tokens[(self.at.saturating_sub(1).max(1)..=self.at).find(is_slip)?];
        let message = format!("`{}` is no word of this statement", self.word_text(slip)?);
        let error = SyntaxError::new(SyntaxRule::MisspelledKeyword, slip.span(), message);
        Some(error.help("did you mean IF?").edit(slip.span(), "IF"))
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
