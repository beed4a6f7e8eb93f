//! Which rules are asked, by when they look.

use std::path::Path;
use std::sync::Arc;

use super::Settings;
use crate::ast::{PrivilegeStatement, Statement};
use crate::diagnostic::{Rule, Severity};
use crate::rules::{self, Check, Entry, Known};

/// The rules that at least one of some settings asks.
#[derive(Debug, Default)]
pub(super) struct Asked {
    of_replication: Vec<&'static Entry>,
    of_grants: Vec<&'static Entry>,
    /// Of any other statement.
    of_others: Vec<&'static Entry>,
    pub(super) of_changes: Vec<&'static Entry>,
    pub(super) of_channels: Vec<&'static Entry>,
    pub(super) of_accounts: Vec<&'static Entry>,
    pub(super) of_logins: Vec<&'static Entry>,
    pub(super) of_topology: Vec<&'static Entry>,
    pub(super) of_option_files: Vec<&'static Entry>,
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
    pub(super) fn of_statement(&self, statement: &Statement<'_>) -> &[&'static Entry] {
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
