//! Findings that are known and wait for their day.

use std::collections::BTreeSet;
use std::fmt::{self, Write};
use std::path::Path;

use crate::diagnostic::{Diagnostic, Fingerprint, slashed};

/// Findings that a repository has accepted: a line for each, `path rule fingerprint`, sorted, so that two branches merge.
///
/// ```
/// use replint::lint::{Baseline, Settings, lint};
///
/// let mut found = Vec::new();
/// lint("a.sql", &b"DROP USER;"[..], &Settings::default(), |finding| found.push(finding))?;
/// let text = Baseline::of(&found).to_string();
/// let mut baseline: Baseline = text.parse()?;
/// assert!(baseline.knows(&found[0]));
/// assert!(text.lines().nth(1).unwrap().starts_with("a.sql unexpected-end "));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    entries: BTreeSet<BaselineEntry>,
    /// Theirs.
    known: BTreeSet<Fingerprint>,
    /// Those that were found again.
    met: BTreeSet<Fingerprint>,
}

/// A finding that is known, with no more of it than it takes to find it again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BaselineEntry {
    /// The file, in one word.
    path: String,
    rule: String,
    fingerprint: Fingerprint,
}

/// What is wrong with the text of a baseline.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BaselineError {
    /// Its first line is another one.
    #[error("it is no baseline of replint; `--write-baseline` writes one")]
    NoBaseline,
    /// It was written by another version of replint.
    #[error(
        "it is a baseline of version {0}, and this replint reads version {VERSION}; write it anew with `--write-baseline`"
    )]
    OtherVersion(String),
    /// A line, from 1.
    #[error("line {0} is no entry `path rule fingerprint`; if a merge left it, remove it")]
    Line(usize),
}

/// Of the text.
const VERSION: &str = "1";
const HEAD: &str = "# replint baseline ";

impl Baseline {
    /// What was found.
    pub fn of<'d>(found: impl IntoIterator<Item = &'d Diagnostic>) -> Self {
        let entry = |finding: &Diagnostic| BaselineEntry {
            path: BaselineEntry::name_of(&finding.path),
            rule: finding.rule.to_owned(),
            fingerprint: finding.fingerprint,
        };
        Self::new(found.into_iter().map(entry).collect())
    }

    fn new(entries: BTreeSet<BaselineEntry>) -> Self {
        Self { known: entries.iter().map(|entry| entry.fingerprint).collect(), entries, met: BTreeSet::new() }
    }

    /// Whether the finding is in it; notes that it was found again.
    pub fn knows(&mut self, finding: &Diagnostic) -> bool {
        let is_known = self.known.contains(&finding.fingerprint);
        if is_known {
            self.met.insert(finding.fingerprint);
        }
        is_known
    }

    /// How many findings it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All entries.
    pub fn entries(&self) -> impl Iterator<Item = &BaselineEntry> {
        self.entries.iter()
    }

    /// The entries that were not found again.
    pub fn stale(&self) -> impl Iterator<Item = &BaselineEntry> {
        self.entries.iter().filter(|entry| !self.met.contains(&entry.fingerprint))
    }

    /// Leaves out entries.
    pub fn remove(&mut self, entries: &BTreeSet<BaselineEntry>) {
        self.entries = self.entries.difference(entries).cloned().collect();
    }
}

impl BaselineEntry {
    /// A file as entries name it: in one word, in which blanks and what cannot be seen are `\u{…}`.
    pub fn name_of(path: &Path) -> String {
        slashed(path).chars().fold(String::new(), |mut word, character| {
            if character == '\\' || character.is_whitespace() || character.is_control() {
                let _ = write!(word, "\\u{{{:x}}}", u32::from(character));
            } else {
                word.push(character);
            }
            word
        })
    }

    /// The rule's name.
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// The [name](Self::name_of) of the file.
    pub fn path(&self) -> &str {
        &self.path
    }
}

/// `path: rule`.
impl fmt::Display for BaselineEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.rule)
    }
}

/// The text of the file.
impl fmt::Display for Baseline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEAD}{VERSION}")?;
        self.entries.iter().try_for_each(|it| writeln!(f, "{} {} {}", it.path, it.rule, it.fingerprint))
    }
}

impl std::str::FromStr for Baseline {
    type Err = BaselineError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut lines = text.lines();
        match lines.next().and_then(|line| line.strip_prefix(HEAD)).map(str::trim) {
            Some(VERSION) => {}
            Some(other) => return Err(BaselineError::OtherVersion(other.to_owned())),
            None => return Err(BaselineError::NoBaseline),
        }
        let mut entries = BTreeSet::new();
        for (at, line) in lines.enumerate().filter(|(_, line)| !line.is_empty()) {
            entries.insert(entry(line).ok_or(BaselineError::Line(at + 2))?);
        }
        Ok(Self::new(entries))
    }
}

fn entry(line: &str) -> Option<BaselineEntry> {
    let mut words = line.split(' ');
    let (path, rule, fingerprint) = (words.next()?, words.next()?, words.next()?.trim_end());
    words.next().is_none().then_some(())?;
    Some(BaselineEntry { path: path.to_owned(), rule: rule.to_owned(), fingerprint: fingerprint.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: &str = "db/a\\u{20}b\\u{a}.sql unexpected-end 27cad391185953bed02c9cf9fefdc105";

    #[test]
    fn what_is_written_is_read() {
        let text = format!("{HEAD}1\na.sql x 00000000000000000000000000000001\n{ENTRY}\n");
        let read: Baseline = text.parse().unwrap();
        assert_eq!((read.len(), read.to_string()), (2, text.clone()));
        assert!(read.stale().any(|entry| entry.path() == BaselineEntry::name_of(Path::new("db/a b\n.sql"))));
        assert_eq!(text.replace('\n', "\r\n").parse(), Ok(read));
    }

    #[test]
    fn what_is_wrong_is_said() {
        let error = |text: &str| text.parse::<Baseline>().unwrap_err();
        assert_eq!(error(""), BaselineError::NoBaseline);
        assert_eq!(error("{}"), BaselineError::NoBaseline);
        assert_eq!(error("# replint baseline 7\n"), BaselineError::OtherVersion("7".into()));
        for line in [
            "<<<<<<< ours",
            "a.sql x",
            "a.sql x +7cad391185953bed02c9cf9fefdc105",
            "a b x 27cad391185953bed02c9cf9fefdc105",
        ] {
            assert_eq!(error(&format!("{HEAD}1\n{ENTRY}\n{line}\n")), BaselineError::Line(3), "{line}");
        }
    }
}
