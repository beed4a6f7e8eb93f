//! Bytes of a statement as a reader may see them.

use std::borrow::Cow;

use super::Span;

/// What a reader sees for a character that is kept from them.
pub const MASK: char = '*';

/// The bytes of `window` decoded, with a [`MASK`] for every character in one of the `hidden` spans, which are sorted and do not overlap.
///
/// Line ends stay, so lines and columns are those of the text. What is no character, and what a terminal would obey instead of showing it,
/// becomes U+FFFD.
///
/// ```
/// use replint::source::{Span, masked};
///
/// let text = b"IDENTIFIED BY 'tiger'";
/// assert_eq!(masked(text, Span::new(11, 21), &[Span::new(15, 20)]), "BY '*****'");
/// ```
pub fn masked(text: &[u8], window: Span, hidden: &[Span]) -> String {
    let first = hidden.partition_point(|span| span.end <= window.start);
    let mut hidden = hidden.iter().skip(first).peekable();
    let bytes = window.of(text);
    let mut shown = String::with_capacity(bytes.len());
    if let Some(plain) = plain(bytes) {
        let mut at = 0;
        let place = |offset: u32| plain.len().min(offset.saturating_sub(window.start) as usize);
        for span in hidden.take_while(|span| span.start < window.end) {
            let start = place(span.start).max(at);
            let end = place(span.end).max(start);
            shown.push_str(&plain[at..start]);
            shown.extend(plain[start..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { MASK }));
            at = end;
        }
        shown.push_str(&plain[at..]);
        return shown;
    }
    let mut is_hidden = |at: u32| {
        while hidden.next_if(|span| span.end <= at).is_some() {}
        hidden.peek().is_some_and(|span| span.start <= at)
    };
    let mut at = window.start;
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            shown.push(match character {
                '\n' => character,
                '\r' if text.get(at as usize + 1) == Some(&b'\n') => character,
                _ if is_hidden(at) => MASK,
                '\t' => character,
                _ => printable(character),
            });
            at += character.len_utf8() as u32;
        }
        if !chunk.invalid().is_empty() {
            shown.push(if is_hidden(at) { MASK } else { char::REPLACEMENT_CHARACTER });
            at += chunk.invalid().len() as u32;
        }
    }
    shown
}

/// The text of bytes that are all shown as they are: printable ASCII, tabs and line feeds.
pub(crate) fn plain(bytes: &[u8]) -> Option<&str> {
    let is_plain = bytes.iter().fold(true, |all, byte| all & matches!(byte, b' '..=b'~' | b'\t' | b'\n'));
    if is_plain { std::str::from_utf8(bytes).ok() } else { None }
}

/// A text of one line, such as a path, without what a terminal would obey instead of showing it.
///
/// ```
/// assert_eq!(replint::source::visible("a\u{1b}[2Jb.sql"), "a\u{fffd}[2Jb.sql");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|character| printable(character) == character) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(printable).collect())
    }
}

/// Control characters, those that only change how their neighbours are shown, and what XML cannot hold.
fn printable(character: char) -> char {
    match character {
        '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fffe}'
        | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        _ if character.is_control() => char::REPLACEMENT_CHARACTER,
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &[u8], hidden: &[Span]) -> String {
        masked(text, Span::new(0, text.len() as u32), hidden)
    }

    #[test]
    fn every_character_is_one_mask() {
        assert_eq!(all("'ñ密\t'x".as_bytes(), &[Span::new(1, 7)]), "'***'x");
        assert_eq!(all(b"'\xff\xfe' \xff", &[Span::new(1, 3)]), "'**' \u{fffd}");
        assert_eq!(all(b"ab cd", &[Span::new(0, 1), Span::new(1, 2), Span::new(4, 5)]), "** c*");
    }

    #[test]
    fn lines_stay() {
        assert_eq!(all(b"'a\r\nb'", &[Span::new(1, 5)]), "'*\r\n*'");
    }

    #[test]
    fn a_window_may_start_inside_a_mask() {
        assert_eq!(masked(b"'secret' x", Span::new(4, 10), &[Span::new(1, 7)]), "***' x");
    }

    #[test]
    fn terminals_obey_nothing() {
        assert_eq!(all("a\u{202e}b\u{7}\rc".as_bytes(), &[]), "a\u{fffd}b\u{fffd}\u{fffd}c");
    }
}
