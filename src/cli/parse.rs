use std::io::{self, BufWriter, Read};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::input::{Input, unread};
use super::settings::SettingsArguments;
use super::{Status, complain, unwritten};
use crate::diagnostic::Severity;
use crate::lint::{self, Item, Settings};
use crate::report::{Format, Style, TreeFormat, TreeWriter};

/// `replint parse`
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Parse {
    /// The script; `-` is standard input
    #[arg(value_name = "FILE")]
    path: PathBuf,

    #[command(flatten)]
    settings: SettingsArguments,

    /// The tree as JSON (docs/parse.schema.json), or as SQL in the words of the target
    #[arg(long, value_enum, default_value = "json")]
    format: FormatName,
}

const AFTER_HELP: &str = "\
Examples:
  replint parse setup.sql | jq '.statements[].statement'
  replint parse setup.sql --format sql --target mysql-8.4

Secrets are not shown. Statements that are not about replication or accounts are left out; what is
refused is said on standard error.
Exit status: 0 all accepted, 1 something refused, 2 the script could not be read.";

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatName {
    Json,
    Sql,
}

impl Parse {
    pub(super) fn run(&self) -> Status {
        let settings = self.settings.settings();
        let format = match self.format {
            FormatName::Json => TreeFormat::Json,
            FormatName::Sql => TreeFormat::Sql(settings.targets.servers()),
        };
        let input =
            if self.path.as_os_str() == "-" { Input::Stdin("<stdin>".into()) } else { Input::File(self.path.clone()) };
        match input.open() {
            Ok(reader) => write(input.path(), reader, &settings, format),
            Err(error) => complain(unread(input.path(), &error)),
        }
    }
}

fn write(path: &Path, reader: Box<dyn Read + Send>, settings: &Settings, format: TreeFormat) -> Status {
    let mut status = Status::Clean;
    let mut tree = match TreeWriter::new(BufWriter::new(io::stdout().lock()), format) {
        Ok(tree) => tree,
        Err(error) => return unwritten(&error, status),
    };
    let mut written = Ok(());
    let read = lint::parse(path, reader, settings, |item| match item {
        Item::Statement(raw, parsed) if written.is_ok() => written = tree.statement(raw, parsed),
        Item::Statement(..) => {}
        Item::Finding(finding) => {
            if finding.severity == Severity::Error {
                status = Status::Findings;
            }
            let _ = Format::Concise.write(&mut io::stderr(), Style::PLAIN, &[*finding]);
        }
    });
    if let Err(error) = read {
        status = complain(unread(path, &error));
    }
    match written.and_then(|()| tree.finish()) {
        Ok(()) => status,
        Err(error) => unwritten(&error, status),
    }
}
