//! `--fix`, `--unsafe-fixes`, `--diff`: rounds of fixes in memory, then files or a diff.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use similar::TextDiff;

use super::input::{reason, unread};
use super::replace::replace;
use super::replay::Replay;
use super::{Status, complain, note};
use crate::diagnostic::{Applicability, slashed};
use crate::fix::{ROUNDS, is_refusal, round};
use crate::lint::{Checked, Settings, is_option_file, masked, masked_option_file};
use crate::report::without_commands;
use crate::source::visible;

/// What becomes of fixes.
#[derive(Debug, Args)]
pub(super) struct FixArguments {
    /// Make the safe fixes; what is left is reported
    #[arg(long)]
    fix: bool,

    /// With --fix or --diff: those too that say what was probably meant
    #[arg(long)]
    pub(super) unsafe_fixes: bool,

    /// Write no file, show what the fixes would change
    #[arg(long)]
    diff: bool,
}

/// Texts that fixes changed, by path.
pub(super) struct FixedFiles {
    changed: BTreeMap<PathBuf, Change>,
    /// What is found in the texts as they are now.
    pub(super) checked: Vec<Checked>,
    status: Status,
}

struct Change {
    before: Vec<u8>,
    after: Vec<u8>,
    count: usize,
}

impl FixArguments {
    /// Whether fixes are asked for; one without the others says nothing.
    ///
    /// # Errors
    /// A sentence that says so.
    pub(super) fn is_asked(&self) -> Result<bool, String> {
        match self.fix || self.diff {
            false if self.unsafe_fixes => Err("--unsafe-fixes goes with --fix or --diff".to_owned()),
            asked => Ok(asked),
        }
    }

    fn wanted(&self) -> Applicability {
        if self.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe }
    }

    /// Makes fixes in memory, in the files that are wanted, until nothing is left to fix.
    pub(super) fn run(&self, files: &Replay, is_wanted: impl Fn(&Path) -> bool) -> FixedFiles {
        let mut checked = files.run().0;
        let mut changed: BTreeMap<PathBuf, Change> = BTreeMap::new();
        let mut status = Status::Clean;
        // What is fixed is what is read now, whatever became of the file since it was looked at.
        let is_fixable = |file: &Checked| {
            let Ok((found, _)) = &file.result else { return false };
            is_wanted(&file.path)
                && found.iter().any(|it| {
                    it.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Safe || self.unsafe_fixes)
                })
        };
        for file in checked.iter().filter(|file| is_fixable(file)) {
            match read(&file.path, files) {
                Ok(text) => {
                    let change = Change { before: text.clone(), after: text, count: 0 };
                    changed.insert(file.path.to_path_buf(), change);
                }
                Err(error) => status = complain(unread(&file.path, &error)),
            }
        }
        let overlay = |changed: &BTreeMap<PathBuf, Change>| {
            files.run_over(&|path| changed.get(path).map(|change| change.after.clone())).0
        };
        if !changed.is_empty() {
            checked = overlay(&changed);
        }
        let refusals = |file: &Checked| {
            file.result.as_ref().map_or(0, |(found, _)| found.iter().filter(|it| is_refusal(it)).count())
        };
        let before: BTreeMap<PathBuf, usize> =
            checked.iter().map(|file| (file.path.to_path_buf(), refusals(file))).collect();
        for _ in 0..ROUNDS {
            let mut is_done = true;
            for file in &checked {
                let (Some(change), Ok((found, _))) = (changed.get_mut(&*file.path), &file.result) else { continue };
                if let Some(fixed) = round(&change.after, found, self.wanted()) {
                    change.after = fixed.text;
                    change.count += fixed.count;
                    is_done = false;
                }
            }
            if is_done {
                break;
            }
            checked = overlay(&changed);
            let broken: Vec<&Checked> = checked.iter().filter(|file| refusals(file) > before[&*file.path]).collect();
            if !broken.is_empty() {
                for file in broken {
                    note(format_args!(
                        "{}: a fix would break a statement; the file is left as it is",
                        slashed(&file.path)
                    ));
                    changed.remove(&*file.path);
                }
                checked = overlay(&changed);
            }
        }
        changed.retain(|_, change| change.after != change.before);
        FixedFiles { changed, checked, status }
    }

    /// Writes the files, or shows what would change in them. Returns whether the findings that are left are to be told.
    pub(super) fn write(&self, fixed: &FixedFiles, files: &Replay, quiet: bool) -> (Status, bool) {
        let mut status = fixed.status;
        if self.diff {
            let mut out = io::stdout().lock();
            for (path, change) in &fixed.changed {
                status = status.max(Status::Findings);
                if let Err(error) =
                    out.write_all(diff(path, &change.before, &change.after, &files.settings(path)).as_bytes())
                {
                    return (super::unwritten(&error, status), false);
                }
            }
            note_count(fixed.changed.values(), "would be fixed", quiet);
            return (status, false);
        }
        let mut written: Vec<&Change> = Vec::new();
        if let Some(path) = files.stdin() {
            // The text goes where the findings would.
            let text = match fixed.changed.get(path) {
                Some(change) => Ok(change.after.clone()),
                None => read(path, files),
            };
            if let Err(error) = text.and_then(|text| io::stdout().write_all(&text)) {
                status = super::unwritten(&error, status);
            }
        }
        for (path, change) in &fixed.changed {
            if files.stdin() == Some(path) {
                written.push(change);
                continue;
            }
            match rewrite(path, &change.before, &change.after) {
                Ok(()) => written.push(change),
                Err(why) => status = complain(format_args!("cannot fix {}: {why}", slashed(path))),
            }
        }
        note_count(written.iter().copied(), "fixed", quiet);
        (status, true)
    }
}

fn read(path: &Path, files: &Replay) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    files.open(path)?.read_to_end(&mut text)?;
    Ok(text)
}

fn note_count<'c>(changes: impl ExactSizeIterator<Item = &'c Change>, what: &str, quiet: bool) {
    let files = changes.len();
    let count: usize = changes.map(|change| change.count).sum();
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    if !quiet {
        note(format_args!("{count} finding{} in {files} file{} {what}", plural(count), plural(files)));
    }
}

/// Puts the new text in the place of a file that is still the one that was read.
pub(super) fn rewrite(path: &Path, before: &[u8], after: &[u8]) -> Result<(), String> {
    let now = fs::read(path).map_err(|error| reason(&error))?;
    if now != before {
        return Err("it changed while it was looked at; run again".to_owned());
    }
    replace(path, after).map_err(|error| reason(&error))
}

/// In the unified format, secrets masked on both sides.
pub(super) fn diff(path: &Path, before: &[u8], after: &[u8], settings: &Settings) -> String {
    let masked = |text: &[u8]| if is_option_file(path) { masked_option_file(text) } else { masked(text, settings) };
    let (before, after) = (masked(before), masked(after));
    let name = visible(&slashed(path)).into_owned();
    if before == after {
        return format!("--- {name}\n+++ {name}\n(only what is masked would change)\n");
    }
    let diff = TextDiff::from_lines(&before, &after).unified_diff().header(&name, &name).to_string();
    without_commands(&diff).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_meanwhile_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.sql");
        fs::write(&path, "as someone else wrote it").unwrap();
        let why = rewrite(&path, b"as it was read", b"as it was fixed").unwrap_err();
        assert!(why.contains("it changed while it was looked at"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "as someone else wrote it");
    }
}
