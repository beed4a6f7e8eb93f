use std::io::{self, BufWriter, Write};

use clap::Args;

use super::terminal::Color;
use super::{Status, unwritten};
use crate::report::write_page;
use crate::rules::{self, Entry};

/// `replint explain`
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Explain {
    /// The rule's name, as it stands in a report
    #[arg(value_name = "RULE", value_parser = entry)]
    rule: &'static Entry,

    /// Colours: auto asks the terminal and NO_COLOR
    #[arg(long, value_enum, default_value = "auto")]
    color: Color,
}

const AFTER_HELP: &str = "\
Examples:
  replint explain clear-text-channel
  replint explain host-needs-quotes | less

`replint rules` lists the names.";

impl Explain {
    pub(super) fn run(&self) -> Status {
        let mut out = BufWriter::new(io::stdout().lock());
        match write_page(&mut out, self.rule, self.color.style()).and_then(|()| out.flush()) {
            Ok(()) => Status::Clean,
            Err(error) => unwritten(&error, Status::Clean),
        }
    }
}

fn entry(name: &str) -> Result<&'static Entry, String> {
    let name = name.trim();
    rules::by_name(name).ok_or_else(|| match rules::nearest(name) {
        Some(near) => format!("no rule has this name; did you mean {near}?"),
        None => "no rule has this name; `replint rules` lists them".to_owned(),
    })
}
