use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use super::settings::RunArguments;
use super::{Status, complain, unwritten};
use crate::config::Effective;

/// `replint config`
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Config {
    /// A script or a directory
    #[arg(default_value = ".", value_name = "PATH")]
    path: PathBuf,

    #[command(flatten)]
    run: RunArguments,
}

const AFTER_HELP: &str = "\
Examples:
  replint config migrations/V2__users.sql
  replint config . --select strict

Exit status: 0 shown, 2 a replint.toml could not be read.";

impl Config {
    pub(super) fn run(&self) -> Status {
        let loaded = match self.run.configs().and_then(|mut configs| configs.of(&self.path)) {
            Ok(loaded) => loaded,
            Err(error) => return complain(error),
        };
        let settings = self.run.settings(loaded.as_deref(), &self.path);
        let from = loaded.as_ref().map_or("no replint.toml".to_owned(), |loaded| loaded.path().display().to_string());
        let fail_on = loaded.and_then(|loaded| loaded.fail_on()).unwrap_or_default();
        let effective = Effective::new(&settings, fail_on);
        match write!(io::stdout(), "# {}, from {from}\n{}", self.path.display(), effective.to_toml()) {
            Ok(()) => Status::Clean,
            Err(error) => unwritten(&error, Status::Clean),
        }
    }
}
