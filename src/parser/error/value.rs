//! Values that are none for their place: words for numbers, quotes too many or too few.

use super::{Expected, Site, SyntaxError, SyntaxRule, describe};
use crate::lexer::{Token, TokenKind};
use crate::server::{ChannelOptionName, ValueKind, Word};
use crate::source::Span;

/// What people write for 1 and 0.
const SWITCHES: [(&str, &str); 6] =
    [("ON", "1"), ("TRUE", "1"), ("YES", "1"), ("OFF", "0"), ("FALSE", "0"), ("NO", "0")];

impl Site<'_> {
    /// The channel option whose value should stand here, as it is written.
    pub(super) fn option(&self) -> Option<(Word, ValueKind)> {
        let name = self.at.checked_sub(2).map(|at| self.tokens[at].word())?;
        let (option, _) =
            ChannelOptionName::of_word(name).filter(|_| self.before().is_some_and(|it| it.symbol() == b'='))?;
        Some((name, option.facts().value))
    }

    /// A word, or a text, for a switch or one of some words.
    pub(super) fn wrong_option_value(&self) -> Option<SyntaxError> {
        let (name, kind) = self.option()?;
        let token = self.token();
        let ends = token.kind == TokenKind::End || matches!(token.symbol(), b',' | b';');
        match kind {
            _ if ends => None,
            ValueKind::Switch | ValueKind::StrictSwitch => self.wrong_switch(name),
            ValueKind::UseGtid | ValueKind::PrimaryKeyCheck if token.kind == TokenKind::Text => {
                Some(self.word_in_quotes().unwrap_or_else(|| {
                    let message = format!("the value of `{}` is a word, not a string", name.text());
                    let takes = format!("write {} without quotes", describe::expected(&self.expected));
                    SyntaxError::new(SyntaxRule::WordInQuotes, token.span(), message).help(takes)
                }))
            }
            ValueKind::UseGtid | ValueKind::PrimaryKeyCheck | ValueKind::AnonymousGtids => {
                let message = format!("`{}` takes {}", name.text(), describe::expected(&self.expected));
                let error = SyntaxError::new(SyntaxRule::UnexpectedToken, token.span(), message);
                let near = self
                    .word_text(token)
                    .and_then(|written| describe::nearest(written, describe::candidates(&self.expected)));
                Some(match near {
                    Some(near) => error.help(format!("did you mean {near}?")).edit(token.span(), near),
                    None => error,
                })
            }
            _ => None,
        }
    }

    fn wrong_switch(&self, name: Word) -> Option<SyntaxError> {
        let token = self.token();
        let written = match token.kind {
            TokenKind::Text => self.inside(token)?,
            _ => self.word_text(token).unwrap_or_default(),
        };
        let meant = SWITCHES.iter().find(|(word, _)| word.eq_ignore_ascii_case(written)).map(|(_, digit)| *digit);
        if token.kind == TokenKind::Text && meant.is_none() {
            return None;
        }
        let message = format!("`{}` takes 0 or 1", name.text());
        let error = SyntaxError::new(SyntaxRule::UnexpectedToken, token.span(), message);
        Some(match meant {
            Some(digit) => error.help(format!("did you mean {digit}?")).edit(token.span(), digit),
            None => error,
        })
    }

    /// Quotes that lack, or that must not be.
    pub(super) fn wrong_quotes(&self) -> Option<SyntaxError> {
        let token = self.token();
        match token.kind {
            TokenKind::Text => {
                self.word_in_quotes().or_else(|| self.number_in_quotes()).or_else(|| self.name_in_quotes())
            }
            _ => self.value_without_quotes(),
        }
    }

    fn value_without_quotes(&self) -> Option<SyntaxError> {
        use TokenKind as Kind;
        let token = self.token();
        let may_be_text = match token.kind {
            Kind::Word | Kind::Name | Kind::QuotedName | Kind::Integer | Kind::Decimal => true,
            // A path, a host, an address.
            Kind::Symbol => self.option().is_some() && matches!(token.symbol(), b'/' | b'.' | b'~' | b'%' | b'*'),
            _ => false,
        };
        if !may_be_text || !self.expects(Expected::Text) || self.expects(Expected::Name) {
            return None;
        }
        let message = "this value must be a string in quotes";
        let error = SyntaxError::new(SyntaxRule::ValueNeedsQuotes, token.span(), message);
        Some(error.help("put it between single quotes"))
    }

    /// The quoted text is one of the words that may stand here.
    fn word_in_quotes(&self) -> Option<SyntaxError> {
        let token = self.token();
        let inside = self.inside(token).filter(|_| self.option().is_some() || !self.may_be_secret())?;
        let word = describe::candidates(&self.expected).find(|word| word.eq_ignore_ascii_case(inside))?;
        let message = match self.option() {
            Some((name, _)) => format!("the value of `{}` is a word, not a string", name.text()),
            None => format!("`{word}` is a word here, not a string"),
        };
        let error = SyntaxError::new(SyntaxRule::WordInQuotes, token.span(), message);
        Some(error.help(format!("write {word} without quotes")).edit(token.span(), word))
    }

    fn number_in_quotes(&self) -> Option<SyntaxError> {
        let token = self.token();
        if !self.expects(Expected::Number) {
            return None;
        }
        let message = "this value must be a number without quotes";
        let error = SyntaxError::new(SyntaxRule::NumberInQuotes, token.span(), message);
        let digits = self.inside(token).unwrap_or_default();
        let plain = !digits.is_empty() && digits.len() < 20 && digits.bytes().all(|byte| byte.is_ascii_digit());
        Some(if plain { error.edit(token.span(), digits) } else { error })
    }

    /// Names stand in other quotes than strings. Where a quote is missing, or the text is two names, nothing is mended.
    fn name_in_quotes(&self) -> Option<SyntaxError> {
        let token = self.token();
        let may_be_text = [Expected::Text, Expected::Value, Expected::Account, Expected::Role, Expected::Privilege];
        if !self.expects(Expected::Name) || may_be_text.iter().any(|expected| self.expects(*expected)) {
            return None;
        }
        let message = "a name is no string: it stands in backquotes, or without quotes";
        let error = SyntaxError::new(SyntaxRule::NameInQuotes, token.span(), message);
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$' | b'%');
        if !self.inside(token).is_some_and(|name| !name.is_empty() && name.bytes().all(is_plain)) {
            return Some(error);
        }
        let Span { start, end } = token.span();
        let error = error.edit(Span::new(start, start + 1), "`").edit(Span::new(end - 1, end), "`");
        Some(error.help("put it in backquotes"))
    }

    /// What stands between the quotes of a text.
    fn inside(&self, token: Token) -> Option<&str> {
        let Span { start, end } = token.span();
        let inside = self.text.get(start as usize + 1..end as usize - 1).filter(|_| token.kind == TokenKind::Text)?;
        std::str::from_utf8(inside).ok()
    }
}
