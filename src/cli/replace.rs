//! A file's text, replaced at once: whatever happens, the file is the old one or the new one.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::output::temporary;

/// Puts `text` in the place of a file's. A link stays a link: what it leads to is replaced. The mode stays, and where the system lets us, the owner.
///
/// # Errors
/// The file cannot be written, or its folder; then it is as it was.
pub(super) fn replace(path: &Path, text: &[u8]) -> io::Result<()> {
    let real = fs::canonicalize(path)?;
    let known = fs::metadata(&real)?;
    if known.permissions().readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only"));
    }
    // As it would be if the file itself were written.
    drop(File::options().write(true).open(&real)?);
    let folder = real.parent().unwrap_or(Path::new("."));
    let mut temporary = temporary(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        // Only the superuser may; for anyone else the owner is the same or must change.
        let _ = fchown(temporary.as_file(), Some(known.uid()), Some(known.gid()));
    }
    // Before it holds anything that the file keeps from others.
    temporary.as_file().set_permissions(known.permissions())?;
    temporary.write_all(text)?;
    temporary.as_file().sync_all()?;
    temporary.persist(&real).map(drop).map_err(|error| error.error)
}
