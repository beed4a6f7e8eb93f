//! Sessions pasted into a script: the client's prompts and what it printed.

use crate::lexer;

/// The longest prompt that is recognized; a database's name is part of it.
pub(super) const LONGEST: usize = 300;

/// The length of the prompt that starts the line, without the blank behind it: `mysql>`, `MariaDB [db]>`.
pub(super) fn starts(line: &[u8]) -> Option<usize> {
    if !matches!(line.first(), Some(b'm' | b'M')) {
        return None;
    }
    let name = [&b"mysql"[..], b"mariadb"]
        .into_iter()
        .find(|name| line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))?;
    let blanks = |from: usize| line.iter().skip(from).take_while(|byte| **byte == b' ').count();
    let mut at = name.len() + blanks(name.len());
    if line.get(at) == Some(&b'[') {
        let database = line.get(at..line.len().min(LONGEST))?;
        at += memchr::memchr2(b']', b'\n', database).filter(|end| database.get(*end) == Some(&b']'))? + 1;
    }
    (line.get(at) == Some(&b'>')).then_some(at + 1)
}

/// How far before its `>`, which ends the text, a prompt starts; `None` if the text's last line is no prompt.
pub(super) fn ends(text: &[u8]) -> Option<usize> {
    if !matches!(text, [.., b'l' | b'L' | b'b' | b'B' | b']', b'>']) {
        return None;
    }
    let tail = text.get(text.len().saturating_sub(LONGEST)..)?;
    let line = tail.get(memchr::memrchr(b'\n', tail)? + 1..)?.trim_ascii_start();
    (starts(line)? == line.len()).then_some(line.len() - 1)
}

/// How far before its `>`, which ends the text, the prompt between two lines of a statement starts, `    ->`.
pub(super) fn ends_continuation(text: &[u8]) -> Option<usize> {
    let blanks = text.strip_suffix(b"->")?;
    let start = blanks.iter().rposition(|byte| !matches!(byte, b' ' | b'\t'))?;
    (blanks.get(start) == Some(&b'\n')).then_some(blanks.len() - start)
}

/// The length of the prompt that continues a quote, `    '> `, with the blank behind it.
pub(super) fn continuation(line: &[u8]) -> Option<usize> {
    let blanks = line.iter().take_while(|byte| **byte == b' ').count();
    match line.get(blanks..)? {
        [b'\'' | b'"' | b'`' | b'-', b'>', rest @ ..] => Some(blanks + 2 + usize::from(rest.first() == Some(&b' '))),
        _ => None,
    }
}

/// Whether the client printed a line that starts so, as an answer to a statement.
pub(super) fn is_output(line: &[u8]) -> bool {
    const STARTS: [&[u8]; 10] = [
        b"Query OK",
        b"Empty set",
        b"+--",
        b"| ",
        b"Rows matched:",
        b"Records:",
        b"Bye",
        b"Database changed",
        b"ERROR ",
        b"*****",
    ];
    STARTS.iter().any(|start| line.starts_with(start)) || is_row_count(line)
}

/// `1 row in set`, `3 rows in set, 1 warning`.
pub(super) fn is_row_count(line: &[u8]) -> bool {
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    digits > 0
        && line.get(digits..).is_some_and(|rest| rest.starts_with(b" row in set") || rest.starts_with(b" rows in set"))
}

/// Whether rows printed one value a line follow: `*** 1. row ***`.
pub(super) fn opens_vertical_row(line: &[u8]) -> bool {
    let stars = line.iter().take_while(|byte| **byte == b'*').count();
    let digits = |byte: &u8| byte.is_ascii_digit() || lexer::is_space(*byte);
    stars >= 5 && line.iter().skip(stars).find(|byte| !digits(byte)) == Some(&b'.')
}
