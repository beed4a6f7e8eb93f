//! The parser's input: tokens, a place among them, and the servers that are still with us.

use std::cell::Cell;

use nom::error::{ErrorKind, ParseError};

use super::trace::{Expected, Trace};
use crate::ast::{Number, Quote, Raw, Text};
use crate::lexer::{SqlMode, Token, TokenKind, is_space};
use crate::server::{Feature, Place, ServerSet, Word};
use crate::source::Span;

/// What one parse of a statement shares.
pub(super) struct Shared<'a, 's> {
    pub(super) source: &'s [u8],
    /// The same, if it is UTF-8.
    pub(super) utf8: Option<&'s str>,
    pub(super) tokens: &'a [Token],
    pub(super) sql_mode: SqlMode,
    pub(super) placeholders: bool,
    /// The servers that went on at the first place where not all did.
    pub(super) split: Cell<Option<ServerSet>>,
    /// Whether a rule behind the grammar refuses the statement, once the grammar accepts it to its end.
    pub(super) refused: Cell<bool>,
    /// Collects what was expected; only when the statement is parsed again for its error.
    pub(super) trace: Option<&'a Trace>,
}

impl<'s> Shared<'_, 's> {
    fn raw(&self, span: Span) -> Raw<'s> {
        match self.utf8.and_then(|text| text.get(span.start as usize..span.end as usize)) {
            Some(text) => text.into(),
            None => self.bytes(span),
        }
    }

    #[cold]
    #[inline(never)]
    fn bytes(&self, span: Span) -> Raw<'s> {
        span.of(self.source).into()
    }
}

/// A place among the tokens, with the servers that have accepted everything before it. Copied on every step, so that backtracking restores
/// both.
#[derive(Clone, Copy)]
pub(super) struct Input<'a, 's> {
    pub(super) shared: &'a Shared<'a, 's>,
    pub(super) at: usize,
    pub(super) alive: ServerSet,
}

/// The parse failed here; where and why is found by parsing again with a [`Trace`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fail;

impl ParseError<Input<'_, '_>> for Fail {
    fn from_error_kind(_: Input<'_, '_>, _: ErrorKind) -> Self {
        Fail
    }
    fn append(_: Input<'_, '_>, _: ErrorKind, other: Self) -> Self {
        other
    }
}

/// What every production returns.
pub(super) type Parsed<'a, 's, T> = nom::IResult<Input<'a, 's>, T, Fail>;

/// What those return that put what they read where it will stay.
pub(super) type Went<'a, 's> = Result<Input<'a, 's>, nom::Err<Fail>>;

impl<'a, 's> Input<'a, 's> {
    /// The token at this place; at the end it is [`TokenKind::End`].
    pub(super) fn token(self) -> Token {
        self.shared.tokens.get(self.at).copied().unwrap_or_else(|| self.end())
    }

    #[cold]
    fn end(self) -> Token {
        self.shared.tokens[self.shared.tokens.len() - 1]
    }

    /// The keyword at this place.
    pub(super) fn word(self) -> Word {
        self.token().word()
    }

    /// The keyword `ahead` tokens further on.
    pub(super) fn word_ahead(self, ahead: usize) -> Word {
        self.advance(ahead).word()
    }

    /// The punctuation at this place, or 0.
    pub(super) fn symbol(self) -> u8 {
        self.token().symbol()
    }

    pub(super) fn span(self) -> Span {
        self.token().span()
    }

    /// From the start of `self`, where a production began, to the end of the last token before `end`; right behind the token before if there is none.
    pub(super) fn span_to(self, end: Input<'a, 's>) -> Span {
        let start = self.token().start;
        match end.at.checked_sub(1) {
            Some(last) if last >= self.at => Span::new(start, self.shared.tokens[last].span().end),
            Some(last) => Span::new(self.shared.tokens[last].span().end, self.shared.tokens[last].span().end),
            None => Span::new(start, start),
        }
    }

    pub(super) fn advance(self, tokens: usize) -> Self {
        Self { at: self.at + tokens, ..self }
    }

    /// A failure at this place.
    pub(super) fn fail<T>(self, expected: Expected) -> Parsed<'a, 's, T> {
        if let Some(trace) = self.shared.trace {
            trace.expected(self.at, expected);
        }
        Err(nom::Err::Error(Fail))
    }

    /// The servers refuse the statement, but not before they have read it to its end.
    pub(super) fn refuse(self, span: Span, rule: Expected) {
        self.shared.refused.set(true);
        if let Some(trace) = self.shared.trace {
            trace.refused(span, rule);
        }
    }

