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

/// The command that the first word of a statement names: the word reaches to a blank, the end or the delimiter.
pub(super) fn long(rest: &[u8], delimiter: &[u8]) -> Option<(Long, usize)> {
    let len = rest
        .iter()
        .take(LONGEST_WORD)
        .take_while(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'?'))
        .count();
    let (word, behind) = rest.split_at_checked(len)?;
    if !matches!(behind.first(), None | Some(b' ' | b'\t' | b'\n' | b'\r')) && !behind.starts_with(delimiter) {
        return None;
    }
    Some((named(word)?, len))
}

fn named(word: &[u8]) -> Option<Long> {
    const ARGUMENTS: [&[u8]; 10] = [
        b"source",
        b"system",
        b"connect",
        b"charset",
        b"tee",
        b"pager",
        b"prompt",
        b"?",
        b"query_attributes",
        b"ssl_session_data_print",
    ];
    const ALONE: [&[u8]; 12] = [
        b"go",
        b"ego",
        b"clear",
        b"edit",
        b"status",
        b"warnings",
        b"nowarning",
        b"nopager",
        b"notee",
        b"print",
        b"rehash",
        b"resetconnection",
    ];
    let is = |name: &&[u8]| word.eq_ignore_ascii_case(name);
    if is(&&b"delimiter"[..]) {
        Some(Long::Delimiter)
    } else if is(&&b"exit"[..]) || is(&&b"quit"[..]) {
        Some(Long::Quit)
    } else if is(&&b"use"[..]) || is(&&b"help"[..]) {
        Some(Long::Statement)
    } else if ARGUMENTS.iter().any(is) {
        Some(Long::Arguments)
    } else {
        ALONE.iter().any(is).then_some(Long::Alone)
    }
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
