use std::fmt;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// What is wrong with a `replint.toml`: where, what, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    path: PathBuf,
    /// Line and column from 1, if it is about a place.
    place: Option<(usize, usize)>,
    message: String,
}

impl ConfigError {
    pub(super) fn new(path: &Path, text: &str, span: Option<Range<usize>>, message: impl Into<String>) -> Self {
        let place = span.map(|span| {
            let before = text.get(..span.start).unwrap_or(text);
            let line = before.rsplit('\n').next().unwrap_or_default();
            (before.matches('\n').count() + 1, line.chars().count() + 1)
        });
        Self { path: path.to_owned(), place, message: message.into() }
    }

    /// What toml says, with a name that is close to the one that it does not know.
    pub(super) fn of_toml(path: &Path, text: &str, error: &toml::de::Error) -> Self {
        let message = error.message().trim();
        let mut parts = message.split('`').skip(1).step_by(2);
        let unknown = parts.next().filter(|_| message.starts_with("unknown"));
        let near = unknown.and_then(|unknown| {
            let far = |known: &str| strsim::damerau_levenshtein(unknown, known);
            parts.map(|known| (far(known), known)).min().filter(|(far, known)| *far <= 2.max(known.len() / 3))
        });
        let message = match (unknown, near) {
            (Some(unknown), Some((_, near))) => format!("unknown key or value `{unknown}`; did you mean `{near}`?"),
            _ => message.replace('\n', "; ").replace("expected a sequence", "expected a list, such as [\"…\"]"),
        };
        Self::new(path, text, error.span(), message)
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if let Some((line, column)) = self.place {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for ConfigError {}

/// The system's words, without its number.
pub(crate) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let words = text.split(" (os error").next().unwrap_or_default();
    let mut characters = words.chars();
    characters.next().map(|first| first.to_lowercase().chain(characters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_is_a_phrase() {
        assert_eq!(reason(&io::Error::from_raw_os_error(2)), "no such file or directory");
    }
}
