//! What is reported: what is wrong, where, for which servers, and what to do about it.
//!
//! A [`Diagnostic`] stands for itself: it holds the positions and the few masked lines that a report shows, so that neither the file nor the
//! statement must be kept for it.

mod excerpt;
mod fingerprint;
mod fix;
mod named;
mod view;

use std::borrow::Cow;
use std::path::{MAIN_SEPARATOR, Path};
use std::sync::Arc;

pub use excerpt::{Excerpt, ExcerptLine};
pub use fingerprint::{Fingerprint, NoFingerprint, Ordinals};
pub use fix::{Applicability, Edit, Fix};
pub(crate) use named::named_rules;
pub use view::{Builder, View};

use crate::server::ServerSet;
use crate::source::{Base, Position};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Area {
    /// Whether the client and the server's parser take it.
    Syntax,
    /// What a later version no longer does.
    Upgrade,
    /// Accounts, their hosts and privileges.
    Account,
    /// Whether and how a connection is protected.
    Tls,
    /// Channels of a replica.
    Channel,
    /// Option files of servers and clients.
    OptionFile,
    /// The files that TLS options name.
    Certificate,
    /// Passwords and hashes in a file.
    Secret,
    /// What works and should be written otherwise.
    Style,
    /// replint's own ignore comments.
    Directive,
}

impl Area {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Area; 10] = [
        Area::Syntax,
        Area::Upgrade,
        Area::Account,
        Area::Tls,
        Area::Channel,
        Area::OptionFile,
        Area::Certificate,
        Area::Secret,
        Area::Style,
        Area::Directive,
    ];

    /// As it is selected and ignored.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Upgrade => "upgrade",
            Self::Account => "account",
            Self::Tls => "tls",
            Self::Channel => "channel",
            Self::OptionFile => "option-file",
            Self::Certificate => "certificate",
            Self::Secret => "secret",
            Self::Style => "style",
            Self::Directive => "directive",
        }
    }
}

/// Which rules run together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Group {
    /// What a DBA would stop a merge for, or want to see there.
    Default,
    /// What breaks on a later version: on where a target deprecates it.
    Upgrade,
    /// Policy that not everybody has.
    Strict,
}

impl Group {
    /// All of them.
    pub const ALL: [Group; 3] = [Group::Default, Group::Upgrade, Group::Strict];

    /// As it is selected and ignored.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Upgrade => "upgrade",
            Self::Strict => "strict",
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
    /// With which others it runs.
    pub group: Group,
}

impl Rule {
    /// A rule of the area `syntax`: what it finds is refused.
    pub const fn syntax(name: &'static str) -> Self {
        Self { name, area: Area::Syntax, severity: Severity::Error, group: Group::Default }
    }
}

/// A place and what is to be said there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// A place in another statement, without its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Related {
    /// The file.
    #[cfg_attr(feature = "serde", serde(serialize_with = "as_shown"))]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub path: Arc<Path>,
    /// Where in it.
    pub start: Position,
    /// Behind its last character.
    pub end: Position,
    /// On one line.
    pub message: String,
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub path: Arc<Path>,
    /// Where the statement starts.
    pub base: Base,
    /// What is wrong there.
    pub primary: Label,
    /// Other places that have to do with it.
    pub labels: Vec<Label>,
    /// Places in other statements that have to do with it.
    pub related: Vec<Related>,
    /// What to write instead.
    pub help: Option<String>,
    /// Edits that cure it.
    pub fix: Option<Fix>,
    /// The same in every run, wherever the statement stands in the file.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub fingerprint: Fingerprint,
    /// The servers of the targets for which it holds.
    #[cfg_attr(feature = "serde", serde(serialize_with = "in_words"))]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub servers: ServerSet,
    /// The lines to show, secrets masked; empty if they are not known.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub excerpt: Excerpt,
}

impl Diagnostic {
    /// The message, and on a second line the help: for programs that show one text.
    pub fn with_help(&self) -> String {
        match &self.help {
            Some(help) => format!("{}\nhelp: {help}", self.message),
            None => self.message.clone(),
        }
    }
}

/// A path as reports name it: with `/` between its parts.
pub fn slashed(path: &Path) -> Cow<'_, str> {
    match path.to_string_lossy() {
        text if MAIN_SEPARATOR != '/' => text.replace(MAIN_SEPARATOR, "/").into(),
        text => text,
    }
}

#[cfg(feature = "serde")]
fn in_words<S: serde::Serializer>(servers: &ServerSet, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(servers)
}

#[cfg(feature = "serde")]
fn as_shown<S: serde::Serializer>(path: &Arc<Path>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&slashed(path))
}
