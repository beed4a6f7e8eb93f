//! The rules at work: each is asked about what it looks at, and what it finds becomes a diagnostic if it is to be shown.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::Settings;
use super::hidden::hidden;
use super::refusing::holding_for;
use crate::ast::{ReplicationStatement, Statement};
use crate::diagnostic::{Diagnostic, Related, Severity, View};
use crate::lexer::Token;
use crate::model::{Change, Origin, Place, Run};
use crate::parser::{self, Effort, ParseOptions};
use crate::rules::{self, At, ChannelChange, Check, Context, Entry, Finding, Scope};
use crate::server::{ServerSet, Targets};
use crate::source::LineIndex;

/// The rules that are asked, the state that they ask about, and what they found.
pub(super) struct Judge<'s> {
    settings: &'s Settings,
    rules: Vec<&'static Entry>,
    run: Run,
    /// With the statement that each was found at.
    found: Vec<(Option<Arc<Origin>>, Finding)>,
    /// A channel is judged at START and at the end: what was told is not told again.
    told: BTreeSet<(&'static str, Arc<Path>, u64)>,
}

impl<'s> Judge<'s> {
    pub(super) fn new(settings: &'s Settings) -> Self {
        let is_asked = |entry: &&Entry| settings.severity(&entry.rule).is_some();
        Self {
            settings,
            rules: rules::all().iter().copied().filter(is_asked).collect(),
            run: Run::new(settings.targets.servers()),
            found: Vec::new(),
            told: BTreeSet::new(),
        }
    }

    pub(super) fn run(&self) -> &Run {
        &self.run
    }

    /// Asks the rules about a statement, applies it, and asks them about what it did.
    pub(super) fn statement(&mut self, statement: &Statement<'_>, accepted: ServerSet, origin: &Arc<Origin>) {
        self.ask(accepted, Some(origin), |check, context| {
            if let Check::Statement(check) = check {
                check(statement, context);
            }
        });
        match self.run.apply(statement, accepted, origin) {
            Change::Other => {}
            Change::Channel(change) => {
                let Statement::Replication(ReplicationStatement::ChangeSource(statement)) = statement else { return };
                let run = self.run.clone_channel(&change.name);
                let Some(after) = run else { return };
                let change = ChannelChange { statement, before: change.before.as_deref(), after: &after };
                self.ask(accepted, Some(origin), |check, context| {
                    if let Check::Change(check) = check {
                        check(&change, context);
                    }
                });
            }
            Change::Start(name) => {
                let Some(channel) = self.run.clone_channel(&name) else { return };
                self.ask(channel.servers(), None, |check, context| {
                    if let Check::Channel(check) = check {
                        check(&channel, context);
                    }
                });
            }
        }
    }

    /// Notes a statement that nobody accepts, or that is not looked into.
    pub(super) fn not_understood(&mut self) {
        self.run.not_understood();
    }

    /// Asks the rules about what the statements add up to.
    pub(super) fn end(&mut self) {
        let run = std::mem::replace(&mut self.run, Run::new(self.settings.targets.servers()));
        let mut found = Vec::new();
        for entry in &self.rules {
            let mut ask = |servers: ServerSet, check: &dyn Fn(&mut Context<'_>)| {
                if !servers.is_empty() {
                    let scope = Scope { servers, targets: &self.settings.targets, run: &run };
                    check(&mut Context::new(entry, &scope, &mut found));
                }
            };
            match entry.check {
                Check::Channel(check) => {
                    run.channels().for_each(|channel| ask(channel.servers(), &|context| check(channel, context)));
                }
                Check::Account(check) => {
                    run.accounts()
                        .chain(run.former())
                        .for_each(|account| ask(account.servers(), &|context| check(account, context)));
                }
                Check::Run(check) => ask(run.servers(), &|context| check(&run, context)),
                Check::Statement(_) | Check::Change(_) | Check::Reading => {}
            }
        }
        self.found.extend(found.into_iter().map(|finding| (None, finding)));
        self.run = run;
    }

    fn ask(&mut self, servers: ServerSet, origin: Option<&Arc<Origin>>, asks: impl Fn(Check, &mut Context<'_>)) {
        let scope = Scope { servers, targets: &self.settings.targets, run: &self.run };
        let mut found = Vec::new();
        for entry in &self.rules {
            asks(entry.check, &mut Context::new(entry, &scope, &mut found));
        }
        self.found.extend(found.into_iter().map(|finding| (origin.cloned(), finding)));
    }

    /// Shows what was found and is to be shown, and forgets it.
    pub(super) fn report(
        &mut self,
        options: &mut ParseOptions,
        tokens: &mut Vec<Token>,
        report: &mut dyn FnMut(Diagnostic),
    ) {
        for (origin, finding) in std::mem::take(&mut self.found) {
            let Some(severity) = self.settings.severity(&finding.entry.rule) else { continue };
            let place = match (&finding.at, &origin) {
                (At::There(place), _) => place.clone(),
                (At::Here(span), Some(origin)) => Place::new(origin, *span),
                (At::Here(_), None) => continue,
            };
            let offset = place.origin.base.offset + u64::from(place.span.start);
            let key = (finding.entry.rule.name, Arc::clone(&place.origin.path), offset);
            if is_shown(&finding, severity, &self.settings.targets) && self.told.insert(key) {
                report(diagnostic(&finding, severity, &place, origin.as_ref(), options, tokens));
            }
        }
    }
}

/// An error holds for every server that accepts the statement, anything else for one that is still maintained. Of targets that were named each
/// counts for itself.
fn is_shown(finding: &Finding, severity: Severity, targets: &Targets) -> bool {
    let Finding { servers, asked, .. } = finding;
    let maintained = *asked & ServerSet::supported();
    if servers.is_empty() || !targets.named().is_empty() {
        !servers.is_empty()
    } else if severity == Severity::Error || maintained.is_empty() {
        servers == asked
    } else {
        servers.intersects(maintained)
    }
}

fn diagnostic(
    finding: &Finding,
    severity: Severity,
    place: &Place,
    here: Option<&Arc<Origin>>,
    options: &mut ParseOptions,
    tokens: &mut Vec<Token>,
) -> Diagnostic {
    let origin = &place.origin;
    options.sql_mode = origin.sql_mode;
    let servers = options.targets.servers();
    let parsed = parser::parse_with(&origin.text, options, servers, Effort::Accepting, tokens);
    let hidden = hidden(&origin.text, parsed.statement.as_ref(), options, parsed.accepted, tokens);
    let view = View::new(Arc::clone(&origin.path), LineIndex::new(&origin.text, origin.base), hidden);
    let rule = crate::diagnostic::Rule { severity, ..finding.entry.rule };
    let message = finding.message.clone() + &holding_for(finding.servers, finding.asked, &options.targets);
    let mut builder = view
        .diagnostic(rule, place.span, message, finding.servers)
        .label(finding.label.clone())
        .help(finding.help.clone())
        .fix(finding.edits.clone(), finding.applicability);
    for (at, message) in &finding.also {
        let (other, span) = match (at, here) {
            (At::There(place), _) => (&place.origin, place.span),
            (At::Here(span), Some(here)) => (here, *span),
            (At::Here(_), None) => continue,
        };
        builder = if other.is(origin) {
            builder.also(span, message)
        } else {
            let index = LineIndex::new(&other.text, other.base);
            let (start, end) = (index.position(span.start), index.position(span.end));
            builder.related(Related { path: Arc::clone(&other.path), start, end, message: message.clone() })
        };
    }
    builder.finish()
}
