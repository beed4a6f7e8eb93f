use std::collections::HashMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{ConfigError, FILE_NAME, Loaded};
use crate::source;

/// The files of a run, each read once: the nearest one upward from a script is its own.
#[derive(Clone, Debug)]
pub struct Configs {
    /// One for every path, or none for any.
    fixed: Option<Option<Arc<Loaded>>>,
    by_directory: HashMap<PathBuf, Option<Arc<Loaded>>>,
    /// The directories that files were in, as they were named.
    by_parent: HashMap<OsString, Option<Arc<Loaded>>>,
    /// The last of them: files come folder by folder.
    last: Option<(OsString, Option<Arc<Loaded>>)>,
}

impl Configs {
    /// Looks upward from each path.
    pub fn discovered() -> Self {
        Self { fixed: None, by_directory: HashMap::new(), by_parent: HashMap::new(), last: None }
    }

    /// The same for every path; `None`: none at all.
    pub fn fixed(loaded: Option<Loaded>) -> Self {
        Self { fixed: Some(loaded.map(Arc::new)), by_directory: HashMap::new(), by_parent: HashMap::new(), last: None }
    }

    /// The file that a path belongs to.
    ///
    /// # Errors
    /// Those of [`Loaded::read`].
    pub fn of(&mut self, path: &Path) -> Result<Option<Arc<Loaded>>, ConfigError> {
        if let Some(fixed) = &self.fixed {
            return Ok(fixed.clone());
        }
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.of_directory(if path.is_dir() { &path } else { path.parent().unwrap_or(&path) })
    }

    /// As [`Configs::of`], of a path that is no directory: the system is asked once for all files of a directory.
    ///
    /// # Errors
    /// Those of [`Loaded::read`].
    pub fn of_file(&mut self, path: &Path) -> Result<Option<Arc<Loaded>>, ConfigError> {
        let Some((parent, _)) = source::path::split(path) else { return self.of(path) };
        let parent = parent.as_os_str();
        if let Some((_, known)) = self.last.as_ref().filter(|(last, _)| last == parent) {
            return Ok(known.clone());
        }
        let known = self.by_parent.get(parent).cloned();
        let found = known.map_or_else(|| self.of(path), Ok)?;
        self.by_parent.insert(parent.to_owned(), found.clone());
        self.last = Some((parent.to_owned(), found.clone()));
        Ok(found)
    }

    fn of_directory(&mut self, directory: &Path) -> Result<Option<Arc<Loaded>>, ConfigError> {
        if let Some(known) = self.by_directory.get(directory) {
            return Ok(known.clone());
        }
        let file = directory.join(FILE_NAME);
        let found = match directory.parent() {
            _ if file.is_file() => Some(Arc::new(Loaded::read(&shown(&file))?)),
            Some(parent) => self.of_directory(parent)?,
            None => None,
        };
        self.by_directory.insert(directory.to_owned(), found.clone());
        Ok(found)
    }
}

/// Relative to where the run was started, if it is below.
fn shown(file: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    file.strip_prefix(here).unwrap_or(file).to_owned()
}
