use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::certificate::FileRoot;
use crate::option_file::{FileError, Files, MAX_SIZE};

/// What option files include: below the directory of --file-root, or, where the path is relative, from where the command runs.
pub(super) struct Included<'r> {
    pub(super) root: Option<&'r FileRoot>,
}

impl Included<'_> {
    /// The name that a server has for a file of the run; its own if it is not below the root.
    pub(super) fn name<'p>(&self, path: &'p Path) -> std::borrow::Cow<'p, Path> {
        let below = || {
            let root = self.root?.locate("/").ok()?.canonicalize().ok()?;
            Some(Path::new("/").join(path.canonicalize().ok()?.strip_prefix(root).ok()?))
        };
        below().map_or(path.into(), Into::into)
    }
}

impl Files for Included<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, FileError> {
        if let Some(root) = self.root.filter(|_| path.starts_with('/')) {
            return root.read(path);
        }
        // A relative path that leads nowhere may lead somewhere where the server starts.
        let metadata = std::fs::metadata(path).map_err(|_| FileError::Unknown)?;
        let mut text = Vec::new();
        if path.starts_with('/') || !metadata.is_file() || metadata.len() > MAX_SIZE {
            return Err(FileError::Unknown);
        }
        let file = File::open(path).map_err(|_| FileError::Unknown)?;
        file.take(MAX_SIZE).read_to_end(&mut text).map_err(|_| FileError::Unknown)?;
        Ok(text)
    }

    fn list(&self, directory: &str) -> Result<Vec<String>, FileError> {
        match self.root {
            Some(root) if directory.starts_with('/') => root.list(directory),
            _ => Err(FileError::Unknown),
        }
    }
}
