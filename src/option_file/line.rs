//! Lines, characters and comments as the C code sees them.

use crate::source::Span;

/// Bytes that one call of `fgets` takes at most: a longer line goes on as the next one.
const LONGEST: usize = 4094;

/// A line as the reader gets it: where it starts, and its text up to the end of the line or to a NUL byte.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    pub start: usize,
    pub text: &'t [u8],
    /// The last line of a file may lack it.
    pub has_newline: bool,
}

/// The lines of a file; what is too long for the reader's buffer comes in pieces.
pub(super) fn lines(text: &[u8]) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let piece = &rest[..rest.len().min(LONGEST)];
        let newline = memchr::memchr(b'\n', piece);
        let len = newline.map_or(piece.len(), |at| at + 1);
        let whole = &piece[..newline.unwrap_or(len)];
        let line = Line {
            start,
            text: &whole[..memchr::memchr(0, whole).unwrap_or(whole.len())],
            has_newline: newline.is_some(),
        };
        start += len;
        Some(line)
    })
}

/// White space of latin1, which the reader takes every file for: the no-break space belongs to it.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r' | 0xa0)
}

/// The range of `text[start..end]` without white space at either end.
pub(super) fn trimmed(text: &[u8], mut start: usize, mut end: usize) -> (usize, usize) {
    while start < end && is_space(text[start]) {
        start += 1;
    }
    while end > start && is_space(text[end - 1]) {
        end -= 1;
    }
    (start, end)
}

/// Where a `#` outside of quotes ends the line. A backslash counts inside quotes only, and a quote may open in the middle of a word.
pub(super) fn comment_start(text: &[u8]) -> usize {
    let mut quote = None;
    let mut is_escaped = false;
    for (at, &byte) in text.iter().enumerate() {
        if matches!(byte, b'\'' | b'"') && !is_escaped {
            match quote {
                None => quote = Some(byte),
                Some(open) if open == byte => quote = None,
                Some(_) => {}
            }
        }
        if quote.is_none() && byte == b'#' {
            return at;
        }
        is_escaped = quote.is_some() && byte == b'\\' && !is_escaped;
    }
    text.len()
}

/// The comments of a file, from their `#` or `;` to the end of their lines.
///
/// ```
/// let text = b"[mysqld] \n; one\nport = 1 # two\n";
/// let comments: Vec<&[u8]> = replint::option_file::comments(text).map(|span| span.of(text)).collect();
/// assert_eq!(comments, [b"; one" as &[u8], b"# two"]);
/// ```
pub fn comments(text: &[u8]) -> impl Iterator<Item = Span> {
    lines(text).filter_map(|line| {
        let (start, end) = trimmed(line.text, 0, line.text.len());
        let at = match line.text.get(start) {
            Some(b';') => start,
            Some(b'!' | b'[') => return None,
            _ => start + comment_start(&line.text[start..end]),
        };
        (at < end).then(|| Span::new((line.start + at) as u32, (line.start + end) as u32))
    })
}
