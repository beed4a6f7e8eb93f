use std::path::PathBuf;

use clap::Args;

use super::input::{Input, inputs, unread};
use super::output::{FormatArgument, Outputs, default_format};
use super::settings::RunArguments;
use super::terminal::Color;
use super::{Status, complain, note};
use crate::config::FailOn;
use crate::diagnostic::Diagnostic;
use crate::lint::{self, Settings};
use crate::report::Summary;
use crate::script::Counts;

/// `replint check`
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Check {
    /// Files, directories (their *.sql files that git does not ignore), `-` for standard input
    #[arg(default_value = ".", value_name = "PATH")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    run: RunArguments,

    /// The least severity that makes the exit status 1 [default: error]
    #[arg(long, value_enum, value_name = "SEVERITY", hide_possible_values = true)]
    fail_on: Option<FailOn>,

    /// How findings are written, and the file that they go to instead of standard output; may be given several times. Names: text,
    /// concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, azure [default: text; github inside GitHub Actions]
    #[arg(long = "format", value_name = "NAME[=FILE]")]
    formats: Vec<FormatArgument>,

    /// The name of standard input in reports
    #[arg(long, value_name = "NAME", default_value = "<stdin>")]
    stdin_filename: PathBuf,

    /// Colours: auto asks the terminal and NO_COLOR
    #[arg(long, value_enum, default_value = "auto")]
    color: Color,

    /// No summary on standard error
    #[arg(short, long)]
    quiet: bool,
}

const AFTER_HELP: &str = "\
Examples:
  replint check migrations/ --target mysql-8.4
  replint check - --target mariadb-10.11 --stdin-filename setup.sql < setup.sql
  replint check . --select default,strict --ignore secret --fail-on warning
  replint check . --target mysql-8.0 --upgrade-to mysql-8.4 --format concise
  replint check . --format sarif=replint.sarif --format text

Findings go to standard output, everything else to standard error.
Exit status: 0 nothing at or above --fail-on, 1 something, 2 some input could not be read.";

impl Check {
    pub(super) fn run(&self) -> Status {
        let mut configs = match self.run.configs() {
            Ok(configs) => configs,
            Err(error) => return complain(error),
        };
        let formats = if self.formats.is_empty() { &[default_format()][..] } else { &self.formats };
        let mut outputs = match Outputs::open(formats, self.color) {
            Ok(outputs) => outputs,
            Err(error) => return complain(error),
        };
        let (inputs, mut troubles, notes) = inputs(&self.paths, &self.stdin_filename, &mut configs);
        let mut status = troubles.iter().map(complain).max().unwrap_or(Status::Clean);
        notes.iter().for_each(note);
        let mut summary = Summary::default();
        for input in &inputs {
            let config = match configs.of(input.path()) {
                Ok(config) => config,
                Err(error) => {
                    status = complain(&error);
                    troubles.push(error.to_string());
                    continue;
                }
            };
            let settings = self.run.settings(config.as_deref(), input.path());
            let fail_on = self.fail_on.or(config.and_then(|config| config.fail_on())).unwrap_or_default();
            let (diagnostics, counts, trouble) = read(input, &settings);
            if let Some(counts) = counts {
                summary.add(&diagnostics, counts);
            }
            if trouble.is_none() {
                outputs.file(input.path(), &diagnostics);
            }
            if let Some(trouble) = trouble {
                status = complain(&trouble);
                troubles.push(trouble);
            }
            if diagnostics.iter().any(|diagnostic| fail_on.fails(diagnostic.severity)) {
                status = status.max(Status::Findings);
            }
            if outputs.are_closed() {
                return outputs.finish(&summary, &troubles).max(status);
            }
        }
        status = outputs.finish(&summary, &troubles).max(status);
        if !self.quiet {
            note(summary);
        }
        status
    }
}

/// What was found in an input, in the order of its bytes; the counts if it could be opened; what went wrong.
fn read(input: &Input, settings: &Settings) -> (Vec<Diagnostic>, Option<Counts>, Option<String>) {
    let mut diagnostics = Vec::new();
    let reader = match input.open() {
        Ok(reader) => reader,
        Err(trouble) => return (diagnostics, None, Some(trouble)),
    };
    let result = lint::lint(input.path(), reader, settings, |diagnostic| diagnostics.push(diagnostic));
    match result {
        Ok(counts) => (diagnostics, Some(counts), None),
        Err(error) => (diagnostics, None, Some(unread(input.path(), &error))),
    }
}
