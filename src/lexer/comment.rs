//! Comments, and the executable ones: code for the servers that run it.

use memchr::memmem;

use crate::server::{Feature, Flavor, ServerSet, Targets};

/// How one group of servers reads the opening of an executable comment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Opening {
    /// The content is code for them; it starts after so many bytes.
    Code(usize),
    /// The content is left out; comments inside it are looked at.
    Skipped,
    /// A comment like any other.
    Plain,
}

/// Reads the executable comment that starts `text` (`/*!` or `/*M!`): the reading of the first of `servers`, and all those who share it.
/// `None` if it is a plain comment for every server.
pub(crate) fn opening(text: &[u8], servers: ServerSet, targets: &Targets) -> Option<(Opening, ServerSet)> {
    let mariadb_only = text.starts_with(b"/*M!");
    if !mariadb_only && !text.starts_with(b"/*!") {
        return None;
    }
    let mut agreed: Option<(Opening, ServerSet)> = None;
    for (bit, release) in servers.releases() {
        let server = ServerSet::of_bit(bit);
        let version = targets.version_of(bit).id();
        let opening = match release.flavor {
            Flavor::MySql if mariadb_only => Opening::Plain,
            Flavor::MySql => mysql(text, version, Feature::SixDigitVersionComment.servers().intersects(server)),
            Flavor::MariaDb => mariadb(text, version, mariadb_only),
        };
        match &mut agreed {
            None => agreed = Some((opening, server)),
            Some((first, set)) if *first == opening => *set |= server,
            Some(_) => {}
        }
    }
    agreed
}

/// MySQL takes five digits; newer releases six, if white space follows them.
fn mysql(text: &[u8], server: u32, six: bool) -> Opening {
    let digits = text[3..].iter().take(6).take_while(|b| b.is_ascii_digit()).count();
    let taken = match digits {
        6 if six && text.get(9).copied().is_some_and(super::is_space) => 6,
        5 | 6 => 5,
        _ => return Opening::Code(3),
    };
    if number(&text[3..3 + taken]) <= server { Opening::Code(3 + taken) } else { Opening::Skipped }
}

/// MariaDB takes five or six digits and leaves out MySQL's own versions from 5.7 on, unless written `/*M!`.
fn mariadb(text: &[u8], server: u32, own: bool) -> Opening {
    let start = if own { 4 } else { 3 };
    let digits = text[start..].iter().take(6).take_while(|b| b.is_ascii_digit()).count();
    if digits < 5 {
        return Opening::Code(start);
    }
    let version = number(&text[start..start + digits]);
    let runs = version <= server && (own || !(50_700..=99_999).contains(&version));
    if runs { Opening::Code(start + digits) } else { Opening::Skipped }
}

fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
}

/// Behind the `*/` that ends a plain comment; `from` is behind its `/*`. `None` if it never ends.
pub(crate) fn plain_end(source: &[u8], from: usize) -> Option<usize> {
    memmem::find(&source[from..], b"*/").map(|at| from + at + 2)
}

/// Behind the `*/` that ends an executable comment whose content is not run: one level of comments inside it is skipped over.
pub(crate) fn skipped_end(source: &[u8], mut from: usize) -> Option<usize> {
    loop {
        let at = from + memchr::memchr2(b'*', b'/', source.get(from..)?)?;
        match (source[at], source.get(at + 1)) {
            (b'*', Some(b'/')) => return Some(at + 2),
            (b'/', Some(b'*')) => from = plain_end(source, at + 2)?,
            _ => from = at + 1,
        }
    }
}

/// Behind a comment to the end of the line; a NUL ends it too.
pub(crate) fn line_end(source: &[u8], from: usize) -> usize {
    memchr::memchr2(b'\n', 0, &source[from..]).map_or(source.len(), |at| from + at)
}

/// Whether `--` at the start of `text` opens a comment: white space, a control character or the end must follow.
pub(crate) fn is_dash_comment(text: &[u8]) -> bool {
    text.starts_with(b"--") && text.get(2).is_none_or(|b| *b == b' ' || b.is_ascii_control())
}
