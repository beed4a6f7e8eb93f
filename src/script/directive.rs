//! Comments that speak to replint: `-- replint: ignore[rule] reason`.

use std::io::{self, Read};

use super::start::WANTED;
use super::{Base, Found, Script};

/// What such a comment starts with, behind the mark of a comment and blanks.
pub(crate) const MARK: &[u8] = b"replint:";

/// How much of such a comment is read, in bytes.
const LONGEST: usize = 4 << 10;

/// The comment's text behind its own mark, if it speaks to replint.
pub(crate) fn text(comment: &[u8]) -> Option<&[u8]> {
    let inside = match comment {
        [b'-', b'-', rest @ ..] | [b'#', rest @ ..] => rest,
        [b'/', b'*', rest @ ..] => rest.strip_suffix(b"*/").unwrap_or(rest),
        _ => return None,
    };
    inside.trim_ascii().strip_prefix(MARK)
}

/// A comment that speaks to replint, outside of statements.
///
/// `Debug` leaves the text out.
#[derive(PartialEq, Eq)]
pub struct DirectiveComment {
    /// All of the comment, with its marks.
    pub text: Box<[u8]>,
    /// Where it starts.
    pub base: Base,
    /// Whether nothing else stands before it in its line.
    pub alone: bool,
    /// How many statements stand before it.
    pub preceding: u64,
}

impl std::fmt::Debug for DirectiveComment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DirectiveComment").field("base", &self.base).field("alone", &self.alone).finish_non_exhaustive()
    }
}

impl<R: Read> Script<R> {
    /// Keeps the comment that starts here if it speaks to replint; `end` is what ends such a comment.
    pub(super) fn directive(&mut self, opening: usize, end: &[u8]) -> io::Result<()> {
        let rest = self.input.rest(self.at);
        let inside = rest.get(opening..WANTED.min(rest.len())).unwrap_or_default();
        if !inside.trim_ascii_start().starts_with(MARK) {
            return Ok(());
        }
        self.input.want(self.at, LONGEST)?;
        let rest = self.input.rest(self.at);
        let rest = rest.get(..LONGEST).unwrap_or(rest);
        let len = match memchr::memmem::find(rest, end) {
            Some(found) if end == b"\n" => found,
            Some(found) => found + end.len(),
            None => rest.len(),
        };
        let text = rest.get(..len).unwrap_or_default().trim_ascii_end().into();
        let base = self.input.base(self.at);
        let (alone, preceding) = (self.line_start, self.counts.all());
        self.found.push_back(Found::Directive(DirectiveComment { text, base, alone, preceding }));
        Ok(())
    }
}
