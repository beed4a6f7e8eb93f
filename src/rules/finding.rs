use std::path::Path;

use super::Entry;
use crate::diagnostic::Applicability;
use crate::model::{Place, Setting};
use crate::server::ServerSet;
use crate::source::Span;

/// What a rule found. [`crate::lint`](mod@crate::lint) decides whether it is shown and puts the lines to it.
#[derive(Debug)]
pub struct Finding {
    pub(crate) entry: &'static Entry,
    pub(crate) at: At,
    /// The fact, on one line, in lower case; quotes no literal.
    pub(crate) message: String,
    /// The servers for which it holds.
    pub(crate) servers: ServerSet,
    /// Those that it was asked for.
    pub(crate) asked: ServerSet,
    pub(crate) label: Option<String>,
    pub(crate) also: Vec<(At, String)>,
    pub(crate) help: Option<String>,
    pub(crate) edits: Vec<(Span, String)>,
    pub(crate) applicability: Applicability,
    /// Rules that tell the same cause from one file: of the statement they tell nothing then.
    pub(crate) instead_of: &'static [&'static str],
}

/// Where something stands.
#[derive(Clone, Debug, PartialEq)]
pub enum At {
    /// In the statement at hand.
    Here(Span),
    /// In one of the run.
    There(Place),
}

impl From<Span> for At {
    fn from(span: Span) -> Self {
        At::Here(span)
    }
}

impl From<&Place> for At {
    fn from(place: &Place) -> Self {
        At::There(place.clone())
    }
}

impl From<&Setting> for At {
    fn from(setting: &Setting) -> Self {
        At::There(setting.place.clone())
    }
}

impl Finding {
    /// The file that it is in; none: it is in the statement at hand.
    pub(crate) fn path(&self) -> Option<&Path> {
        match &self.at {
            At::Here(_) => None,
            At::There(place) => Some(&place.origin.path),
        }
    }

    /// The servers for which it holds, where they are not all that were asked for: the message then names them.
    pub fn on(&mut self, servers: ServerSet) -> &mut Self {
        self.servers = servers & self.asked;
        self
    }

    /// What is found of these rules in the same statement has the same cause, and is left out.
    pub(crate) fn instead_of(&mut self, rules: &'static [&'static str]) -> &mut Self {
        self.instead_of = rules;
        self
    }

    /// The servers that it was asked for, where they are not all that the subject is for.
    pub(crate) fn among(&mut self, servers: ServerSet) -> &mut Self {
        (self.servers, self.asked) = (self.servers & servers, self.asked & servers);
        self
    }

    /// What to say at the primary place.
    pub fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.label = Some(label.into());
        self
    }

    /// Another place that has to do with it.
    pub fn also(&mut self, at: impl Into<At>, message: impl Into<String>) -> &mut Self {
        self.also.push((at.into(), message.into()));
        self
    }

    /// What to write instead.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Edits of the statement that the finding is in, in its order: what was probably meant.
    pub fn unsafe_fix(&mut self, edits: Vec<(Span, String)>) -> &mut Self {
        (self.edits, self.applicability) = (edits, Applicability::Unsafe);
        self
    }

    /// Edits of the statement that the finding is in, in its order: what it says already.
    pub fn safe_fix(&mut self, edits: Vec<(Span, String)>) -> &mut Self {
        (self.edits, self.applicability) = (edits, Applicability::Safe);
        self
    }
}
