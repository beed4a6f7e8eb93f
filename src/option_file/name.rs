use std::fmt;

/// The name of an option as it stands in a file. `_` and `-` are the same, letter case is not.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(String);

/// What stands in front of the name of a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Prefix {
    /// `loose-`: a program that does not know the option warns and goes on.
    pub loose: bool,
    /// `skip-` and `disable-` turn it off, `enable-` turns it on, whatever its value is.
    pub switch: Option<bool>,
    /// `maximum-`: it is the limit for what a session may set.
    pub maximum: bool,
}

const SWITCHES: [(&str, bool); 3] = [("skip-", false), ("disable-", false), ("enable-", true)];

impl Name {
    pub(super) fn new(written: &[u8]) -> Self {
        Self(String::from_utf8_lossy(written).replace('_', "-"))
    }

    /// With `-` for every `_`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How it stands for an option that the program knows by this name (written with `-` or `_`): `None` if it does not.
    ///
    /// A program takes prefixes off only from names that it does not know: `skip-name-resolve` is an option of its own.
    pub fn stands_for(&self, known: &str) -> Option<Prefix> {
        let known = known.replace('_', "-");
        let (loose, rest) = self.without_loose();
        if rest == known {
            return Some(Prefix { loose, ..Prefix::default() });
        }
        let (prefix, variable) = self.split();
        (variable == known).then_some(prefix)
    }

    /// The variable behind all prefixes: that of `skip-ssl` and `loose-ssl` is `ssl`. For options that begin with such a word themselves
    /// (`skip-name-resolve`) it is no variable, but still the same for all ways to write the option.
    pub fn variable(&self) -> &str {
        self.split().1
    }

    /// The prefixes, and what is behind them.
    pub fn split(&self) -> (Prefix, &str) {
        let (loose, rest) = self.without_loose();
        let mut prefix = Prefix { loose, ..Prefix::default() };
        for (word, on) in SWITCHES {
            if let Some(variable) = rest.strip_prefix(word) {
                prefix.switch = Some(on);
                return (prefix, variable);
            }
        }
        match rest.strip_prefix("maximum-") {
            Some(variable) => (Prefix { maximum: true, ..prefix }, variable),
            None => (prefix, rest),
        }
    }

    fn without_loose(&self) -> (bool, &str) {
        match self.0.strip_prefix("loose-") {
            Some(rest) => (true, rest),
            None => (false, &self.0),
        }
    }

    /// Whether its value is a password, or holds one.
    pub fn is_secret(&self) -> bool {
        let name = self.variable().trim_end_matches(|c: char| c.is_ascii_digit()).to_ascii_lowercase();
        name == "wsrep-sst-auth" || name == "pass" || name.ends_with("password") || name.ends_with("passwd")
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
