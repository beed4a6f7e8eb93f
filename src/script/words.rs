//! Words of a statement, without tokens: enough to tell what it is.

use super::rules::comment_end;
use crate::lexer::comment::{self, Opening};
use crate::lexer::{self, SqlMode};
use crate::server::{ServerSet, Targets};

/// So many executable comments are looked through; behind more of them nothing of ours is expected.
const COMMENTS: u8 = 16;

/// So near the end of a text that goes on, its next piece may not be complete.
const MARGIN: usize = 16;

/// What stands next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Word(&'a [u8]),
    /// What stands between two quotes, with its escapes.
    Quoted(&'a [u8]),
    Symbol(u8),
    End,
    /// The text at hand ends, the statement does not.
    Cut,
    /// These servers agree on what follows, the others do not.
    Split(ServerSet),
}

/// For whom executable comments are code.
#[derive(Clone, Copy)]
pub(super) enum Readers<'t> {
    /// For everyone.
    All,
    /// For those of the servers that run them.
    Servers(ServerSet, &'t Targets),
}

/// A reader of words.
#[derive(Clone, Copy)]
pub(super) struct Words<'a, 't> {
    text: &'a [u8],
    at: usize,
    /// Whether the statement ends with the text.
    whole: bool,
    readers: Readers<'t>,
    sql_mode: SqlMode,
    comments: u8,
}

impl<'a, 't> Words<'a, 't> {
    pub(super) fn new(text: &'a [u8], whole: bool, readers: Readers<'t>, sql_mode: SqlMode) -> Self {
        Self { text, at: 0, whole, readers, sql_mode, comments: COMMENTS }
    }

    pub(super) fn sql_mode(&self) -> SqlMode {
        self.sql_mode
    }

    /// How far the text is read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// To the end of the line.
    pub(super) fn pass_line(&mut self) {
        let rest = self.rest();
        self.at += memchr::memchr(b'\n', rest).unwrap_or(rest.len());
    }

    fn rest(&self) -> &'a [u8] {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Whether this symbol follows; `None` if the text ends before that can be told.
    pub(super) fn is_next(&self, symbol: u8) -> Option<bool> {
        match self.rest().iter().find(|byte| !lexer::is_space(**byte)) {
            Some(byte) => Some(*byte == symbol),
            None => self.whole.then_some(false),
        }
    }

