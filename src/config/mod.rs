//! `replint.toml`: what a repository wants to be asked.
//!
//! ```toml
//! targets = ["mysql-8.0", "mysql-8.4"]
//! ignore = ["clear-text-channel"]
//!
//! [severity]
//! duplicate-option = "error"
//!
//! [[override]]
//! paths = ["legacy/"]
//! targets = ["mysql-5.7"]
//! ```

mod discovery;
mod effective;
mod error;
mod loaded;
mod size;
mod source;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::diagnostic::Severity;
pub use discovery::Configs;
pub use effective::Effective;
pub use error::ConfigError;
pub(crate) use error::reason;
pub use loaded::Loaded;
pub(crate) use loaded::anchored;
pub use size::{Size, UnknownSize};
pub use source::SourceServer;

/// The name of the file.
pub const FILE_NAME: &str = "replint.toml";

/// What `replint.toml` holds.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Config {
    /// The servers that the statements must be good for, such as `mysql-8.4` or `mariadb-10.6..11.4`; none: any that is known.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub targets: Option<Vec<Spanned<String>>>,
    /// Servers that an upgrade leads to: what breaks there is advice.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub upgrade_to: Option<Vec<Spanned<String>>>,
    /// The rules, areas and groups that are asked; none: the group `default`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub select: Option<Vec<Spanned<String>>>,
    /// The rules, areas and groups that are not asked. The closer name wins.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub ignore: Vec<Spanned<String>>,
    /// Other severities than the rules' own, by rule.
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, ConfigSeverity>"))]
    pub severity: BTreeMap<Spanned<String>, ConfigSeverity>,
    /// The session's `sql_mode` at the start of each script.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub sql_mode: Option<Spanned<String>>,
    /// Whether placeholders of templates, such as `${NAME}`, may stand for values and names; true unless it is said.
    pub placeholders: Option<bool>,
    /// The longest statement about replication or accounts that is looked at, such as `128 MiB`; `64 MiB` unless it is said.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub max_statement_size: Option<Spanned<String>>,
    /// The least severity that makes the exit status 1; `error` unless it is said.
    pub fail_on: Option<FailOn>,
    /// A file of known findings, relative to this file: only others are reported. `replint check --write-baseline FILE` writes it.
    pub baseline: Option<PathBuf>,
    /// Paths that are not read, also where they are named: patterns as in .gitignore, relative to this file.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub exclude: Vec<Spanned<String>>,
    /// Which files are replayed one after the other, where their names do not tell: patterns as in .gitignore, relative to this file. Those of the
    /// first pattern come first, those of one pattern in the natural order of their paths.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub order: Vec<Spanned<String>>,
    /// The directory that stands for the root of the servers' file system, relative to this file: paths in statements and option files are looked up
    /// below it. Nothing is looked up unless it is said.
    pub file_root: Option<String>,
    /// Sources of which something is known.
    #[serde(rename = "source")]
    pub sources: Vec<SourceServer>,
    /// What holds for some paths instead; of several that match, the last one wins.
    #[serde(rename = "override")]
    pub overrides: Vec<Override>,
}

/// What holds for some paths.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Override {
    /// Patterns as in .gitignore, relative to this file.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub paths: Vec<Spanned<String>>,
    /// In the place of those above.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub targets: Option<Vec<Spanned<String>>>,
    /// In the place of those above.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub upgrade_to: Option<Vec<Spanned<String>>>,
    /// In the place of those above.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub select: Option<Vec<Spanned<String>>>,
    /// Besides those above.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub ignore: Vec<Spanned<String>>,
    /// Besides those above.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, ConfigSeverity>"))]
    pub severity: BTreeMap<Spanned<String>, ConfigSeverity>,
    /// In the place of the one above.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub sql_mode: Option<Spanned<String>>,
    /// In the place of the one above.
    #[serde(default)]
    pub placeholders: Option<bool>,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ConfigSeverity {
    /// The server rejects it, or it can never do what it says.
    Error,
    /// It works and is unsafe, or surprises.
    Warning,
    /// Needless, or will stop working after an upgrade.
    Advice,
}

impl From<ConfigSeverity> for Severity {
    fn from(severity: ConfigSeverity) -> Self {
        match severity {
            ConfigSeverity::Error => Severity::Error,
            ConfigSeverity::Warning => Severity::Warning,
            ConfigSeverity::Advice => Severity::Advice,
        }
    }
}

/// The least severity that fails a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, clap::ValueEnum)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Errors.
    #[default]
    Error,
    /// Errors and warnings.
    Warning,
    /// Any finding.
    Advice,
    /// None.
    Never,
}

impl FailOn {
    /// Whether a finding of this severity fails a run.
    pub fn fails(self, severity: Severity) -> bool {
        match self {
            FailOn::Error => severity == Severity::Error,
            FailOn::Warning => severity <= Severity::Warning,
            FailOn::Advice => true,
            FailOn::Never => false,
        }
    }
}
