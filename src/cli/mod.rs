//! The command line: arguments to settings, files to reports, results to an exit status.

mod baseline;
mod check;
mod config;
mod explain;
mod files;
mod fix;
mod included;
mod init;
mod input;
mod manual;
mod output;
mod parse;
mod patterns;
mod progress;
mod replace;
mod replay;
mod rules;
mod settings;
mod since;
mod terminal;
mod topology;
mod upgrade;
mod version;

use std::fmt;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue};
use clap::{Parser, Subcommand};

use crate::report::without_commands;
use crate::source::visible;
use check::Check;
use config::Config;
use explain::Explain;
use init::Init;
use manual::{Completions, Man};
use parse::Parse;
use rules::Rules;
use topology::Topology;
use upgrade::Upgrade;

/// Checks the MySQL and MariaDB statements that set up replication and accounts.
#[derive(Debug, Parser)]
#[command(name = "replint", disable_help_subcommand = true, arg_required_else_help = true, after_help = AFTER_HELP)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,

    /// Print version; with --verbose also which servers it knows, and as of when
    #[arg(short = 'V', long)]
    version: bool,

    #[arg(long, hide = true, requires = "version")]
    verbose: bool,
}

const AFTER_HELP: &str = "\
Examples:
  replint check migrations/ --target mysql-8.4
  replint check setup.sql --target mysql-5.7..8.4,mariadb-10.11
  mysqldump --all-databases --source-data | replint check -
  replint explain host-needs-quotes
  replint init

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
    /// Write a replint.toml to start with.
    Init(Init),
    /// Print the completions of a shell.
    Completions(Completions),
    /// Print the manual page.
    Man(Man),
    /// Put scripts into the words of another server.
    Upgrade(Upgrade),
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let arguments = Arguments::try_parse().unwrap_or_else(|error| suggest_check(error).exit());
    let Some(command) = arguments.command else { return ExitCode::from(version::show(arguments.verbose) as u8) };
    let status = match command {
        Command::Init(init) => init.run(),
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
        Command::Check(check) => check.run(),
        Command::Config(config) => config.run(),
        Command::Topology(topology) => topology.run(),
        Command::Parse(parse) => parse.run(),
        Command::Explain(explain) => explain.run(),
        Command::Rules(rules) => rules.run(),
        Command::Upgrade(upgrade) => upgrade.run(),
    };
    ExitCode::from(status as u8)
}

/// `replint a.sql`: a path stands where a command should.
fn suggest_check(mut error: clap::Error) -> clap::Error {
    if let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand)
        && Path::new(word).exists()
    {
        let tip = format!("to check it, write 'replint check {word}'");
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip.into()]));
    }
    error
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
    let _ = writeln!(io::stderr(), "{}", without_commands(&visible(&line.to_string())));
}

/// A failure to write the result: a reader that has seen enough, as `head` has, is none.
fn unwritten(error: &io::Error, so_far: Status) -> Status {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return so_far;
    }
    complain(format_args!("cannot write to standard output: {}; the report is incomplete", input::reason(error)))
}