    /// The next piece.
    pub(super) fn next(&mut self) -> Piece<'a> {
        match self.trivia() {
            Ok(quote @ (b'\'' | b'"' | b'`')) => self.quoted(quote),
            Ok(byte) => self.bare(byte),
            Err(stop) => stop,
        }
    }

    /// The next piece where only a word matters: a quote is a symbol, its text is not read.
    #[inline]
    pub(super) fn next_word(&mut self) -> Piece<'a> {
        // A word behind a few blanks, most of the time.
        let mut at = self.at;
        while let Some(byte) = self.text.get(at).copied() {
            if lexer::is_name(byte) && (self.whole || self.text.len() - at >= MARGIN) {
                self.at = at;
                return self.word();
            }
            if !lexer::is_space(byte) {
                break;
            }
            at += 1;
        }
        match self.trivia() {
            Ok(byte) => self.bare(byte),
            Err(stop) => stop,
        }
    }

    /// Passes blanks and comments, to the byte that follows.
    fn trivia(&mut self) -> Result<u8, Piece<'a>> {
        loop {
            while self.text.get(self.at).copied().is_some_and(lexer::is_space) {
                self.at += 1;
            }
            let rest = self.rest();
            let byte = *rest.first().ok_or_else(|| self.stop())?;
            if !self.whole && rest.len() < MARGIN {
                return Err(Piece::Cut);
            }
            match byte {
                byte if lexer::is_name(byte) => return Ok(byte),
                b'#' => self.line_comment(),
                b'-' if comment::is_dash_comment(rest) => self.line_comment(),
                b'/' if rest.get(1) == Some(&b'*') => self.comment().map_or(Ok(()), Err)?,
                b'*' if rest.get(1) == Some(&b'/') => self.at += 2,
                _ => return Ok(byte),
            }
        }
    }

    #[inline]
    fn bare(&mut self, byte: u8) -> Piece<'a> {
        if lexer::is_name(byte) {
            return self.word();
        }
        self.at += 1;
        Piece::Symbol(byte)
    }

    fn stop(&self) -> Piece<'a> {
        if self.whole { Piece::End } else { Piece::Cut }
    }

    #[inline]
    fn word(&mut self) -> Piece<'a> {
        let end = lexer::name_end(self.text, self.at);
        if end == self.text.len() && !self.whole {
            return Piece::Cut;
        }
        let word = self.text.get(self.at..end).unwrap_or_default();
        self.at = end;
        Piece::Word(word)
    }

    fn quoted(&mut self, quote: u8) -> Piece<'a> {
        let escapes = quote == b'\'' || (quote == b'"' && !self.sql_mode.ansi_quotes);
        let end = lexer::quote_end(self.text, self.at, quote, escapes && !self.sql_mode.no_backslash_escapes);
        // Behind a quote at the end of the text its double may follow.
        let Some(end) = end.filter(|end| self.whole || *end < self.text.len()) else {
            self.at = self.text.len();
            return self.stop();
        };
        let inner = self.text.get(self.at + 1..end - 1).unwrap_or_default();
        self.at = end;
        Piece::Quoted(inner)
    }

    fn line_comment(&mut self) {
        self.at = comment::line_end(self.text, self.at).max(self.at + 1);
    }

    fn comment_end(&self) -> Option<usize> {
        let from = self.at + 2;
        comment_end(self.text.get(from..)?).map(|len| from + len)
    }

    /// Passes a comment, or the opening of one that is code.
    fn comment(&mut self) -> Option<Piece<'a>> {
        let executable = matches!(self.rest().get(2..), Some([b'!', ..] | [b'M', b'!', ..]));
        let end = match self.readers {
            _ if !executable => self.comment_end(),
            Readers::All => {
                let digits = self.rest().iter().skip(2).take_while(|b| matches!(b, b'M' | b'!' | b'0'..=b'9')).count();
                Some(self.at + 2 + digits)
            }
            Readers::Servers(servers, targets) => {
                let Some(left) = self.comments.checked_sub(1) else { return Some(Piece::End) };
                self.comments = left;
                match comment::opening(self.rest(), servers, targets) {
                    Some((_, agreeing)) if agreeing != servers => return Some(Piece::Split(agreeing)),
                    Some((Opening::Code(len), _)) => Some(self.at + len + sixth_digit(self.rest(), len)),
                    Some((Opening::Skipped, _)) => comment::skipped_end(self.text, self.at + 2),
                    Some((Opening::Plain, _)) | None => self.comment_end(),
                }
            }
        };
        match end {
            Some(end) => {
                self.at = end;
                None
            }
            None => {
                self.at = self.text.len();
                Some(self.stop())
            }
        }
    }
}

/// Whether a digit stands behind a version of five: code that spoils the statement, and must not hide one of ours.
fn sixth_digit(comment: &[u8], len: usize) -> usize {
    let behind_version = comment.get(len.saturating_sub(1)..).unwrap_or_default();
    usize::from(behind_version.iter().take(2).filter(|byte| byte.is_ascii_digit()).count() == 2)
}

/// A word in upper case, for comparison; empty if it is longer than any word looked for.
#[derive(Clone, Copy)]
pub(super) struct Upper {
    bytes: [u8; 24],
    len: usize,
}

impl Upper {
    #[inline]
    pub(super) fn of(word: &[u8]) -> Self {
        let mut bytes = [0; 24];
        let Some(room) = bytes.get_mut(..word.len()) else { return Self { bytes, len: 0 } };
        room.copy_from_slice(word);
        // All of them: a length that is known is faster.
        bytes.make_ascii_uppercase();
        Self { bytes, len: word.len() }
    }

    pub(super) fn text(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}
