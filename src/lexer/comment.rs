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
    let own = text.starts_with(b"/*M!");
    if !own && !text.starts_with(b"/*!") {
        return None;
    }
    let start = if own { 4 } else { 3 };
    let digits = text[start..].iter().take(6).take_while(|b| b.is_ascii_digit()).count();
    let version = VersionNumber { text, start, digits, targets };
    let readings = [version.mysql(own), version.mariadb(own)];
    let readings = || readings.iter().flatten().map(|(opening, readers)| (*opening, *readers & servers));
    let (first, _) =
        readings().filter(|(_, readers)| !readers.is_empty()).min_by_key(|(_, readers)| readers.first())?;
    let shared = readings().filter(|(opening, _)| *opening == first);
    Some((first, shared.fold(ServerSet::EMPTY, |all, (_, readers)| all | readers)))
}

/// A way to read an opening, and who reads it so.
type Reading = (Opening, ServerSet);

/// The number behind an opening.
struct VersionNumber<'a> {
    text: &'a [u8],
    start: usize,
    /// Up to six.
    digits: usize,
    targets: &'a Targets,
}

impl VersionNumber<'_> {
    /// MySQL takes five digits; newer releases six, if white space follows them.
    fn mysql(&self, own: bool) -> [Reading; 3] {
        let all = ServerSet::of_flavor(Flavor::MySql);
        match self.digits {
            _ if own => whole(Opening::Plain, all),
            6 if self.text.get(self.start + 6).copied().is_some_and(super::is_space) => {
                let six = Feature::SixDigitVersionComment.servers();
                let (run_six, run_five) = (self.running(Flavor::MySql, 6) & six, self.running(Flavor::MySql, 5) - six);
                [self.code(6, run_six), self.code(5, run_five), (Opening::Skipped, all - run_six - run_five)]
            }
            5 | 6 => self.split(5, all, self.running(Flavor::MySql, 5)),
            _ => whole(Opening::Code(self.start), all),
        }
    }

    /// MariaDB takes five or six digits and leaves out MySQL's own versions from 5.7 on, unless written `/*M!`.
    fn mariadb(&self, own: bool) -> [Reading; 3] {
        let all = ServerSet::of_flavor(Flavor::MariaDb);
        match self.digits {
            5 | 6 if !own && (50_700..=99_999).contains(&self.number(self.digits)) => whole(Opening::Skipped, all),
            5 | 6 => self.split(self.digits, all, self.running(Flavor::MariaDb, self.digits)),
            _ => whole(Opening::Code(self.start), all),
        }
    }

    fn number(&self, digits: usize) -> u32 {
        let digits = &self.text[self.start..self.start + digits];
        digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
    }

    fn running(&self, flavor: Flavor, digits: usize) -> ServerSet {
        self.targets.running(flavor, self.number(digits))
    }

    fn code(&self, digits: usize, servers: ServerSet) -> Reading {
        (Opening::Code(self.start + digits), servers)
    }

    fn split(&self, digits: usize, all: ServerSet, running: ServerSet) -> [Reading; 3] {
        [self.code(digits, running), (Opening::Skipped, all - running), (Opening::Skipped, ServerSet::EMPTY)]
    }
}

fn whole(opening: Opening, servers: ServerSet) -> [Reading; 3] {
    [(opening, servers), (opening, ServerSet::EMPTY), (opening, ServerSet::EMPTY)]
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
