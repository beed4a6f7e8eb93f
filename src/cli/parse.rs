use std::path::PathBuf;

use clap::Args;

use super::Status;
use super::settings::SettingsArguments;

/// `replint parse`
#[derive(Debug, Args)]
pub(super) struct Parse {
    /// The script; `-` is standard input
    #[arg(value_name = "FILE")]
    path: PathBuf,

    #[command(flatten)]
    settings: SettingsArguments,
}

impl Parse {
    pub(super) fn run(&self) -> Status {
        Status::Clean
    }
}
