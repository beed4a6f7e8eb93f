//! What git says has changed.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::files::path_of;

/// The files that differ from a revision.
#[derive(Debug)]
pub(super) struct Changed {
    /// Of the repository that the command runs in.
    root: PathBuf,
    /// Relative to the root.
    files: BTreeSet<PathBuf>,
}

impl Changed {
    /// Asks git which files differ from where the work left the line of `revision`, also those that are not committed, or not yet known to git.
    ///
    /// # Errors
    /// A sentence: there is no git, no repository, or no such revision.
    pub(super) fn since(revision: &str) -> Result<Self, String> {
        let root = git(&["rev-parse", "--show-toplevel"], |_| {
            "--since asks git, and this directory is in no git repository; run it in one, or leave --since out"
                .to_owned()
        })?;
        let root = path_of(root.strip_suffix(b"\n").unwrap_or(&root));
        let commit = git(
            &["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")],
            |_| {
                format!(
                    "--since {revision}: git knows no such revision; fetch it first (a shallow clone has only its last ones)"
                )
            },
        )?;
        let commit = String::from_utf8_lossy(&commit).trim().to_owned();
        // What others have done on that line since is not this work. Without a common commit there is only the difference.
        let base = git(&["merge-base", &commit, "HEAD"], |_| String::new());
        let base = base.map_or(commit, |base| String::from_utf8_lossy(&base).trim().to_owned());
        let failed = |error: &str| format!("--since {revision}: git failed: {error}");
        let mut files = BTreeSet::new();
        for arguments in [
            &["diff", "--name-only", "--no-ext-diff", "--no-renames", "--diff-filter=d", "-z", &base, "--"][..],
            &["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/"],
        ] {
            let list = git(arguments, failed)?;
            files.extend(list.split(|byte| *byte == 0).filter(|path| !path.is_empty()).map(path_of));
        }
        Ok(Self { root, files })
    }

    /// Whether a file differs; one that is outside the repository may.
    pub(super) fn has(&self, path: &Path) -> bool {
        // The name that it has in the repository: its folder may be reached by a link, it may itself be one.
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let folder = absolute.parent().and_then(|folder| folder.canonicalize().ok());
        let real = folder.zip(absolute.file_name()).map_or(absolute.clone(), |(folder, name)| folder.join(name));
        let root = self.root.canonicalize().unwrap_or_else(|_| self.root.clone());
        real.strip_prefix(root).map_or(true, |inside| self.files.contains(inside))
    }
}

/// What git prints.
fn git(arguments: &[&str], failed: impl Fn(&str) -> String) -> Result<Vec<u8>, String> {
    match Command::new("git").args(arguments).output() {
        Ok(Output { status, stdout, .. }) if status.success() => Ok(stdout),
        Ok(output) => Err(failed(String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or_default())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err("--since asks git, and there is no `git` in PATH; install it, or leave --since out".to_owned())
        }
        Err(error) => Err(format!("--since: git cannot be run: {}", super::input::reason(&error))),
    }
}
