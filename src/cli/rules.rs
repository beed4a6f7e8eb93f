use std::io::{self, BufWriter, Write};

use clap::{Args, ValueEnum};

use super::terminal::Color;
use super::{Status, unwritten};
use crate::report::RulesFormat;

/// `replint rules`
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Rules {
    /// A line for each rule, a document with their pages, or docs/rules.md
    #[arg(long, value_enum, default_value = "text")]
    format: FormatName,

    /// Colours: auto asks the terminal and NO_COLOR
    #[arg(long, value_enum, default_value = "auto")]
    color: Color,
}

const AFTER_HELP: &str = "\
Examples:
  replint rules | grep tls
  replint rules --format json | jq -r '.rules[] | select(.group == \"strict\").name'
  replint rules --format markdown > docs/rules.md

`replint explain RULE` shows the page of one.";

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatName {
    Text,
    Json,
    Markdown,
}

impl Rules {
    pub(super) fn run(&self) -> Status {
        let format = match self.format {
            FormatName::Text => RulesFormat::Text(self.color.style()),
            FormatName::Json => RulesFormat::Json,
            FormatName::Markdown => RulesFormat::Markdown,
        };
        let mut out = BufWriter::new(io::stdout().lock());
        match format.write(&mut out).and_then(|()| out.flush()) {
            Ok(()) => Status::Clean,
            Err(error) => unwritten(&error, Status::Clean),
        }
    }
}
