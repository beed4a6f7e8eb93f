use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

pub(super) use crate::config::reason;
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
    pub(super) fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        match self {
            Input::Stdin(_) => Ok(Box::new(io::stdin())),
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
        io::ErrorKind::NotFound => "check the path, or leave it out if it was deleted",
        io::ErrorKind::PermissionDenied => "make it readable for this user",
        _ => "it was not checked to its end",
    };
    format!("cannot read {}: {}; {what_to_do}", path.display(), reason(error))
}
