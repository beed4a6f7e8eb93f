use std::collections::VecDeque;
use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

use super::{FileError, PemFile};
use crate::option_file;

/// Bytes of a file, at most: a bundle of all public authorities has a twentieth.
pub const MAX_SIZE: u64 = 4 << 20;

/// Links on a way, at most: as many as Linux follows.
const MOST_LINKS: usize = 40;

/// A directory that stands for the root of a server's file system: its `/certs/ca.pem` is `DIR/certs/ca.pem`.
///
/// Nothing leads out of it: `..` stops at its top, and a link to `/etc/ssl` means `DIR/etc/ssl`, as on the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRoot {
    directory: PathBuf,
    working: Option<PathBuf>,
}

impl FileRoot {
    /// Below this directory; `/` for the files of this machine.
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self { directory: directory.into(), working: None }
    }

    /// The directory that stands for the root.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Relative paths begin here: a server's data directory, `/var/lib/mysql`. Without it they are not known.
    pub fn with_working_directory(self, path: impl Into<PathBuf>) -> Self {
        Self { working: Some(path.into()), ..self }
    }

    /// The file on this machine that a server means by a path; it may be of any kind.
    ///
    /// # Errors
    /// If the path is relative to a directory that is not known, leads nowhere, or in circles.
    pub fn locate(&self, path: &str) -> Result<PathBuf, FileError> {
        let path = Path::new(path);
        let mut ahead: VecDeque<PathBuf> = VecDeque::new();
        if !path.has_root() {
            ahead.extend(steps(self.working.as_deref().ok_or(FileError::Relative)?));
        }
        ahead.extend(steps(path));
        // Names below the directory that have been gone through, none of them a link.
        let mut done = PathBuf::new();
        let mut links = 0;
        while let Some(step) = ahead.pop_front() {
            if step.as_os_str() == ".." {
                done.pop();
                continue;
            }
            let here = self.directory.join(&done).join(&step);
            let metadata = fs::symlink_metadata(&here).map_err(|error| FileError::of(&error))?;
            if !metadata.is_symlink() {
                done.push(step);
                continue;
            }
            links += 1;
            if links > MOST_LINKS {
                return Err(FileError::TooManyLinks);
            }
            let target = fs::read_link(&here).map_err(|error| FileError::of(&error))?;
            if target.has_root() {
                done.clear();
            }
            for step in steps(&target).into_iter().rev() {
                ahead.push_front(step);
            }
        }
        Ok(self.directory.join(done))
    }

    /// Reads a PEM file.
    ///
    /// # Errors
    /// Why it is none, or cannot be read.
    pub fn pem(&self, path: &str) -> Result<PemFile, FileError> {
        let (text, metadata) = self.read_at_most(path, MAX_SIZE)?;
        Ok(PemFile { mode: mode(&metadata), ..PemFile::parse(&text)? })
    }

    fn read_at_most(&self, path: &str, most: u64) -> Result<(Vec<u8>, Metadata), FileError> {
        let file = self.locate(path)?;
        let metadata = fs::metadata(&file).map_err(|error| FileError::of(&error))?;
        // A pipe or a device would be waited for.
        if !metadata.is_file() {
            return Err(FileError::NotAFile);
        }
        if metadata.len() > most {
            return Err(FileError::TooLarge);
        }
        let mut text = Vec::new();
        File::open(&file)
            .and_then(|file| file.take(most + 1).read_to_end(&mut text))
            .map_err(|error| FileError::of(&error))?;
        if text.len() as u64 > most { Err(FileError::TooLarge) } else { Ok((text, metadata)) }
    }

    /// The names in a directory.
    ///
    /// # Errors
    /// If it is none, or cannot be read.
    pub fn names(&self, path: &str) -> Result<Vec<String>, FileError> {
        let entries = fs::read_dir(self.locate(path)?).map_err(|error| FileError::of(&error))?;
        Ok(entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
    }
}

/// The names of a path, and its `..`.
fn steps(path: &Path) -> Vec<PathBuf> {
    path.components()
        .filter(|component| matches!(component, Component::Normal(_) | Component::ParentDir))
        .map(|component| PathBuf::from(component.as_os_str()))
        .collect()
}

#[cfg(unix)]
fn mode(metadata: &Metadata) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt as _;
    Some(metadata.permissions().mode() & 0o7777)
}

#[cfg(not(unix))]
fn mode(_metadata: &Metadata) -> Option<u32> {
    None
}

impl FileError {
    fn of(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::IsADirectory => Self::NotAFile,
            _ => Self::Unreadable,
        }
    }
}

/// What option files include is looked up in the same place.
impl option_file::Files for FileRoot {
    fn read(&self, path: &str) -> Result<Vec<u8>, option_file::FileError> {
        let read = self.read_at_most(path, option_file::MAX_SIZE);
        read.map(|(text, _)| text).map_err(option_file::FileError::from)
    }

    fn list(&self, directory: &str) -> Result<Vec<String>, option_file::FileError> {
        self.names(directory).map_err(option_file::FileError::from)
    }
}

impl From<FileError> for option_file::FileError {
    fn from(error: FileError) -> Self {
        match error {
            FileError::Missing | FileError::NotAFile | FileError::TooManyLinks => Self::Unreadable,
            _ => Self::Unknown,
        }
    }
}
