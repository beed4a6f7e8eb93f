use clap::Args;

use crate::lexer::SqlMode;
use crate::lint::{Selection, Selector, Settings, UnknownSelector};
use crate::server::{TargetError, Targets};

/// What a script is read for.
#[derive(Debug, Args)]
pub(super) struct SettingsArguments {
    /// Servers that must accept the statements, such as mysql-8.4, mysql-5.7..8.0.40, mariadb-10.11 [default: any]
    #[arg(short, long = "target", value_name = "SERVERS", value_parser = targets)]
    targets: Vec<Targets>,

    /// The session's sql_mode at the start of each script, such as ANSI_QUOTES
    #[arg(long, value_name = "MODES", value_parser = sql_mode, default_value = "", hide_default_value = true)]
    sql_mode: SqlMode,
}

impl SettingsArguments {
    pub(super) fn settings(&self) -> Settings {
        Settings { targets: all(&self.targets), sql_mode: self.sql_mode, ..Settings::default() }
    }
}

/// Which rules are asked, and what for.
#[derive(Debug, Args)]
pub(super) struct RuleArguments {
    /// Ask only these: rules, areas, groups (default, upgrade, strict) or all
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = selector)]
    select: Vec<Selector>,

    /// Do not ask these; the closer name wins
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = selector)]
    ignore: Vec<Selector>,

    /// Servers that an upgrade leads to: what breaks there is advice
    #[arg(long, value_name = "SERVERS", value_parser = targets)]
    upgrade_to: Vec<Targets>,
}

impl RuleArguments {
    pub(super) fn add_to(&self, settings: &mut Settings) {
        settings.upgrade_to = all(&self.upgrade_to);
        let (select, ignore) = (self.select.clone(), self.ignore.clone());
        settings.selection = Selection { select, ignore, ..Selection::default() };
    }
}

fn all(targets: &[Targets]) -> Targets {
    Targets::new(targets.iter().flat_map(|targets| targets.named().iter().cloned()))
}

fn selector(name: &str) -> Result<Selector, UnknownSelector> {
    name.trim().parse()
}

fn targets(text: &str) -> Result<Targets, String> {
    let targets: Targets = text.parse().map_err(|error: TargetError| error.to_string())?;
    if targets.named().is_empty() { Err("name a server, such as mysql-8.4".to_owned()) } else { Ok(targets) }
}

/// The names that a server takes, of all versions.
const MODES: [&str; 37] = [
    "ALLOW_INVALID_DATES",
    "ANSI",
    "ANSI_QUOTES",
    "DB2",
    "EMPTY_STRING_IS_NULL",
    "ERROR_FOR_DIVISION_BY_ZERO",
    "HIGH_NOT_PRECEDENCE",
    "IGNORE_BAD_TABLE_OPTIONS",
    "IGNORE_SPACE",
    "MAXDB",
    "MSSQL",
    "MYSQL323",
    "MYSQL40",
    "NO_AUTO_CREATE_USER",
    "NO_AUTO_VALUE_ON_ZERO",
    "NO_BACKSLASH_ESCAPES",
    "NO_DIR_IN_CREATE",
    "NO_ENGINE_SUBSTITUTION",
    "NO_FIELD_OPTIONS",
    "NO_KEY_OPTIONS",
    "NO_TABLE_OPTIONS",
    "NO_UNSIGNED_SUBTRACTION",
    "NO_ZERO_DATE",
    "NO_ZERO_IN_DATE",
    "ONLY_FULL_GROUP_BY",
    "ORACLE",
    "PAD_CHAR_TO_FULL_LENGTH",
    "PIPES_AS_CONCAT",
    "POSTGRESQL",
    "REAL_AS_FLOAT",
    "SIMULTANEOUS_ASSIGNMENT",
    "STRICT_ALL_TABLES",
    "STRICT_TRANS_TABLES",
    "TIME_ROUND_FRACTIONAL",
    "TIME_TRUNCATE_FRACTIONAL",
    "TRADITIONAL",
    "",
];

fn sql_mode(text: &str) -> Result<SqlMode, String> {
    match text.split(',').map(str::trim).find(|name| !MODES.iter().any(|mode| mode.eq_ignore_ascii_case(name))) {
        None => Ok(SqlMode::parse(text)),
        Some(unknown) => {
            let nearest = MODES.iter().max_by(|one, two| {
                let likeness = |mode: &str| strsim::jaro_winkler(mode, &unknown.to_ascii_uppercase());
                likeness(one).total_cmp(&likeness(two))
            });
            Err(format!(
                "no server has a mode of the name {unknown}; did you mean {}?",
                nearest.unwrap_or(&"ANSI_QUOTES")
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_are_read_in_any_case() {
        assert!(sql_mode("strict_trans_tables, ansi_quotes").unwrap().ansi_quotes);
        assert!(!sql_mode("").unwrap().ansi_quotes);
    }

    #[test]
    fn an_unknown_mode_is_refused() {
        assert_eq!(
            sql_mode("ANSI_QUOTE").unwrap_err(),
            "no server has a mode of the name ANSI_QUOTE; did you mean ANSI_QUOTES?"
        );
    }
}