    /// Goes on with those of `servers`; `missing` says at `self` why the others cannot.
    fn keep(self, servers: ServerSet, missing: Expected) -> Parsed<'a, 's, ()> {
        let kept = self.alive & servers;
        if kept == self.alive {
            return Ok((self, ()));
        }
        if kept.is_empty() {
            return self.fail(missing);
        }
        if self.shared.split.get().is_none() {
            self.shared.split.set(Some(kept));
        }
        Ok((Self { alive: kept, ..self }, ()))
    }

    /// Goes on from `self` with the servers that have a feature whose text began at `start`.
    pub(super) fn gate(self, feature: Feature, start: Input<'a, 's>) -> Parsed<'a, 's, ()> {
        self.gate_servers(feature.servers(), Expected::Feature(feature), start)
    }

    /// As [`Input::gate`], for facts of another table.
    pub(super) fn gate_servers(
        self,
        servers: ServerSet,
        missing: Expected,
        start: Input<'a, 's>,
    ) -> Parsed<'a, 's, ()> {
        let (kept, ()) = Self { alive: self.alive, ..start }.keep(servers, missing)?;
        Ok((Self { alive: kept.alive, ..self }, ()))
    }

    /// Whether no server at hand has the feature.
    pub(super) fn lacks(self, feature: Feature) -> bool {
        !self.alive.intersects(feature.servers())
    }

    /// What stands from the start of `self` to the end of the last token before `end`, as written; without its comments, as an executable one
    /// may begin or end elsewhere.
    pub(super) fn text_to(self, end: Input<'a, 's>) -> Text<'s> {
        let (source, span) = (self.shared.source, self.span_to(end));
        let tokens = self.shared.tokens.get(self.at..end.at).unwrap_or_default();
        let between = |pair: &[Token]| Span::new(pair[0].span().end, pair[1].start).of(source);
        if tokens.windows(2).all(|pair| between(pair).iter().all(|byte| is_space(*byte))) {
            return Text::new(self.shared.raw(span), span, Quote::None, false, false);
        }
        let mut text = Vec::with_capacity(span.len() as usize);
        let mut last = span.start;
        for token in tokens {
            // `--` before a comment would, with a blank for that, be one itself.
            let is_second_dash = token.symbol() == b'-' && text.ends_with(b"-");
            text.extend((last < token.start || is_second_dash).then_some(b' '));
            text.extend(token.span().of(source));
            last = token.span().end;
        }
        Text::put_together(text, span)
    }

    /// The text of the token at this place, its quotes taken off.
    #[inline(always)]
    pub(super) fn text_here(self) -> Text<'s> {
        let token = self.token();
        let span = token.span();
        let inside = Span::new(span.start + 1, span.end.saturating_sub(1));
        let has_placeholder =
            || self.shared.placeholders && crate::lexer::has_placeholder(inside.of(self.shared.source), true);
        if token.kind != TokenKind::Text || has_placeholder() {
            return self.any_text_here();
        }
        let is_double = self.shared.source.get(span.start as usize) == Some(&b'"');
        let quote = if is_double { Quote::Double } else { Quote::Single };
        let raw = self.shared.raw(inside);
        Text::new(raw, span, quote, !self.shared.sql_mode.no_backslash_escapes, false).known_as_plain(token.is_plain())
    }

    /// [`Input::text_here`] of what is not only a string.
    #[inline(never)]
    fn any_text_here(self) -> Text<'s> {
        let token = self.token();
        let span = token.span();
        let inside = Span::new(span.start + 1, (span.start + 1).max(span.end - 1));
        let open = self.shared.source.get(span.start as usize);
        let (part, quote) = match (token.kind, open) {
            (TokenKind::Text | TokenKind::QuotedName, Some(b'"')) => (inside, Quote::Double),
            (TokenKind::Text, _) => (inside, Quote::Single),
            (TokenKind::QuotedName, _) => (inside, Quote::Backtick),
            (TokenKind::Hex | TokenKind::HexText, _) => (span, Quote::Hex),
            _ => (span, Quote::None),
        };
        let escapes = token.kind == TokenKind::Text && !self.shared.sql_mode.no_backslash_escapes;
        let placeholder = token.kind == TokenKind::Placeholder
            || (self.shared.placeholders
                && crate::lexer::has_placeholder(part.of(self.shared.source), quote != Quote::None));
        Text::new(self.shared.raw(part), span, quote, escapes, placeholder).known_as_plain(token.is_plain())
    }

    /// The number of the token at this place.
    pub(super) fn number_here(self) -> Number<'s> {
        let token = self.token();
        let hex = matches!(token.kind, TokenKind::Hex | TokenKind::HexText);
        Number::new(token.span().of(self.shared.source), token.span(), hex, token.kind == TokenKind::Placeholder)
    }

    /// Goes on if the word at this place may be a plain name there.
    pub(super) fn unreserved(self, place: Place) -> Parsed<'a, 's, ()> {
        let word = self.word();
        let reserved = word.reserved(place);
        if reserved.is_empty() { Ok((self, ())) } else { self.keep(!reserved, Expected::Unreserved(word, place)) }
    }
}

