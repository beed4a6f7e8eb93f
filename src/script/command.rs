//! Commands of the clients: words at the start of a statement, and a backslash with a letter anywhere outside quotes.

use super::rules::Delimiter;

/// The longest line that can be a command, in bytes.
pub(super) const LONGEST_LINE: usize = 64 << 10;
/// The longest word that is one, with what may stand behind it.
pub(super) const LONGEST_WORD: usize = 32;

/// A command of one letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Short {
    /// `\g`, `\G`: sends the statement.
    Go,
    /// `\c`: forgets it.
    Clear,
    /// `\q`: ends the script.
    Quit,
    /// `\d`: what follows is the delimiter.
    Delimiter,
    /// `\C`: takes the rest of the line; the one that clients also take from a file.
    Charset,
    /// Takes the rest of the line, to the delimiter.
    Arguments,
    /// Takes nothing.
    Alone,
}

/// The command whose backslash stands first, and how many bytes to pass; no command if it is none: `\N`, `\;`.
pub(super) fn short(rest: &[u8]) -> (usize, Option<Short>) {
    let command = match rest.get(1) {
        None | Some(b'\n') => return (1, None),
        Some(b'\r') if rest.get(2) == Some(&b'\n') => return (1, None),
        Some(b'g' | b'G') => Short::Go,
        Some(b'c') => Short::Clear,
        Some(b'q') => Short::Quit,
        Some(b'd') => Short::Delimiter,
        Some(b'C') => Short::Charset,
        Some(b'?' | b'h' | b'P' | b'r' | b'R' | b'.' | b'!' | b'T' | b'u') => Short::Arguments,
        Some(b'#' | b'e' | b'n' | b'p' | b's' | b't' | b'w' | b'W' | b'x' | b'-') => Short::Alone,
        Some(_) => return (2, None),
    };
    (2, Some(command))
}

/// A command of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Long {
    /// `DELIMITER`.
    Delimiter,
    /// `exit`, `quit`.
    Quit,
    /// Takes the rest of the line.
    Arguments,
    /// Takes the rest of the line; with a delimiter behind it the server understands it too.
    Statement,
    /// Takes nothing.
    Alone,
}

/// The commands by their words.
const LONG: [(&[u8], Long); 27] = [
    (b"delimiter", Long::Delimiter),
    (b"exit", Long::Quit),
    (b"quit", Long::Quit),
    (b"use", Long::Statement),
    (b"help", Long::Statement),
    (b"source", Long::Arguments),
    (b"system", Long::Arguments),
    (b"connect", Long::Arguments),
    (b"charset", Long::Arguments),
    (b"tee", Long::Arguments),
    (b"pager", Long::Arguments),
    (b"prompt", Long::Arguments),
    (b"?", Long::Arguments),
    (b"query_attributes", Long::Arguments),
    (b"ssl_session_data_print", Long::Arguments),
    (b"go", Long::Alone),
    (b"ego", Long::Alone),
    (b"clear", Long::Alone),
    (b"edit", Long::Alone),
    (b"status", Long::Alone),
    (b"warnings", Long::Alone),
    (b"nowarning", Long::Alone),
    (b"nopager", Long::Alone),
    (b"notee", Long::Alone),
    (b"print", Long::Alone),
    (b"rehash", Long::Alone),
    (b"resetconnection", Long::Alone),
];

/// For each byte that a command starts with, a bit for each letter that may follow: most statements start like none.
const STARTS: [u32; 256] = {
    let (mut starts, mut at) = ([0; 256], 0);
    while at < LONG.len() {
        let followed_by = if let [_, second, ..] = LONG[at].0 { 1 << (*second & 31) } else { u32::MAX };
        let first = LONG[at].0[0];
        starts[first as usize] |= followed_by;
        starts[first.to_ascii_uppercase() as usize] |= followed_by;
        at += 1;
    }
    starts
};

/// The command that the first word of a statement names: the word reaches to a blank, the end or the delimiter.
pub(super) fn long(rest: &[u8], delimiter: &[u8]) -> Option<(Long, usize)> {
    let second = 1 << (rest.get(1).copied().unwrap_or_default() & 31);
    if STARTS.get(usize::from(*rest.first()?)).is_none_or(|followed_by| followed_by & second == 0) {
        return None;
    }
    let is_part = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'?');
    let len = rest.iter().take(LONGEST_WORD).take_while(|byte| is_part(byte)).count();
    let (word, behind) = rest.split_at_checked(len)?;
    if !matches!(behind.first(), None | Some(b' ' | b'\t' | b'\n' | b'\r')) && !behind.starts_with(delimiter) {
        return None;
    }
    let (_, command) = LONG.iter().find(|(name, _)| word.eq_ignore_ascii_case(name))?;
    Some((*command, len))
}

/// What ends a command and what it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Line,
    Delimiter,
    /// `\g`: the line is a statement after all.
    Go,
}

/// The first end behind `from`, and where; `None` if more of the line is needed to tell, which it is not if the file ends with `rest`.
pub(super) fn end(rest: &[u8], from: usize, delimiter: &[u8], last: bool) -> Option<(End, usize)> {
    let first = delimiter.first().copied().unwrap_or(b'\n');
    let mut at = from;
    while let Some(len) = rest.get(at..).and_then(|rest| memchr::memchr3(b'\n', first, b'\\', rest)) {
        at += len;
        let here = rest.get(at..).unwrap_or_default();
        if here.starts_with(b"\n") {
            return Some((End::Line, at));
        }
        if here.starts_with(delimiter) {
            return Some((End::Delimiter, at));
        }
        if here.starts_with(b"\\g") {
            return Some((End::Go, at));
        }
        at += 1;
    }
    last.then_some((End::Line, rest.len()))
}

/// What stands behind a command that sets the delimiter.
pub(super) enum Argument {
    Delimiter(Delimiter),
    Missing,
    /// The clients take no delimiter with a backslash, and keep the old one.
    Refused,
}

/// The delimiter on `line`, which starts behind the command: a word, or a quoted text.
pub(super) fn argument(line: &[u8]) -> Argument {
    let (quote, argument) = match line.trim_ascii_start() {
        [quote @ (b'\'' | b'"' | b'`'), argument @ ..] => (*quote, argument),
        argument => (b' ', argument),
    };
    let end = memchr::memchr2(quote, b'\n', argument).unwrap_or(argument.len());
    let argument = argument.get(..end).unwrap_or_default();
    let argument = argument.strip_suffix(b"\r").unwrap_or(argument);
    match Delimiter::new(argument) {
        Some(_) if argument.contains(&b'\\') => Argument::Refused,
        Some(delimiter) => Argument::Delimiter(delimiter),
        None => Argument::Missing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_in_any_case() {
        for (name, command) in LONG {
            for name in [name.to_ascii_uppercase(), name.to_vec()] {
                assert_eq!(long(&[&name[..], b" x"].concat(), b";"), Some((command, name.len())));
                assert_eq!(long(&[&name[..], b";"].concat(), b";"), Some((command, name.len())));
                assert_eq!(long(&[&name[..], b"1"].concat(), b";"), None);
            }
        }
        assert_eq!(long(b"SELECT 1", b";"), None);
    }
}
