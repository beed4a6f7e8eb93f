use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;

use crate::certificate::{FileRoot, Moment};
use crate::config::{ConfigError, Configs, Loaded, Size};
use crate::lexer::{SqlMode, UnknownMode};
use crate::lint::{Selector, Settings, UnknownSelector};
use crate::model::PemFiles;
use crate::server::{TargetError, Targets};

/// What a script is read for.
#[derive(Debug, Args)]
pub(super) struct SettingsArguments {
    /// Servers that must take all, such as mysql-5.7..8.4 [default: any]
    #[arg(short, long = "target", value_name = "SERVERS", value_parser = targets, help_heading = "Servers")]
    targets: Vec<Targets>,

    /// The sql_mode at the start of each script, such as ANSI_QUOTES
    #[arg(long, value_name = "MODES", value_parser = sql_mode, help_heading = "Servers")]
    sql_mode: Option<SqlMode>,

    /// The longest statement that is looked at [default: 64MiB]
    #[arg(long, value_name = "SIZE", help_heading = "Servers")]
    max_statement_size: Option<Size>,
}

impl SettingsArguments {
    pub(super) fn settings(&self) -> Settings {
        let mut settings = Settings::default();
        self.add_to(&mut settings);
        settings
    }

    /// Puts what was given in the place of what is there.
    fn add_to(&self, settings: &mut Settings) {
        if !self.targets.is_empty() {
            settings.targets = all(&self.targets);
        }
        settings.sql_mode = self.sql_mode.unwrap_or(settings.sql_mode);
        settings.max_statement = self.max_statement_size.map_or(settings.max_statement, |size| size.0);
    }
}

/// Where the configuration comes from.
#[derive(Debug, Args)]
pub(super) struct ConfigArguments {
    /// This replint.toml, not the nearest one upward from each path
    #[arg(long, value_name = "FILE", conflicts_with = "no_config", help_heading = "Files")]
    config: Option<PathBuf>,

    /// No replint.toml at all
    #[arg(long, help_heading = "Files")]
    no_config: bool,
}

impl ConfigArguments {
    /// # Errors
    /// The file that was named cannot be read, or is wrong.
    pub(super) fn configs(&self) -> Result<Configs, ConfigError> {
        match &self.config {
            Some(path) => Ok(Configs::fixed(Some(Loaded::read(path)?))),
            None if self.no_config => Ok(Configs::fixed(None)),
            None => Ok(Configs::discovered()),
        }
    }
}

/// Which rules are asked, and what for.
#[derive(Debug, Args)]
struct RuleArguments {
    /// Only these: rules, areas, groups (default, upgrade, strict), all
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = selector, help_heading = "Rules")]
    select: Vec<Selector>,

    /// Not these; a rule beats its area, an area its group
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = selector, help_heading = "Rules")]
    ignore: Vec<Selector>,

    /// Servers that an upgrade leads to: what breaks there is advice
    #[arg(long, value_name = "SERVERS", value_parser = targets, help_heading = "Servers")]
    upgrade_to: Vec<Targets>,
}

impl RuleArguments {
    /// What is selected and where an upgrade leads to comes in the place of what is there; what is ignored, besides.
    fn add_to(&self, settings: &mut Settings) {
        if !self.upgrade_to.is_empty() {
            settings.upgrade_to = all(&self.upgrade_to);
        }
        if !self.select.is_empty() {
            settings.selection.select = self.select.clone();
        }
        settings.selection.ignore.extend(&self.ignore);
    }
}

fn all(targets: &[Targets]) -> Targets {
    Targets::new(targets.iter().flat_map(|targets| targets.named().iter().cloned()))
}

fn selector(name: &str) -> Result<Selector, UnknownSelector> {
    name.trim().parse()
}

pub(super) fn targets(text: &str) -> Result<Targets, String> {
    let targets: Targets = text.parse().map_err(|error: TargetError| error.to_string())?;
    if targets.named().is_empty() { Err("name a server, such as mysql-8.4".to_owned()) } else { Ok(targets) }
}

pub(super) fn sql_mode(text: &str) -> Result<SqlMode, UnknownMode> {
    SqlMode::known(text)
}

/// What a script is asked: by the command line, and by the configuration where that says nothing.
#[derive(Debug, Args)]
pub(super) struct RunArguments {
    #[command(flatten)]
    settings: SettingsArguments,

    #[command(flatten)]
    rules: RuleArguments,

    #[command(flatten)]
    config: ConfigArguments,

    #[command(flatten)]
    files: RootArguments,
}

/// The files that statements and option files name.
#[derive(Debug, Args)]
struct RootArguments {
    /// Look up certificates, keys and included files below here
    #[arg(long, value_name = "DIR", help_heading = "Files")]
    file_root: Option<PathBuf>,

    /// Judge certificates as of this time, such as 2027-01-31T12:00:00Z
    #[arg(long, value_name = "TIME", help_heading = "Rules")]
    now: Option<Moment>,

    /// When the command began: all files are asked about the same time.
    #[arg(skip)]
    began: OnceLock<Moment>,
}

impl RootArguments {
    fn add_to(&self, settings: &mut Settings, of_config: Option<&Path>) {
        let began = || {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            Moment::of_unix(since.as_secs().try_into().unwrap_or(i64::MAX))
        };
        let now = self.now.unwrap_or_else(|| *self.began.get_or_init(began));
        let root = self.file_root.as_deref().or(of_config);
        settings.files = root.map(|root| Arc::new(PemFiles::new(FileRoot::new(root), now)));
    }
}

impl RunArguments {
    /// # Errors
    /// The file that was named cannot be read, or is wrong.
    pub(super) fn configs(&self) -> Result<Configs, ConfigError> {
        self.config.configs()
    }

    /// What the script at `path` is asked, whose configuration was found.
    pub(super) fn settings(&self, loaded: Option<&Loaded>, path: &Path) -> Settings {
        let mut settings = loaded.map(|loaded| loaded.settings(path)).unwrap_or_default();
        self.settings.add_to(&mut settings);
        self.rules.add_to(&mut settings);
        self.files.add_to(&mut settings, loaded.and_then(Loaded::file_root));
        settings
    }
}
