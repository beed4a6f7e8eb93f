//! Slips in the list of GRANT and REVOKE, where many a word may be the name of a role.

use super::{Site, SyntaxError, SyntaxRule, describe};
use crate::lexer::TokenKind;
use crate::server::{StaticPrivilege, word};
use crate::source::Span;

impl Site<'_> {
    /// An element that is no privilege, but nearly one: `REPLICATON SLAVE`, `ALL PRIVILEGE`.
    pub(super) fn misspelt_privilege(&self) -> Option<SyntaxError> {
        let (start, end) = self.granted()?;
        let span = Span::new(self.tokens[start].start, self.tokens[end - 1].span().end);
        let written = self.words(start, end);
        if phrases().any(|phrase| phrase.eq_ignore_ascii_case(&written)) {
            return None;
        }
        let as_long = phrases().filter(|phrase| phrase.split(' ').count() == end - start);
        let near = describe::nearest(&written, as_long)?;
        let error = SyntaxError::new(SyntaxRule::MisspelledKeyword, span, format!("`{written}` is no privilege"));
        Some(error.help(format!("did you mean {near}?")).edit(span, near))
    }

    /// `SELECT INSERT`
    pub(super) fn missing_comma_between_privileges(&self) -> Option<SyntaxError> {
        let (start, _) = self.granted()?;
        let (before, word) = (self.words(start, self.at), self.token().word().text());
        let begins = phrases().any(|phrase| phrase.split(' ').next() == Some(word));
        if !begins || !phrases().any(|phrase| phrase.eq_ignore_ascii_case(&before)) {
            return None;
        }
        let gap = self.before()?.span().end;
        let message = format!("a comma is missing before `{word}`");
        let error = SyntaxError::new(SyntaxRule::MissingComma, self.token().span(), message);
        Some(error.edit(Span::new(gap, gap), ","))
    }

    fn words(&self, start: usize, end: usize) -> String {
        let words: Vec<&str> = self.tokens[start..end].iter().filter_map(|token| self.word_text(*token)).collect();
        words.join(" ")
    }

    /// The element of the list in which the error stands, or behind which: its first word, and the first token that is none of it.
    fn granted(&self) -> Option<(usize, usize)> {
        let is_word = |at: usize| {
            let ends = matches!(self.tokens[at].word(), word::ON | word::TO | word::FROM);
            matches!(self.tokens[at].kind, TokenKind::Word | TokenKind::Name) && !ends
        };
        let in_list = |at: usize| is_word(at) || matches!(self.tokens[at].symbol(), b',' | b'(' | b')');
        if !matches!(self.tokens[0].word(), word::GRANT | word::REVOKE) || !(1..self.at).all(in_list) {
            return None;
        }
        let start = (1..self.at).rev().find(|at| !is_word(*at)).map_or(1, |before| before + 1);
        let end = (start..self.tokens.len()).find(|at| !is_word(*at))?;
        (start < end && self.at <= end).then_some((start, end))
    }
}

fn phrases() -> impl Iterator<Item = &'static str> {
    StaticPrivilege::all().map(StaticPrivilege::phrase).chain(["ALL PRIVILEGES"])
}
