use std::env;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::config::Configs;
use crate::option_file;

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Input {
    /// A file, a FIFO.
    File(PathBuf),
    /// Standard input, under this name.
    Stdin(PathBuf),
}

impl Input {
    /// As it is shown.
    pub(super) fn path(&self) -> &Path {
        match self {
            Input::File(path) | Input::Stdin(path) => path,
        }
    }

    /// # Errors
    /// The file cannot be opened.
    pub(super) fn open(&self) -> io::Result<Box<dyn Read>> {
        match self {
            Input::Stdin(_) => Ok(Box::new(io::stdin().lock())),
            Input::File(path) => Ok(Box::new(File::open(path)?)),
        }
    }
}

/// What stands in an option file: at most as much as is looked at.
///
/// # Errors
/// It cannot be read, or is larger.
pub(super) fn option_file(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    reader.take(option_file::MAX_SIZE + 1).read_to_end(&mut text)?;
    if text.len() as u64 > option_file::MAX_SIZE {
        return Err(io::Error::other("no option file is larger than 16 MiB"));
    }
    Ok(text)
}

/// What could not be read, why, and what to do.
pub(super) fn unread(path: &Path, error: &io::Error) -> String {
    let what_to_do = match error.kind() {
        io::ErrorKind::NotFound => "check the path",
        io::ErrorKind::PermissionDenied => "make it readable for this user",
        _ => "it was not checked to its end",
    };
    format!("cannot read {}: {}; {what_to_do}", path.display(), reason(error))
}

/// The system's words, without its number.
pub(super) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let words = text.split(" (os error").next().unwrap_or_default();
    let mut characters = words.chars();
    characters.next().map(|first| first.to_lowercase().chain(characters).collect()).unwrap_or_default()
}

/// The inputs that arguments name, sorted by path, none twice: `-` is standard input, a directory stands for the `*.sql` and `*.cnf` files under it. Then
/// the sentences about what cannot be read, and about directories that hold nothing.
pub(super) fn inputs(
    arguments: &[PathBuf],
    stdin_name: &Path,
    configs: &mut Configs,
) -> (Vec<Input>, Vec<String>, Vec<String>) {
    let mut found = Vec::new();
    let (mut troubles, mut notes) = (Vec::new(), Vec::new());
    for argument in arguments {
        if argument.as_os_str() == "-" {
            found.push(Input::Stdin(plain(stdin_name)));
        } else if argument.is_dir() {
            let before = (found.len(), troubles.len());
            walk(argument, configs, &mut found, &mut troubles);
            if before == (found.len(), troubles.len()) {
                notes.push(format!("no *.sql or *.cnf file to check in {}", argument.display()));
            }
        } else {
            found.push(Input::File(plain(argument)));
        }
    }
    found.sort_by(|one, two| one.path().cmp(two.path()).then_with(|| one.cmp(two)));
    found.dedup();
    (found, troubles, notes)
}

/// Like git, without what `.gitignore` names and what is hidden, and what the configuration excludes.
fn walk(directory: &Path, configs: &mut Configs, found: &mut Vec<Input>, troubles: &mut Vec<String>) {
    for entry in WalkBuilder::new(directory).sort_by_file_name(|one, two| one.cmp(two)).build() {
        match entry {
            Ok(entry) => {
                let path = entry.path();
                let is = |known: &str| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(known));
                let is_read = is("sql") || is("cnf");
                // A file that is wrong is told where the script is read.
                let mut is_excluded =
                    || configs.of_file(path).ok().flatten().is_some_and(|config| config.excludes(path, false));
                // A link is followed.
                let is_file = || match entry.file_type() {
                    Some(kind) if !kind.is_symlink() => kind.is_file(),
                    _ => path.is_file(),
                };
                if is_read && is_file() && !is_excluded() {
                    found.push(Input::File(plain(path)));
                }
            }
            Err(error) => troubles.push(format!("cannot read {error}; what is in it was not checked")),
        }
    }
}

/// Without the `./` that a walk of `.` puts before everything, and relative to the directory that the command runs in: reports and fingerprints
/// are the same however a file is named.
fn plain(path: &Path) -> PathBuf {
    let here = if path.is_absolute() { env::current_dir().ok() } else { None };
    let path = here.as_ref().and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path);
    path.strip_prefix(".").unwrap_or(path).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_is_a_phrase() {
        assert_eq!(reason(&io::Error::from_raw_os_error(2)), "no such file or directory");
    }
}
