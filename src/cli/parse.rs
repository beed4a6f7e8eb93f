use std::io::{self, BufWriter, Read};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::input::{Input, unread};
use super::settings::SettingsArguments;
use super::{Status, complain, unwritten};
use crate::lint::{self, Item, Settings};
use crate::report::TreeWriter;

/// `replint parse`
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Parse {
    /// The script; `-` is standard input
    #[arg(value_name = "FILE")]
    path: PathBuf,

    #[command(flatten)]
    settings: SettingsArguments,

    /// The tree as JSON, or as SQL in the words of the target
    #[arg(long, value_enum, default_value = "json")]
    format: TreeFormat,
}

const AFTER_HELP: &str = "\
Examples:
  replint parse setup.sql | jq '.statements[].statement'
  replint parse setup.sql --format sql --target mysql-8.4

Secrets are not shown. Other statements than those about replication and accounts are left out.
Exit status: 0 all accepted, 1 something refused, 2 the script could not be read.";

#[derive(Clone, Copy, Debug, ValueEnum)]
enum TreeFormat {
    Json,
    Sql,
}

impl Parse {
    pub(super) fn run(&self) -> Status {
        let input = if self.path.as_os_str() == "-" { Input::Stdin("<stdin>".into()) } else { Input::File(self.path.clone()) };
        let reader = match input.open() {
            Ok(reader) => reader,
            Err(trouble) => return complain(trouble),
        };
        match self.format {
            TreeFormat::Json => json(input.path(), reader, &self.settings.settings()),
            TreeFormat::Sql => complain("--format sql is not there yet"),
        }
    }
}

fn json(path: &Path, reader: Box<dyn Read>, settings: &Settings) -> Status {
    let mut tree = match TreeWriter::new(BufWriter::new(io::stdout().lock())) {
        Ok(tree) => tree,
        Err(error) => return unwritten(&error, Status::Clean),
    };
    let mut written = Ok(());
    let read = lint::parse(path, reader, settings, |item| match item {
        Item::Statement(raw, parsed) if written.is_ok() => written = tree.statement(raw, parsed),
        Item::Statement(..) => {}
        Item::Finding(finding) => tree.finding(finding),
    });
    let trouble = read.err().map(|error| complain(unread(path, &error)));
    let finished = written.and_then(|()| tree.finish());
    let status = match finished {
        Ok(true) => Status::Findings,
        Ok(false) => Status::Clean,
        Err(error) => unwritten(&error, Status::Clean),
    };
    status.max(trouble.unwrap_or(Status::Clean))
}
