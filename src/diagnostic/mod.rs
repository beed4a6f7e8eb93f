//! What is reported: what is wrong, where, for which servers, and what to do about it.
//!
//! A [`Diagnostic`] stands for itself: it holds the positions and the few masked lines that a report shows, so that neither the file nor the
//! statement must be kept for it.

mod excerpt;
mod fix;
mod view;

use std::path::Path;
use std::sync::Arc;

pub use excerpt::{Excerpt, ExcerptLine};
pub use fix::{Applicability, Edit, Fix};
pub use view::{Builder, View};

use crate::server::ServerSet;
use crate::source::{Base, Position};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Severity {
    /// The server rejects it, or it can never do what it says.
    Error,
    /// It works and is unsafe, or surprises.
    Warning,
    /// Needless, or will stop working after an upgrade.
    Advice,
}

impl Severity {
    /// In a word, for reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Area {
    /// Whether the client and the server's parser take it.
    Syntax,
}

impl Area {
    /// As it is selected and ignored.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
        }
    }
}

/// Which rule found it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// In kebab-case.
    pub name: &'static str,
    /// What it is about.
    pub area: Area,
    /// How bad what it finds is.
    pub severity: Severity,
}

impl Rule {
    /// A rule of the area `syntax`: what it finds is refused.
    pub const fn syntax(name: &'static str) -> Self {
        Self { name, area: Area::Syntax, severity: Severity::Error }
    }
}

/// A place and what is to be said there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Label {
    /// Bytes of the file before it.
    pub offset: u64,
    /// In bytes.
    pub len: u32,
    /// Its first character.
    pub start: Position,
    /// Behind its last character.
    pub end: Position,
    /// On one line.
    pub message: Option<String>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Diagnostic {
    /// The rule's name.
    pub rule: &'static str,
    /// What the rule is about.
    pub area: Area,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong: the fact, on one line, in lower case. Quotes no literal of the statement.
    pub message: String,
    /// The file, as the user named it.
    #[cfg_attr(feature = "serde", serde(serialize_with = "as_shown"))]
    pub path: Arc<Path>,
    /// Where the statement starts.
    pub base: Base,
    /// What is wrong there.
    pub primary: Label,
    /// Other places that have to do with it.
    pub labels: Vec<Label>,
    /// What to write instead.
    pub help: Option<String>,
    /// Edits that cure it.
    pub fix: Option<Fix>,
    /// The servers of the targets for which it holds.
    #[cfg_attr(feature = "serde", serde(serialize_with = "in_words"))]
    pub servers: ServerSet,
    /// The lines to show, secrets masked; empty if they are not known.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub excerpt: Excerpt,
}

#[cfg(feature = "serde")]
fn in_words<S: serde::Serializer>(servers: &ServerSet, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(servers)
}

#[cfg(feature = "serde")]
fn as_shown<S: serde::Serializer>(path: &Arc<Path>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&path.display())
}
