use std::path::Path;

use clap::Args;

use super::baseline::BaselineArguments;
use super::fix::FixArguments;
use super::input::unread;
use super::output::{FormatArgument, Outputs, default_format};
use super::replay::ReplayArguments;
use super::since::Changed;
use super::terminal::Color;
use super::{Status, complain, note};
use crate::config::FailOn;
use crate::lint::Checked;
use crate::report::{Fixable, Statistics, Summary};

/// `replint check`
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Check {
    #[command(flatten)]
    files: ReplayArguments,

    #[command(flatten, next_help_heading = "What is new")]
    baseline: BaselineArguments,

    /// Report only on what differs from this git revision; all is read
    #[arg(long, value_name = "REV", help_heading = "What is new")]
    since: Option<String>,

    #[command(flatten, next_help_heading = "Fixes")]
    fix: FixArguments,

    /// What makes the status 1: error, warning, advice, never [default: error]
    #[arg(long, value_enum, value_name = "SEVERITY", hide_possible_values = true, help_heading = "Output")]
    fail_on: Option<FailOn>,

    /// text, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, azure; to standard output or a file; may be given several
    /// times [default: text; github inside GitHub Actions]
    #[arg(long = "format", value_name = "NAME[=FILE]", help_heading = "Output")]
    formats: Vec<FormatArgument>,

    /// Colours: auto (asks the terminal and NO_COLOR), always, never
    #[arg(
        long,
        value_enum,
        default_value = "auto",
        value_name = "WHEN",
        hide_possible_values = true,
        hide_default_value = true,
        help_heading = "Output"
    )]
    color: Color,

    /// How often each rule found something, on standard error
    #[arg(long, help_heading = "Output")]
    statistics: bool,

    /// No summary and no notes on standard error
    #[arg(short, long, help_heading = "Output")]
    quiet: bool,
}

const AFTER_HELP: &str = "\
Examples:
  replint check migrations/ --target mysql-8.4
  replint check . --select default,strict --ignore secret --fail-on warning
  replint check . --format sarif=replint.sarif --format text
  replint check . --since origin/main
  git ls-files -z '*.sql' | replint check --files-from -
  replint check . --diff; replint check . --fix

Findings go to standard output, everything else to standard error.
Exit status: 0 nothing at or above --fail-on, 1 something, 2 some input could not be read.";

impl Check {
    pub(super) fn run(&self) -> Status {
        let changed = match self.since.as_deref().map(Changed::since).transpose() {
            Ok(changed) => changed,
            Err(error) => return complain(error),
        };
        let mut files = match self.files.files(self.quiet) {
            Ok(files) => files,
            Err(error) => return complain(error),
        };
        let mut troubles = std::mem::take(&mut files.troubles);
        let unread_before = if troubles.is_empty() { Status::Clean } else { Status::Trouble };
        let mut baselines = match self.baseline.open(&files.baselines) {
            Ok(baselines) => baselines,
            Err(error) => return complain(error),
        };
        let fixed = match self.fix.is_asked() {
            Err(error) => return complain(error),
            Ok(false) => None,
            Ok(true) => {
                if let Err(error) = files.keep_stdin() {
                    return complain(unread(Path::new("standard input"), &error));
                }
                let fixed = self.fix.run(&files, |path| changed.as_ref().is_none_or(|changed| changed.has(path)));
                let (status, is_reported) = self.fix.write(&fixed, &files, self.quiet);
                if !is_reported {
                    let mut left = Fixable::default();
                    fixed.checked.iter().flat_map(|file| &file.result).for_each(|(found, _)| left.add(found));
                    self.note_fixable(left);
                    return status.max(unread_before);
                }
                Some((fixed.checked, status))
            }
        };
        let mut formats = if self.formats.is_empty() { vec![default_format()] } else { self.formats.clone() };
        if fixed.is_some() && files.stdin().is_some() {
            // Standard output holds the text.
            formats.retain(FormatArgument::is_to_file);
        }
        let mut outputs = match Outputs::open(&formats, self.color) {
            Ok(outputs) => outputs,
            Err(error) => return complain(error),
        };
        let (mut summary, mut statistics, mut fixable) =
            (Summary::default(), Statistics::default(), Fixable::default());
        let (checked, fixing) = fixed.unwrap_or_else(|| {
            let (checked, topology) = files.run();
            // The process ends soon: taking it apart would take time for nothing.
            std::mem::forget(topology);
            (checked, Status::Clean)
        });
        let mut status = fixing.max(unread_before);
        let mut asked = files.asked_in_order();
        for Checked { path, result } in checked {
            let (mut diagnostics, counts) = match result {
                Ok(found) => found,
                Err(error) => {
                    let trouble = unread(&path, &error);
                    status = complain(&trouble);
                    troubles.push(trouble);
                    continue;
                }
            };
            let Some((settings, of_config)) = asked(&path) else { continue };
            if changed.as_ref().is_some_and(|changed| !changed.has(&path)) {
                // What changed may have broken what did not.
                let changed = changed.as_ref();
                let has = |path: &Path| changed.is_some_and(|changed| changed.has(path));
                diagnostics.retain(|finding| finding.related.iter().any(|related| has(&related.path)));
                if diagnostics.is_empty() {
                    continue;
                }
            }
            summary.add_known(baselines.take(&path, settings, &mut diagnostics));
            summary.add(&diagnostics, counts);
            statistics.add(&diagnostics);
            fixable.add(&diagnostics);
            outputs.file(&path, &diagnostics);
            let fail_on = self.fail_on.or(of_config).unwrap_or_default();
            if diagnostics.iter().any(|diagnostic| fail_on.fails(diagnostic.severity)) {
                status = status.max(Status::Findings);
            }
            if outputs.are_closed() && !formats.is_empty() {
                return outputs.finish(&summary, &troubles).max(status);
            }
        }
        status = outputs.finish(&summary, &troubles).max(status);
        status = baselines.finish(status, self.quiet).max(status);
        if self.statistics {
            statistics.to_string().lines().for_each(note);
        }
        if !self.quiet {
            note(summary);
        }
        self.note_fixable(fixable);
        status
    }

    /// Says what more fixes could be asked for.
    fn note_fixable(&self, fixable: Fixable) {
        let line = fixable.to_string();
        if !self.quiet && !self.fix.unsafe_fixes && !line.is_empty() {
            note(line);
        }
    }
}
