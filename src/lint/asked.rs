//! Which rules are asked, by when they look.

use std::path::Path;
use std::sync::Arc;

use super::Settings;
use crate::ast::{Content, PrivilegeStatement, Statement};
use crate::diagnostic::{Rule, Severity};
use crate::rules::{self, Check, Context, Entry, Finding, Known, Scope};

/// Rules, each with what it looks at beside it, so that those that are not asked cost little.
#[derive(Debug, Default)]
pub(super) struct Rules(Vec<(Content, &'static Entry)>);

impl Rules {
    fn push(&mut self, entry: &'static Entry) {
        self.0.push((entry.looks_at, entry));
    }

    /// Every one of them.
    pub(super) fn all(&self) -> impl Iterator<Item = &'static Entry> {
        self.0.iter().map(|(_, entry)| *entry)
    }

    /// Asks those about something that look at anything that is in it.
    pub(super) fn ask(
        &self,
        content: Content,
        scope: &Scope<'_>,
        found: &mut Vec<Finding>,
        asks: impl Fn(Check, &mut Context<'_>),
    ) {
        for (looks_at, entry) in &self.0 {
            let is_asked = looks_at.meets(content);
            if is_asked || cfg!(debug_assertions) {
                let before = found.len();
                asks(entry.check, &mut Context::new(entry, scope, found));
                // Every test shows so that rules say what they look at.
                debug_assert!(is_asked || found.len() == before, "{} does not say what it looks at", entry.rule.name);
            }
        }
    }
}

/// The rules that at least one of some settings asks.
#[derive(Debug, Default)]
pub(super) struct Asked {
    of_replication: Rules,
    of_grants: Rules,
    /// Of any other statement.
    of_others: Rules,
    pub(super) of_changes: Rules,
    pub(super) of_channels: Rules,
    pub(super) of_accounts: Rules,
    pub(super) of_logins: Rules,
    pub(super) of_topology: Rules,
    pub(super) of_option_files: Rules,
    pub(super) known: Known,
}

impl Asked {
    pub(super) fn by(settings: &[&Settings]) -> Self {
        let mut asked = Self::default();
        #[cfg(feature = "certificates")]
        if let Some(settings) = settings.first() {
            asked.known = Known { files: settings.files.clone(), sources: settings.sources.clone() };
        }
        let own = settings.iter().flat_map(|settings| &settings.rules);
        for entry in rules::all().iter().chain(own) {
            if settings.iter().all(|settings| settings.severity(&entry.rule).is_none()) {
                continue;
            }
            match entry.check {
                Check::Statement(_) => {
                    asked.of_replication.push(entry);
                    asked.of_grants.push(entry);
                    asked.of_others.push(entry);
                }
                Check::Replication(_) => asked.of_replication.push(entry),
                Check::Grant(_) => asked.of_grants.push(entry),
                Check::Accounts(_) => {
                    asked.of_grants.push(entry);
                    asked.of_others.push(entry);
                }
                Check::Change(_) => asked.of_changes.push(entry),
                Check::Channel(_) => asked.of_channels.push(entry),
                Check::Account(_) => asked.of_accounts.push(entry),
                Check::Denied(_) => asked.of_logins.push(entry),
                Check::Topology(_) => asked.of_topology.push(entry),
                Check::OptionFile(_) => asked.of_option_files.push(entry),
                #[cfg(feature = "certificates")]
                Check::TlsFiles(_) if asked.known.files.is_none() => {}
                #[cfg(feature = "certificates")]
                Check::TlsFiles(_) => {
                    asked.of_channels.push(entry);
                    asked.of_option_files.push(entry);
                }
                Check::Reading => {}
            }
        }
        asked
    }

    /// The rules that look at a statement.
    pub(super) fn of_statement(&self, statement: &Statement<'_>) -> &Rules {
        match statement {
            Statement::Replication(_) => &self.of_replication,
            Statement::Privilege(PrivilegeStatement::Grant(_)) => &self.of_grants,
            _ => &self.of_others,
        }
    }
}

/// The settings of the files of a sequence.
#[derive(Clone, Debug)]
pub(super) struct SettingsByFile<'s> {
    /// For those that are not among the others.
    pub(super) default: &'s Settings,
    pub(super) files: Vec<(Arc<Path>, &'s Settings)>,
}

impl<'s> SettingsByFile<'s> {
    pub(super) fn all(settings: &'s Settings) -> Self {
        Self { default: settings, files: Vec::new() }
    }

    /// Those of a file. Files come in the order of their paths.
    pub(super) fn of(&self, path: &Path) -> &'s Settings {
        if let [] | [_] = self.files[..] {
            return self.default;
        }
        let found = self.files.binary_search_by(|(file, _)| (**file).cmp(path));
        found.map_or(self.default, |at| self.files[at].1)
    }

    /// How bad a finding of the rule is in a file; `None` if the rule is not asked there.
    pub(super) fn severity(&self, path: &Path, rule: &Rule) -> Option<Severity> {
        self.of(path).severity(rule)
    }
}
