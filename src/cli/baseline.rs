//! Baselines on disk: what is known is not reported.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::input::reason;
use super::output::replace;
use super::{Status, complain, note};
use crate::diagnostic::Diagnostic;
use crate::lint::{Baseline, BaselineEntry, Settings};
use crate::rules;

/// So many stale entries are named.
const NAMED: usize = 5;

/// What is known already.
#[derive(Debug, Args)]
pub(super) struct BaselineArguments {
    /// Report only what is not in this file
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,

    /// Write what is found to this file instead of reporting it
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "prune_baseline", "since"])]
    write_baseline: Option<PathBuf>,

    /// Remove what is no longer found from the baseline
    #[arg(long)]
    prune_baseline: bool,
}

/// The baselines of a run.
pub(super) struct Baselines<'r> {
    arguments: &'r BaselineArguments,
    open: Vec<(PathBuf, Baseline)>,
    /// What is to be written.
    found: Vec<Diagnostic>,
    /// What the files were asked, by their names in a baseline.
    judged: BTreeMap<String, &'r Settings>,
}

impl BaselineArguments {
    /// Reads the file that was named, or those that the configuration names.
    ///
    /// # Errors
    /// A sentence: a file cannot be read, or is no baseline.
    pub(super) fn open<'r>(&'r self, configured: &BTreeSet<PathBuf>) -> Result<Baselines<'r>, String> {
        let read = |path: &PathBuf| {
            let text = fs::read_to_string(path).map_err(|error| {
                let hint = format!("`--write-baseline {}` writes it", path.display());
                format!("cannot read {}: {}; {hint}", path.display(), reason(&error))
            })?;
            let baseline = text.parse().map_err(|error| format!("cannot use {}: {error}", path.display()))?;
            Ok((path.clone(), baseline))
        };
        let open = match &self.baseline {
            _ if self.write_baseline.is_some() => Vec::new(),
            Some(path) => vec![read(path)?],
            None => configured.iter().map(read).collect::<Result<_, String>>()?,
        };
        if self.prune_baseline && open.is_empty() {
            return Err(
                "--prune-baseline: no baseline is named; name it with --baseline FILE, or in replint.toml".into()
            );
        }
        Ok(Baselines { arguments: self, open, found: Vec::new(), judged: BTreeMap::new() })
    }
}

impl<'r> Baselines<'r> {
    /// Takes out of what was found in a file what is known, and says how much that is.
    pub(super) fn take(&mut self, path: &Path, settings: &'r Settings, found: &mut Vec<Diagnostic>) -> usize {
        let before = found.len();
        if self.arguments.write_baseline.is_some() {
            self.found.append(found);
        } else if !self.open.is_empty() {
            self.judged.insert(BaselineEntry::name_of(path), settings);
            // Each is asked: each learns what was found again.
            found.retain(|finding| {
                self.open.iter_mut().filter_map(|(_, it)| it.knows(finding).then_some(())).count() == 0
            });
        }
        before - found.len()
    }

    /// Writes what is to be written, and says what is stale. `status` is that of the run up to now.
    pub(super) fn finish(mut self, status: Status, is_quiet: bool) -> Status {
        if let Some(path) = &self.arguments.write_baseline {
            return self.write(path, status, is_quiet);
        }
        let mut status = status;
        for (path, baseline) in std::mem::take(&mut self.open) {
            status = status.max(self.stale(&path, baseline, is_quiet));
        }
        status
    }

    fn write(&self, path: &Path, status: Status, is_quiet: bool) -> Status {
        if status == Status::Trouble {
            return complain(format_args!("{} was not written: some input could not be read", path.display()));
        }
        let baseline = Baseline::of(&self.found);
        if let Err(error) = replace(path, baseline.to_string().as_bytes()) {
            return complain(error);
        }
        if !is_quiet {
            note(format_args!("{}: {} written", path.display(), counted(baseline.len(), "finding")));
        }
        status
    }

    fn stale(&self, path: &Path, mut baseline: Baseline, is_quiet: bool) -> Status {
        if !baseline.is_empty() && baseline.entries().all(is_gone) {
            return complain(format_args!(
                "no file of {} is here; run replint in the directory that it was written in, or write it anew",
                path.display()
            ));
        }
        let stale: BTreeSet<BaselineEntry> = baseline.stale().filter(|entry| self.is_stale(entry)).cloned().collect();
        if stale.is_empty() {
            return Status::Clean;
        }
        if self.arguments.prune_baseline {
            baseline.remove(&stale);
            if let Err(error) = replace(path, baseline.to_string().as_bytes()) {
                return complain(error);
            }
        }
        if !is_quiet {
            let of = counted(stale.len(), "finding");
            note(match self.arguments.prune_baseline {
                true => format!("{}: {of} removed, no longer there", path.display()),
                false => format!("{}: {of} no longer there; --prune-baseline removes them", path.display()),
            });
            stale.iter().take(NAMED).for_each(|entry| note(format_args!("  {entry}")));
            if stale.len() > NAMED {
                note(format_args!("  and {} more", stale.len() - NAMED));
            }
        }
        Status::Clean
    }

    /// A finding is no longer there if its file was read and its rule asked, or if there is no such file, or no such rule.
    fn is_stale(&self, entry: &BaselineEntry) -> bool {
        match (self.judged.get(entry.path()), rules::by_name(entry.rule())) {
            (Some(settings), Some(rule)) => settings.severity(&rule.rule).is_some(),
            (None, Some(_)) => is_gone(entry),
            (_, None) => true,
        }
    }
}

/// Whether the file is no longer there; one whose name is not written as it is may be.
fn is_gone(entry: &BaselineEntry) -> bool {
    !entry.path().contains(['\\', '\u{fffd}', '<']) && !Path::new(entry.path()).exists()
}

fn counted(count: usize, name: &str) -> String {
    format!("{count} {name}{}", if count == 1 { "" } else { "s" })
}
