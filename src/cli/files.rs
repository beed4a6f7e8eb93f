//! Which files are read: those that arguments and lists name, and what is in directories.

use std::env;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

use clap::Args;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use ignore::{DirEntry, WalkBuilder, WalkState};

use super::input::{Input, reason, unread};
use super::patterns;
use crate::config::{Configs, anchored};
use crate::source::path;

/// Which files are read.
#[derive(Debug, Args)]
pub(super) struct FileArguments {
    /// Files, directories (their *.sql, *.ddl, *.cnf files and SQL templates that git does not ignore), `-` for standard input [default: .]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Read more paths from a file or `-`: one a line, or ended by NUL
    #[arg(long, value_name = "FILE", help_heading = "Files")]
    files_from: Option<PathBuf>,

    /// Leave these out too, even if they are named: as in .gitignore
    #[arg(long, value_name = "PATTERN", help_heading = "Files")]
    exclude: Vec<String>,

    /// Leave out nothing, whatever the configuration says
    #[arg(long, conflicts_with = "exclude", help_heading = "Files")]
    no_exclude: bool,

    /// What standard input is called in reports and configuration
    #[arg(long, value_name = "NAME", default_value = "<stdin>", hide_default_value = true, help_heading = "Files")]
    stdin_filename: PathBuf,
}

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// In the order of their paths, none twice.
    pub(super) inputs: Vec<Input>,
    /// What cannot be read.
    pub(super) troubles: Vec<String>,
    /// Arguments that came to nothing.
    pub(super) notes: Vec<String>,
}

impl FileArguments {
    /// Finds the files, with so many threads; 0: one a core.
    ///
    /// # Errors
    /// A sentence: the list cannot be read, or a pattern is wrong.
    pub(super) fn find(&self, configs: &Configs, jobs: usize) -> Result<Found, String> {
        let (configs, here) = (configs.clone(), env::current_dir().unwrap_or_default());
        let paths: Vec<PathBuf> = self.named()?.into_iter().map(|path| without_detour(path, &here)).collect();
        let mut excluded = Excluded { patterns: patterns_of(&self.exclude)?, is_off: self.no_exclude, configs };
        let mut found = Found::default();
        let mut named_and_excluded = 0;
        for path in &paths {
            let before = (found.inputs.len(), found.troubles.len());
            if path.as_os_str() == "-" {
                let name = plain(&self.stdin_filename, &here);
                if excluded.has(&name, false) {
                    named_and_excluded += 1;
                } else {
                    found.inputs.push(Input::Stdin(name));
                }
            } else if excluded.has(path, path.is_dir()) {
                named_and_excluded += 1;
            } else if path.is_dir() {
                walk(path, &here, &excluded, jobs, &mut found);
                found.troubles[before.1..].sort_unstable();
                if before == (found.inputs.len(), found.troubles.len()) {
                    found.notes.push(format!(
                        "no {} file in {} that is neither excluded nor ignored by git; files of other names are read where they are named",
                        patterns::NAMES,
                        path.display()
                    ));
                }
            } else {
                found.inputs.push(Input::File(plain(path, &here)));
            }
        }
        if named_and_excluded == paths.len() && named_and_excluded > 0 {
            found.notes.push("everything that was named is excluded; --no-exclude checks it".to_owned());
        }
        found.inputs.sort_by(|one, two| path::order(one.path(), two.path()).then_with(|| one.cmp(two)));
        found.inputs.dedup_by(|other, one| {
            let is_same = path::order(one.path(), other.path()).is_eq();
            if is_same {
                std::mem::swap(one, other);
            }
            is_same
        });
        Ok(found)
    }

