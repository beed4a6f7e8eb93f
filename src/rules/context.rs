#[cfg(feature = "certificates")]
use std::sync::Arc;

use super::{At, Entry, Finding};
use crate::diagnostic::Applicability;
use crate::model::Run;
#[cfg(feature = "certificates")]
use crate::model::{Channel, KnownSource, PemFiles};
use crate::server::{ServerSet, Targets};

/// What a rule is asked about, beside its subject.
pub(crate) struct Scope<'a> {
    /// The servers of the targets that accept the subject.
    pub(crate) servers: ServerSet,
    pub(crate) targets: &'a Targets,
    /// The state: before the statement for a rule about statements.
    pub(crate) run: &'a Run,
    #[cfg_attr(not(feature = "certificates"), expect(dead_code))]
    pub(crate) known: &'a Known,
}

/// What is known besides the scripts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// The files that TLS options name.
    #[cfg(feature = "certificates")]
    pub(crate) files: Option<Arc<PemFiles>>,
    #[cfg(feature = "certificates")]
    pub(crate) sources: Vec<KnownSource>,
}

/// A rule at work: what it may ask, and where it reports.
pub struct Context<'a> {
    entry: &'static Entry,
    scope: &'a Scope<'a>,
    found: &'a mut Vec<Finding>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(entry: &'static Entry, scope: &'a Scope<'a>, found: &'a mut Vec<Finding>) -> Self {
        Self { entry, scope, found }
    }

    /// The servers of the targets that accept the subject.
    pub fn servers(&self) -> ServerSet {
        self.scope.servers
    }

    /// Whether a server that the user named refuses the statement: then there is an error already, and advice about the same words is one too many.
    pub fn is_refused_somewhere(&self) -> bool {
        !self.scope.targets.named().is_empty() && !self.scope.targets.servers().is_subset(self.scope.servers)
    }

    /// The state: before the statement for a rule about statements, behind it for all others.
    pub fn run(&self) -> &'a Run {
        self.scope.run
    }

    /// The files that TLS options name, if they may be looked at.
    #[cfg(feature = "certificates")]
    pub(crate) fn files(&self) -> Option<&'a PemFiles> {
        self.scope.known.files.as_deref()
    }

    /// What is known of the source of a channel.
    #[cfg(feature = "certificates")]
    pub(crate) fn source_of(&self, channel: &Channel) -> Option<&'a KnownSource> {
        self.scope.known.sources.iter().find(|source| source.is_of(channel))
    }

    /// Reports a finding: what is wrong, and where. It holds for all servers asked for, unless it says otherwise.
    pub fn report(&mut self, at: impl Into<At>, message: impl Into<String>) -> &mut Finding {
        let servers = self.scope.servers;
        self.found.push(Finding {
            entry: self.entry,
            at: at.into(),
            message: message.into(),
            servers,
            asked: servers,
            label: None,
            also: Vec::new(),
            help: None,
            edits: Vec::new(),
            applicability: Applicability::Unsafe,
            instead_of: &[],
        });
        self.found.last_mut().expect("it was just put there")
    }
}
