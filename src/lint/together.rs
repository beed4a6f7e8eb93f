//! What scripts come to together: the rules over all that they add up to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::Settings;
use super::asked::{Asked, SettingsByFile};
use super::reading::Reading;
use super::shown::{Told, show};
use crate::diagnostic::Diagnostic;
use crate::model::{Denial, Denied, Login, Run, Topology};
use crate::parser::ParseOptions;
use crate::rules::{At, Check, Context, Finding, Scope};
use crate::source::path;

/// What all scripts add up to, and what the sources will make of the channels.
pub(super) struct Together<'t> {
    topology: &'t Topology,
    denied: Vec<(Login<'t>, Vec<Denied>)>,
}

/// For which servers findings are.
#[derive(Clone, Copy)]
pub(super) enum Horizon {
    /// For the targets.
    Now,
    /// For those that an upgrade leads to.
    Later,
}

impl Horizon {
    fn of<'r>(self, reading: &'r mut Reading<'_>) -> &'r mut Vec<Diagnostic> {
        match self {
            Self::Now => &mut reading.found,
            Self::Later => &mut reading.found_later,
        }
    }
}

impl<'t> Together<'t> {
    pub(super) fn new(topology: &'t Topology) -> Self {
        let denied = topology.logins().into_iter().map(|login| {
            let mut denied = login.channel.denied(login.account);
            // A replica often has an account of the same name, for the day on which it is the source; that differs at most in what is secret.
            denied.retain(|denied| login.is_only || denied.denial == Denial::KeyExchange);
            (login, denied)
        });
        Self { topology, denied: denied.filter(|(_, denied)| !denied.is_empty()).collect() }
    }

    /// Asks the rules for the files of some settings, for the targets of `judged`: these settings, or where an upgrade leads to.
    pub(super) fn judge(
        &self,
        settings: &Settings,
        judged: (&Settings, Horizon),
        asked: &Asked,
        readings: &mut [Box<Reading<'_>>],
    ) {
        let (judged, into) = judged;
        let found = self.found(judged, asked);
        let at = |path: &Path, readings: &[Box<Reading<'_>>]| {
            readings.binary_search_by(|it| path::order(&it.path, path)).ok()
        };
        let is_asked = |finding: &Finding| {
            let at = finding.path().and_then(|path| at(path, readings));
            at.is_some_and(|at| readings[at].is_asked(settings))
        };
        let found: Vec<Finding> = found.into_iter().filter(is_asked).collect();
        let instead: BTreeMap<_, _> = found.iter().filter_map(instead_of).collect();
        let Settings { targets, sql_mode, placeholders, .. } = judged.clone();
        let mut options = ParseOptions { targets, sql_mode, placeholders };
        let mut shown = Vec::new();
        show(
            found.into_iter().map(|finding| (None, finding)).collect(),
            None,
            &mut Told::new(),
            &SettingsByFile::all(judged),
            &mut options,
            &mut Vec::new(),
            &mut |diagnostic| shown.push(diagnostic),
        );
        let mut left_out: BTreeMap<usize, BTreeSet<(u64, &str)>> = BTreeMap::new();
        for diagnostic in shown {
            let Some(at) = at(&diagnostic.path, readings) else { continue };
            let statement = diagnostic.base.offset;
            if let Some(rules) = instead.get(&(diagnostic.rule, Arc::clone(&diagnostic.path), statement)) {
                left_out.entry(at).or_default().extend(rules.iter().map(|rule| (statement, *rule)));
            }
            into.of(&mut readings[at]).push(diagnostic);
        }
        for (at, left_out) in left_out {
            into.of(&mut readings[at]).retain(|finding| !left_out.contains(&(finding.base.offset, finding.rule)));
        }
    }

    fn found(&self, settings: &Settings, asked: &Asked) -> Vec<Finding> {
        let mut found = Vec::new();
        let targets = &settings.targets;
        for entry in asked.of_logins.all() {
            let Check::Denied(check) = entry.check else { continue };
            for (login, denied) in &self.denied {
                let servers = login.channel.servers() & login.account.servers();
                let scope = Scope { servers, targets, run: login.run, known: &asked.known };
                for denied in denied {
                    check(login, denied, &mut Context::new(entry, &scope, &mut found));
                }
            }
        }
        let servers = targets.servers();
        let scope = Scope { servers, targets, run: &Run::new(servers), known: &asked.known };
        for entry in asked.of_topology.all() {
            let Check::Topology(check) = entry.check else { continue };
            check(self.topology, &mut Context::new(entry, &scope, &mut found));
        }
        found
    }
}

/// A rule that found something, in which file, and where the statement starts.
type FoundIn = (&'static str, Arc<Path>, u64);

/// A finding that takes the place of others, and their rules.
fn instead_of(finding: &Finding) -> Option<(FoundIn, &'static [&'static str])> {
    let At::There(place) = &finding.at else { return None };
    let key = (finding.entry.rule.name, Arc::clone(&place.origin.path), place.origin.base.offset);
    (!finding.instead_of.is_empty()).then_some((key, finding.instead_of))
}
