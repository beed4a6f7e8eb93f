use std::borrow::Borrow;
use std::collections::BTreeMap;

/// Where the files of `!include` and `!includedir` come from.
pub trait Files {
    /// What stands in a file.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn read(&self, path: &str) -> Result<Vec<u8>, FileError>;

    /// The names in a directory, in any order.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn list(&self, directory: &str) -> Result<Vec<String>, FileError>;
}

/// Why a file or a directory is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It is not there, or may not be read: so for the server too.
    Unreadable,
    /// It cannot be looked at from here; the server may have it.
    Unknown,
}

/// Nothing is known of other files.
impl Files for () {
    fn read(&self, _path: &str) -> Result<Vec<u8>, FileError> {
        Err(FileError::Unknown)
    }

    fn list(&self, _directory: &str) -> Result<Vec<String>, FileError> {
        Err(FileError::Unknown)
    }
}

/// Files by their path; there are no others.
impl<P: Borrow<str> + Ord, T: AsRef<[u8]>> Files for BTreeMap<P, T> {
    fn read(&self, path: &str) -> Result<Vec<u8>, FileError> {
        self.get(path).map(|text| text.as_ref().to_vec()).ok_or(FileError::Unreadable)
    }

    fn list(&self, directory: &str) -> Result<Vec<String>, FileError> {
        let inside = |path: &P| {
            let name = path.borrow().strip_prefix(directory.trim_end_matches('/'))?.strip_prefix('/')?;
            (!name.contains('/')).then(|| name.to_owned())
        };
        let names: Vec<String> = self.keys().filter_map(inside).collect();
        if names.is_empty() { Err(FileError::Unreadable) } else { Ok(names) }
    }
}
