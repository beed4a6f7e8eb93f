use std::io::{self, BufWriter, Write};

use clap::{Args, ValueEnum};

use super::input::unread;
use super::replay::ReplayArguments;
use super::{Status, complain, unwritten};
use crate::lint::Checked;
use crate::report::{TopologyDocument, TopologyFormat};

/// `replint topology`
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Topology {
    #[command(flatten)]
    files: ReplayArguments,

    /// A table, a document (docs/topology.schema.json), or a picture
    #[arg(long, value_enum, default_value = "text")]
    format: FormatName,
}

const AFTER_HELP: &str = "\
Examples:
  replint topology migrations/ --target mysql-8.4
  replint topology . --format mermaid >> docs/replication.md
  replint topology . --format dot | dot -Tsvg > replication.svg

Pictures show a channel in clear text red, one whose source is not verified yellow, one with a
verified source green; a channel that will not start is dashed. Secrets are not shown.
Exit status: 0, or 2 if some input could not be read.";

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatName {
    Text,
    Json,
    Mermaid,
    Dot,
}

impl Topology {
    pub(super) fn run(&self) -> Status {
        let files = match self.files.files(false) {
            Ok(files) => files,
            Err(error) => return complain(error),
        };
        let (checked, topology) = files.run();
        let (mut findings, mut troubles) = (Vec::new(), files.troubles.clone());
        let mut status = if troubles.is_empty() { Status::Clean } else { Status::Trouble };
        for Checked { path, result } in checked {
            match result {
                Ok((found, _)) => findings.extend(found),
                Err(error) => {
                    troubles.push(unread(&path, &error));
                    status = complain(unread(&path, &error));
                }
            }
        }
        let format = match self.format {
            FormatName::Text => TopologyFormat::Text,
            FormatName::Json => TopologyFormat::Json,
            FormatName::Mermaid => TopologyFormat::Mermaid,
            FormatName::Dot => TopologyFormat::Dot,
        };
        let document = TopologyDocument::new(
            &topology,
            &findings,
            |path| files.asked(path).map(|(settings, _)| settings),
            troubles,
        );
        let mut out = BufWriter::new(io::stdout().lock());
        match format.write(&mut out, &document).and_then(|()| out.flush()) {
            Ok(()) => status,
            Err(error) => unwritten(&error, status),
        }
    }
}
