use std::collections::HashSet;

use super::{Entry, FileError, Files, Group, Include, IncludeKind, Item, OptionFile, Prefix, Problem, ProblemKind};
use crate::source::Span;

/// Directives inside one another, at most.
const DEEPEST: usize = 10;

/// Files of one reading, at most: ten levels of directories could hold any number.
const MOST: usize = 1000;

/// An option file with all that it includes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The file itself, then those that it includes, in the order of reading.
    pub files: Vec<SourceFile>,
    /// File and item of every entry that is read, in order.
    order: Vec<(usize, usize)>,
    is_partial: bool,
}

/// One file of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// As it was named.
    pub path: String,
    /// What stands in it, with the problems of its includes.
    pub file: OptionFile,
    /// The file that includes it, and where; `None` for the first.
    pub included_at: Option<(usize, Span)>,
}

/// An entry with its place.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'o> {
    /// Its file.
    pub file: &'o SourceFile,
    /// Its group.
    pub group: &'o Group,
    /// The entry.
    pub entry: &'o Entry,
}

impl Options {
    /// Reads a file and what it includes. If it cannot be read, there is nothing in it: the servers start without.
    pub fn load(path: &str, files: &dyn Files) -> Self {
        match files.read(path) {
            Ok(text) => Self::of_text(path, &text, files),
            Err(error) => Self { is_partial: error == FileError::Unknown, ..Self::default() },
        }
    }

    /// The same for a file that has been read already.
    pub fn of_text(path: &str, text: &[u8], files: &dyn Files) -> Self {
        let mut options = Self::default();
        options.read(path, text, None, &mut Vec::new(), files);
        options
    }

    fn read(
        &mut self,
        path: &str,
        text: &[u8],
        included_at: Option<(usize, Span)>,
        open: &mut Vec<String>,
        files: &dyn Files,
    ) {
        let at = self.files.len();
        let mut file = OptionFile::parse(text);
        let items = std::mem::take(&mut file.items);
        self.files.push(SourceFile { path: path.to_owned(), file, included_at });
        open.push(path.to_owned());
        for (number, item) in items.iter().enumerate() {
            match item {
                Item::Group(_) => {}
                Item::Entry(_) => self.order.push((at, number)),
                Item::Include(include) => {
                    if let Err(kind) = self.include(at, include, open, files) {
                        self.files[at].file.problems.push(Problem { kind, span: include.span });
                        if kind.is_fatal() {
                            break;
                        }
                    }
                }
            }
        }
        open.pop();
        let file = &mut self.files[at].file;
        file.items = items;
        file.problems.sort_by_key(|problem| problem.span.start);
    }

    fn include(
        &mut self,
        at: usize,
        include: &Include,
        open: &mut Vec<String>,
        files: &dyn Files,
    ) -> Result<(), ProblemKind> {
        if open.len() > DEEPEST {
            return Err(ProblemKind::TooDeep);
        }
        let paths = match include.kind {
            IncludeKind::File => vec![include.path.clone()],
            IncludeKind::Directory => match files.list(&include.path) {
                Ok(mut names) => {
                    names.retain(|name| name.ends_with(".cnf"));
                    names.sort_unstable();
                    let directory = include.path.trim_end_matches('/');
                    names.iter().map(|name| format!("{directory}/{name}")).collect()
                }
                Err(FileError::Unreadable) => return Err(ProblemKind::UnreadableDirectory),
                Err(FileError::Unknown) => {
                    self.is_partial = true;
                    Vec::new()
                }
            },
        };
        let mut problem = None;
        for path in paths {
            if self.files.len() >= MOST {
                return Err(ProblemKind::TooMany);
            }
            if open.contains(&path) {
                problem = Some(ProblemKind::IncludesItself);
                continue;
            }
            match files.read(&path) {
                Ok(text) => self.read(&path, &text, Some((at, include.span)), open, files),
                Err(FileError::Unreadable) => problem = Some(ProblemKind::UnreadableFile),
                Err(FileError::Unknown) => self.is_partial = true,
            }
        }
        problem.map_or(Ok(()), Err)
    }

    /// Whether a file that is included could not be looked at: what is not here may be there.
    pub fn is_partial(&self) -> bool {
        self.is_partial
    }

    /// The problem that keeps a program that reads the file from starting. In a file that is included the reading only stops there.
    pub fn fatal(&self) -> Option<&Problem> {
        self.files.first()?.file.fatal()
    }

    /// Everything that is read, in order, of all groups.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = Placed<'_>> {
        self.order.iter().filter_map(|&(file, item)| {
            let file = &self.files[file];
            let Some(Item::Entry(entry)) = file.file.items.get(item) else { return None };
            Some(Placed { file, group: file.file.group(entry)?, entry })
        })
    }

    /// What a program gets that reads these groups: in order, also what a later place sets again.
    pub fn given_to<'o, G: AsRef<str>>(&'o self, groups: &'o [G]) -> impl DoubleEndedIterator<Item = Placed<'o>> {
        self.entries().filter(|placed| groups.iter().any(|group| placed.group.is(group.as_ref())))
    }

    /// What holds for a program that reads these groups: each variable where it is set last, in the order of these places. A limit
    /// (`maximum-…`) is not the variable.
    pub fn options_for<'o, G: AsRef<str>>(&'o self, groups: &'o [G]) -> Vec<Placed<'o>> {
        let mut seen = HashSet::new();
        let mut last: Vec<Placed<'o>> = self
            .given_to(groups)
            .rev()
            .filter(|placed| {
                let (prefix, variable) = placed.entry.name.split();
                seen.insert((prefix.maximum, variable))
            })
            .collect();
        last.reverse();
        last
    }

    /// Where an option that the program knows by this name is set last, in any way to write it.
    pub fn find<'o, G: AsRef<str>>(&'o self, groups: &'o [G], known: &str) -> Option<Placed<'o>> {
        self.given_to(groups).rev().find(|placed| placed.prefix(known).is_some_and(|prefix| !prefix.maximum))
    }
}

impl Placed<'_> {
    /// How the entry is written as an option of this name; `None` if it is another.
    pub fn prefix(&self, known: &str) -> Option<Prefix> {
        self.entry.name.stands_for(known)
    }
}