/// A keyword.
pub(super) fn keyword<'a, 's: 'a>(word: Word) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Span> {
    move |i| if i.word() == word { Ok((i.advance(1), i.span())) } else { i.fail(Expected::Word(word)) }
}

/// One of some keywords.
pub(super) fn one_of<'a, 's: 'a>(words: &'static [Word]) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Word> {
    move |i| {
        if words.contains(&i.word()) {
            return Ok((i.advance(1), i.word()));
        }
        for word in words {
            let _ = keyword(*word)(i);
        }
        Err(nom::Err::Error(Fail))
    }
}

/// Keywords one after the other; the span of all.
pub(super) fn keywords<'a, 's: 'a>(words: &'static [Word]) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Span> {
    move |start| {
        let mut i = start;
        for word in words {
            (i, _) = keyword(*word)(i)?;
        }
        Ok((i, start.span_to(i)))
    }
}

/// A keyword that only the servers with the feature know at this place.
pub(super) fn keyword_of<'a, 's: 'a>(feature: Feature, word: Word) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Span> {
    move |start| {
        let (i, span) = keyword(word)(start)?;
        let (i, ()) = i.gate(feature, start)?;
        Ok((i, span))
    }
}

/// A phrase that, with the word that begins it, only the servers with the feature know.
pub(super) fn phrase_of<'a, 's: 'a>(
    feature: Feature,
    words: &'static [Word],
) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Span> {
    move |start| {
        let (_, _) = keyword_of(feature, words[0])(start)?;
        let (i, span) = keywords(words)(start)?;
        let (i, ()) = i.gate(feature, start)?;
        Ok((i, span))
    }
}

/// A byte of punctuation.
pub(super) fn symbol<'a, 's: 'a>(byte: u8) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Span> {
    move |i| if i.symbol() == byte { Ok((i.advance(1), i.span())) } else { i.fail(Expected::Symbol(byte)) }
}

/// Lists seldom have more items.
const USUAL_ITEMS: usize = 9;

/// `item {"," item}`. An error behind a comma is an error of the list.
pub(super) fn list<'a, 's: 'a, T>(
    item: impl Fn(Input<'a, 's>) -> Parsed<'a, 's, T>,
) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Vec<T>> {
    move |start| {
        let (mut i, first) = item(start)?;
        // As many as would fit if all were as long as the first.
        let more = || (i.shared.tokens.len() - i.at) / (i.at - start.at + 1);
        let mut items = Vec::with_capacity(if i.symbol() == b',' { (1 + more()).min(USUAL_ITEMS) } else { 1 });
        items.push(first);
        while let Ok((behind, _)) = symbol(b',')(i) {
            let (next, another) = item(behind)?;
            items.push(another);
            i = next;
        }
        Ok((i, items))
    }
}

/// A [`list`] whose items have so many tokens, with the comma: read in place, so that what is large is not handed on.
#[inline(always)]
pub(super) fn list_of<'a, 's: 'a, T>(
    tokens: usize,
    item: impl Fn(Input<'a, 's>) -> Parsed<'a, 's, T>,
) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Vec<T>> {
    move |mut i| {
        let mut items = Vec::with_capacity(((i.shared.tokens.len() - i.at) / tokens).clamp(1, USUAL_ITEMS));
        loop {
            let (next, one) = item(i)?;
            items.push(one);
            match symbol(b',')(next) {
                Ok((behind, _)) => i = behind,
                Err(_) => return Ok((next, items)),
            }
        }
    }
}

/// A string of one token.
pub(super) fn text<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Text<'s>> {
    match i.token().kind {
        TokenKind::Text | TokenKind::Placeholder => Ok((i.advance(1), i.text_here())),
        _ => i.fail(Expected::Text),
    }
}

/// A name: an unquoted word that is not reserved at the place, or a quoted name.
pub(super) fn name<'a, 's: 'a>(place: Place) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Text<'s>> {
    move |i| match i.token().kind {
        TokenKind::Word => {
            let (i, ()) = i.unreserved(place)?;
            Ok((i.advance(1), i.text_here()))
        }
        TokenKind::Name | TokenKind::QuotedName | TokenKind::Placeholder => Ok((i.advance(1), i.text_here())),
        _ => i.fail(Expected::Name),
    }
}

/// A name or a string.
pub(super) fn name_or_text<'a, 's: 'a>(place: Place) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Text<'s>> {
    move |i| if i.token().kind == TokenKind::Text { text(i) } else { name(place)(i) }
}