    /// The paths that arguments and the list name.
    fn named(&self) -> Result<Vec<PathBuf>, String> {
        let Some(list) = &self.files_from else {
            return Ok(if self.paths.is_empty() { vec![".".into()] } else { self.paths.clone() });
        };
        let is_stdin = list.as_os_str() == "-";
        if is_stdin && self.paths.iter().any(|path| path.as_os_str() == "-") {
            return Err("standard input cannot be both a script and the list of files; name one of them".to_owned());
        }
        let mut text = Vec::new();
        let read = if is_stdin {
            io::stdin().lock().read_to_end(&mut text).map(drop)
        } else {
            fs::read(list).map(|read| text = read)
        };
        read.map_err(|error| unread(list, &error))?;
        Ok(self.paths.iter().cloned().chain(listed(&text)).collect())
    }
}

/// The paths of a list: with a NUL anywhere, each ends with one.
fn listed(text: &[u8]) -> impl Iterator<Item = PathBuf> {
    let end = if text.contains(&0) { 0 } else { b'\n' };
    let lines = text.split(move |byte| *byte == end);
    let paths = lines.map(move |line| if end == 0 { line } else { line.strip_suffix(b"\r").unwrap_or(line) });
    paths.filter(|path| !path.is_empty()).map(path_of)
}

#[cfg(unix)]
pub(super) fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(<std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes))
}

#[cfg(not(unix))]
pub(super) fn path_of(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).into_owned().into()
}

/// What is left out.
#[derive(Clone)]
struct Excluded {
    /// Those of the command line, relative to where it runs.
    patterns: Gitignore,
    is_off: bool,
    configs: Configs,
}

impl Excluded {
    fn has(&mut self, path: &Path, is_directory: bool) -> bool {
        if self.is_off {
            return false;
        }
        let by_pattern = !self.patterns.is_empty() && {
            let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
            absolute.starts_with(self.patterns.path())
                && self.patterns.matched_path_or_any_parents(&absolute, is_directory).is_ignore()
        };
        let mut config = || if is_directory { self.configs.of(path) } else { self.configs.of_file(path) };
        // A file that is wrong is told where the script is read.
        by_pattern || config().ok().flatten().is_some_and(|config| config.excludes(path, is_directory))
    }
}

fn patterns_of(patterns: &[String]) -> Result<Gitignore, String> {
    let mut builder = GitignoreBuilder::new(env::current_dir().unwrap_or_default());
    for pattern in patterns {
        builder.add_line(None, &anchored(pattern)).map_err(|error| format!("--exclude {pattern}: {error}"))?;
    }
    builder.build().map_err(|error| format!("--exclude: {error}"))
}

/// Like git, without what `.gitignore` names and what is hidden. `jobs`: so many threads; 0: one a core.
fn walk(directory: &Path, here: &Path, excluded: &Excluded, jobs: usize, into: &mut Found) {
    let of_directories = Mutex::new(excluded.clone());
    let is_kept = move |entry: &DirEntry| {
        let path = entry.path();
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        entry.depth() == 0
            || match kind(entry) {
                Some(kind) if kind.is_dir() => {
                    !is_hidden && of_directories.lock().is_ok_and(|mut excluded| !excluded.has(path, true))
                }
                _ => patterns::is_checked(path, is_hidden),
            }
    };
    let found = Mutex::new(into);
    let visitor =
        || Visitor { directory, excluded: excluded.clone(), plain: Plain::new(here), files: Vec::new(), found: &found };
    let mut walk = WalkBuilder::new(directory);
    walk.hidden(false).filter_entry(is_kept).threads(jobs);
    if jobs == 1 {
        let mut visitor = visitor();
        walk.build().for_each(|entry| visitor.entry(entry));
    } else {
        walk.build_parallel().run(|| {
            let mut visitor = visitor();
            Box::new(move |entry| {
                visitor.entry(entry);
                WalkState::Continue
            })
        });
    }
}

/// Takes what a walk comes by.
struct Visitor<'w> {
    /// Where the walk starts.
    directory: &'w Path,
    excluded: Excluded,
    plain: Plain<'w>,
    files: Vec<Input>,
    /// Where the files go in the end, with those of the other threads.
    found: &'w Mutex<&'w mut Found>,
}

