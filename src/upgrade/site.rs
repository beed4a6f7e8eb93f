use super::remark::Remark;
use crate::lexer::Token;
use crate::server::{ServerSet, Word};
use crate::source::Span;

/// Bytes of a statement, and what to put in their place.
pub(super) type Edit = (Span, Vec<u8>);

/// A statement that is to be rewritten: its text and tokens, and for whom.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) text: &'a [u8],
    pub(super) tokens: &'a [Token],
    /// The servers that accept it now.
    pub(super) from: ServerSet,
    pub(super) to: ServerSet,
}

impl<'a> Site<'a> {
    pub(super) fn of(&self, span: Span) -> &'a [u8] {
        span.of(self.text)
    }

    /// The token that starts at a place, by its number.
    fn at(&self, start: u32) -> Option<usize> {
        self.tokens.binary_search_by_key(&start, |token| token.start).ok()
    }

    /// The token before the one that starts at a place.
    pub(super) fn before(&self, start: u32) -> Option<Token> {
        Some(self.tokens[self.at(start)?.checked_sub(1)?])
    }

    /// The token so many before the one that starts at a place.
    pub(super) fn ahead_of(&self, start: u32, count: usize) -> Option<Token> {
        Some(self.tokens[self.at(start)?.checked_sub(count)?])
    }

    /// The first token of a span that is this word.
    pub(super) fn word(&self, span: Span, word: Word) -> Option<Span> {
        let first = self.tokens.partition_point(|token| token.start < span.start);
        let inside = self.tokens[first..].iter().take_while(|token| token.start < span.end);
        inside.map(|token| (token.word(), token.span())).find(|(found, _)| *found == word).map(|(_, span)| span)
    }

    /// # Errors
    /// A comment stands among the words that would change.
    pub(super) fn may_change(&self, edits: &[Edit]) -> Result<(), Remark> {
        match edits.iter().find(|(span, _)| self.has_comment(*span)) {
            Some((span, _)) => Err((*span, "a comment stands among the words that would change".to_owned())),
            None => Ok(()),
        }
    }

    /// Whether anything but white space and the tokens themselves stands in a span: a comment.
    fn has_comment(&self, span: Span) -> bool {
        self.gaps(span).any(|gap| !self.of(gap).trim_ascii().is_empty())
    }

    /// The comments of a span that stand outside of these parts of it, each with the blanks before it.
    pub(super) fn comments(&self, span: Span, parts: &[Span]) -> Vec<u8> {
        let mut comments = Vec::new();
        for gap in self.gaps(span).filter(|gap| !self.of(*gap).trim_ascii().is_empty()) {
            if !parts.iter().any(|part| part.start <= gap.start && gap.end <= part.end) {
                // A line comment keeps its line end.
                let end = self.of(gap).iter().rposition(|byte| !matches!(byte, b' ' | b'\t')).map_or(0, |end| end + 1);
                comments.extend_from_slice(&self.of(gap)[..end]);
            }
        }
        comments
    }

    /// What stands between the tokens of a span.
    fn gaps(&self, span: Span) -> impl Iterator<Item = Span> {
        let first = self.tokens.partition_point(|token| token.span().end <= span.start);
        let mut at = span.start;
        self.tokens[first..].iter().map_while(move |token| {
            let gap = (at < span.end).then(|| Span::new(at, token.start.min(span.end).max(at)));
            at = token.span().end.max(at);
            gap
        })
    }

    /// A part of the text with edits of it made, which are sorted and do not overlap.
    pub(super) fn edited(&self, span: Span, edits: &[Edit]) -> Vec<u8> {
        let mut text = Vec::with_capacity(span.len() as usize + 64);
        let mut at = span.start;
        for (place, new) in edits {
            text.extend_from_slice(self.of(Span::new(at, place.start)));
            text.extend_from_slice(new);
            at = place.end;
        }
        text.extend_from_slice(self.of(Span::new(at, span.end)));
        text
    }
}
