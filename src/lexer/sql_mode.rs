//! `sql_mode`, as far as it changes how a text is read.

use std::fmt;

/// The parts of `sql_mode` that change how a text is cut into tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct SqlMode {
    /// `"x"` is a name, not a string.
    pub ansi_quotes: bool,
    /// A backslash in a string is an ordinary character.
    pub no_backslash_escapes: bool,
    /// Spaces may stand between a function and its parenthesis.
    pub ignore_space: bool,
}

impl SqlMode {
    /// Reads a value of `sql_mode`: names separated by commas, in any case; names that do not change tokens are ignored.
    ///
    /// ```
    /// use replint::lexer::SqlMode;
    /// assert!(SqlMode::parse("STRICT_TRANS_TABLES,ANSI").ansi_quotes);
    /// ```
    pub fn parse(value: &str) -> Self {
        value.split(',').map(str::trim).fold(Self::default(), |mode, name| mode.with(name))
    }

    fn with(mut self, name: &str) -> Self {
        match name.to_ascii_uppercase().as_str() {
            "ANSI_QUOTES" => self.ansi_quotes = true,
            "NO_BACKSLASH_ESCAPES" => self.no_backslash_escapes = true,
            "IGNORE_SPACE" => self.ignore_space = true,
            // The composite modes of the manual's chapter "Server SQL Modes".
            "ANSI" | "ORACLE" | "DB2" | "MSSQL" | "POSTGRESQL" | "MAXDB" => {
                self.ansi_quotes = true;
                self.ignore_space = true;
            }
            _ => {}
        }
        self
    }
}

/// A name that no server has as a mode.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no server has a mode of the name {name}; did you mean {nearest}?")]
pub struct UnknownMode {
    name: String,
    nearest: &'static str,
}

impl fmt::Display for SqlMode {
    /// The names of what is on, as [`SqlMode::parse`] reads them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let modes = [
            (self.ansi_quotes, "ANSI_QUOTES"),
            (self.no_backslash_escapes, "NO_BACKSLASH_ESCAPES"),
            (self.ignore_space, "IGNORE_SPACE"),
        ];
        let on: Vec<&str> = modes.iter().filter(|(on, _)| *on).map(|(_, name)| *name).collect();
        f.write_str(&on.join(","))
    }
}

impl SqlMode {
    /// [`SqlMode::parse`], where every name must be one that some server has.
    ///
    /// # Errors
    /// The first name that none has.
    pub fn known(value: &str) -> Result<Self, UnknownMode> {
        match value.split(',').map(str::trim).find(|name| !MODES.iter().any(|mode| mode.eq_ignore_ascii_case(name))) {
            None => Ok(Self::parse(value)),
            Some(unknown) => {
                let likeness = |mode: &str| strsim::jaro_winkler(mode, &unknown.to_ascii_uppercase());
                let nearest = MODES.iter().max_by(|one, two| likeness(one).total_cmp(&likeness(two)));
                Err(UnknownMode { name: unknown.to_owned(), nearest: nearest.unwrap_or(&"ANSI_QUOTES") })
            }
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_are_read_in_any_case() {
        assert!(SqlMode::known("strict_trans_tables, ansi_quotes").unwrap().ansi_quotes);
        assert!(!SqlMode::known("").unwrap().ansi_quotes);
    }

    #[test]
    fn an_unknown_mode_is_refused() {
        assert_eq!(
            SqlMode::known("ANSI_QUOTE").unwrap_err().to_string(),
            "no server has a mode of the name ANSI_QUOTE; did you mean ANSI_QUOTES?"
        );
    }
}
