use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::input::{Input, inputs, unread};
use super::settings::{RuleArguments, SettingsArguments};
use super::terminal::Color;
use super::{Status, complain, note, unwritten};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{self, Settings};
use crate::report::{Format, Summary};
use crate::script::Counts;

/// `replint check`
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Check {
    /// Files, directories (their *.sql files that git does not ignore), `-` for standard input
    #[arg(default_value = ".", value_name = "PATH")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    settings: SettingsArguments,

    #[command(flatten)]
    rules: RuleArguments,

    /// The least finding that makes the exit status 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value = "error")]
    fail_on: FailOn,

    /// Findings with the lines they are about, or one line each
    #[arg(long, value_enum, default_value = "text")]
    format: FormatName,

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

Findings go to standard output, everything else to standard error.
Exit status: 0 nothing at or above --fail-on, 1 something, 2 some input could not be read.";

/// The least severity that fails a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Advice,
    Never,
}

impl FailOn {
    fn fails(self, severity: Severity) -> bool {
        match self {
            FailOn::Error => severity == Severity::Error,
            FailOn::Warning => severity <= Severity::Warning,
            FailOn::Advice => true,
            FailOn::Never => false,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatName {
    Text,
    Concise,
}

impl Check {
    pub(super) fn run(&self) -> Status {
        let mut settings = self.settings.settings();
        self.rules.add_to(&mut settings);
        let format = match self.format {
            FormatName::Text => Format::Text(self.color.style()),
            FormatName::Concise => Format::Concise,
        };
        let (inputs, troubles, notes) = inputs(&self.paths, &self.stdin_filename);
        let mut status = troubles.iter().map(complain).max().unwrap_or(Status::Clean);
        notes.iter().for_each(note);
        let mut summary = Summary::default();
        let mut out = BufWriter::new(io::stdout().lock());
        for input in &inputs {
            let (diagnostics, counts, trouble) = read(input, &settings);
            if let Some(trouble) = trouble {
                status = complain(trouble);
            }
            if let Some(counts) = counts {
                summary.add(&diagnostics, counts);
            }
            if diagnostics.iter().any(|diagnostic| self.fail_on.fails(diagnostic.severity)) {
                status = status.max(Status::Findings);
            }
            if let Err(error) = format.write(&mut out, &diagnostics) {
                return unwritten(&error, status);
            }
        }
        if let Err(error) = out.flush() {
            return unwritten(&error, status);
        }
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