impl Visitor<'_> {
    fn entry(&mut self, entry: Result<DirEntry, ignore::Error>) {
        match entry {
            Ok(entry) if kind(&entry).is_some_and(|kind| kind.is_file()) => {
                if entry.depth() == 0 || !self.excluded.has(entry.path(), false) {
                    self.files.push(Input::File(self.plain.file(entry.into_path())));
                }
            }
            Ok(_) => {}
            Err(error) => {
                // The walk's own words, and its path, stand before the system's.
                let words = error.to_string();
                let why = reason(&io::Error::other(words.rsplit(": ").next().unwrap_or(&words)));
                let place = plain(place(&error).unwrap_or(self.directory), self.plain.here);
                let trouble = format!("cannot read {}: {why}; what is in it was not checked", place.display());
                self.found.lock().iter_mut().for_each(|found| found.troubles.push(trouble.clone()));
            }
        }
    }
}

impl Drop for Visitor<'_> {
    fn drop(&mut self) {
        // Sorted by each thread, merged in the end.
        self.files.sort_by(|one, two| path::order(one.path(), two.path()));
        self.found.lock().iter_mut().for_each(|found| found.inputs.append(&mut self.files));
    }
}

/// Where a walk met an error.
fn place(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place(err),
        _ => None,
    }
}

/// What an entry is: a directory tells it of most without asking the system again. A link is followed.
fn kind(entry: &DirEntry) -> Option<fs::FileType> {
    match entry.file_type() {
        Some(kind) if !kind.is_symlink() => Some(kind),
        _ => fs::metadata(entry.path()).ok().map(|metadata| metadata.file_type()),
    }
}

/// Without the `./` that a walk of `.` puts before everything, and relative to `here`, where the command runs: reports and fingerprints
/// are the same however a file is named.
fn plain(path: &Path, here: &Path) -> PathBuf {
    let path = if here.as_os_str().is_empty() { path } else { path.strip_prefix(here).unwrap_or(path) };
    path.strip_prefix(".").unwrap_or(path).to_owned()
}

/// [`plain`] for files of which many are in one folder.
struct Plain<'h> {
    here: &'h Path,
    /// The last folder, and what it is then; `None`: the same.
    last: Option<(PathBuf, Option<PathBuf>)>,
}

impl<'h> Plain<'h> {
    fn new(here: &'h Path) -> Self {
        Self { here, last: None }
    }

    fn file(&mut self, path: PathBuf) -> PathBuf {
        let Some((folder, name)) = path::split(&path) else { return plain(&path, self.here) };
        if self.last.as_ref().is_none_or(|(last, _)| last.as_os_str() != folder.as_os_str()) {
            let of_folder = plain(folder, self.here);
            self.last = Some((folder.to_owned(), (of_folder.as_os_str() != folder.as_os_str()).then_some(of_folder)));
        }
        match &self.last {
            Some((_, Some(folder))) => folder.join(name),
            _ => path,
        }
    }
}

/// `../here/a.sql` is `a.sql`.
fn without_detour(path: PathBuf, here: &Path) -> PathBuf {
    if !path.components().any(|part| part == Component::ParentDir) {
        return path;
    }
    let (real, here) = (fs::canonicalize(&path), fs::canonicalize(here));
    match real.ok().zip(here.ok()).and_then(|(real, here)| Some(real.strip_prefix(here).ok()?.to_owned())) {
        Some(inside) if inside.as_os_str().is_empty() => ".".into(),
        Some(inside) => inside,
        None => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_lines_or_nuls() {
        let of = |text: &[u8]| listed(text).collect::<Vec<_>>();
        let paths = |paths: &[&str]| paths.iter().map(PathBuf::from).collect::<Vec<_>>();
        assert_eq!(of(b"a b.sql\r\nc.sql\n\n"), paths(&["a b.sql", "c.sql"]));
        assert_eq!(of(b"a\nb.sql\0c.sql\0"), paths(&["a\nb.sql", "c.sql"]));
        assert_eq!(of(b""), paths(&[]));
    }
}
