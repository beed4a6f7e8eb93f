//! The command line: arguments to settings, files to reports, results to an exit status.

mod check;
mod config;
mod explain;
mod fix;
mod included;
mod input;
mod output;
mod parse;
mod replace;
mod replay;
mod rules;
mod settings;
mod terminal;
mod topology;

use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::source::visible;
use check::Check;
use config::Config;
use explain::Explain;
use parse::Parse;
use rules::Rules;
use topology::Topology;

/// Checks the MySQL and MariaDB statements that set up replication and accounts.
#[derive(Debug, Parser)]
#[command(name = "replint", version, disable_help_subcommand = true, arg_required_else_help = true, after_help = AFTER_HELP)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Examples:
  replint check migrations/ --target mysql-8.4
  replint check setup.sql --target mysql-5.7..8.4,mariadb-10.11
  mysqldump --all-databases --source-data | replint check -
  replint explain host-needs-quotes

Exit status: 0 nothing that fails the run, 1 something, 2 some input could not be read.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Report what the servers refuse, and what they accept and you will regret.
    Check(Check),
    /// Show the configuration of a path.
    Config(Config),
    /// Show what the scripts add up to: channels, accounts, and what starting them comes to.
    Topology(Topology),
    /// Show the statements of a script as a tree.
    Parse(Parse),
    /// Show the page of a rule: what happens, and what to write instead.
    Explain(Explain),
    /// List the rules.
    Rules(Rules),
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let status = match Arguments::parse().command {
        Command::Check(check) => check.run(),
        Command::Config(config) => config.run(),
        Command::Topology(topology) => topology.run(),
        Command::Parse(parse) => parse.run(),
        Command::Explain(explain) => explain.run(),
        Command::Rules(rules) => rules.run(),
    };
    ExitCode::from(status as u8)
}

/// How a run ends; the worst wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    /// Nothing was found.
    Clean = 0,
    /// Something was found.
    Findings = 1,
    /// Some input could not be read, or the result not be written.
    Trouble = 2,
}

/// Says on standard error why a part of the work cannot be done.
fn complain(trouble: impl fmt::Display) -> Status {
    note(format_args!("error: {trouble}"));
    Status::Trouble
}

/// Writes a line to standard error; if nobody can read it, there is nothing more to do.
fn note(line: impl fmt::Display) {
    let _ = writeln!(io::stderr(), "{}", visible(&line.to_string()));
}

/// A failure to write the result: a reader that has seen enough, as `head` has, is none.
fn unwritten(error: &io::Error, so_far: Status) -> Status {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return so_far;
    }
    complain(format_args!("cannot write to standard output: {}; the report is incomplete", input::reason(error)))
}
