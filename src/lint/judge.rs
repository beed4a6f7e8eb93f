//! The rules at work: each is asked about what it looks at, and the state follows the statements.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::asked::{Asked, SettingsByFile};
use super::shown::{Found, Told, show};
use crate::ast::{ReplicationStatement, Statement};
use crate::diagnostic::Diagnostic;
use crate::lexer::Token;
use crate::model::{Change, Origin, Run};
use crate::parser::ParseOptions;
use crate::rules::{ChannelChange, Check, Context, Entry, Scope};
use crate::server::{ServerSet, Targets};

/// The rules that are asked, the state that they ask about, and what they found.
pub(super) struct Judge {
    targets: Targets,
    asked: Arc<Asked>,
    run: Run,
    found: Found,
    /// The channels that were judged at START and not changed since.
    judged: BTreeSet<String>,
    told: Told,
}

impl Judge {
    pub(super) fn new(targets: &Targets, asked: &Arc<Asked>) -> Self {
        Self {
            targets: targets.clone(),
            asked: Arc::clone(asked),
            run: Run::new(targets.servers()),
            found: Vec::new(),
            judged: BTreeSet::new(),
            told: Told::new(),
        }
    }

    pub(super) fn run(&self) -> &Run {
        &self.run
    }

    /// The state, when everything is judged.
    pub(super) fn into_run(self) -> Run {
        self.run
    }

    /// Asks the rules about a statement, applies it, and asks them about what it did.
    pub(super) fn statement(&mut self, statement: &Statement<'_>, accepted: ServerSet, origin: &Arc<Origin>) {
        let asked = Arc::clone(&self.asked);
        self.ask(&asked.of_statements, accepted, Some(origin), |check, context| {
            if let Check::Statement(check) = check {
                check(statement, context);
            }
        });
        match self.run.apply(statement, accepted, origin) {
            Change::Other => {}
            Change::Channel(change) => {
                self.judged.remove(&change.name);
                let Statement::Replication(ReplicationStatement::ChangeSource(statement)) = statement else { return };
                let run = self.run.clone_channel(&change.name);
                let Some(after) = run else { return };
                let change = ChannelChange { statement, before: change.before.as_deref(), after: &after };
                self.ask(&asked.of_changes, accepted, Some(origin), |check, context| {
                    if let Check::Change(check) = check {
                        check(&change, context);
                    }
                });
            }
            Change::Start(name) if !self.judged.insert(name.clone()) => {}
            Change::Start(name) => {
                let Some(channel) = self.run.clone_channel(&name) else { return };
                self.ask(&asked.of_channels, channel.servers(), None, |check, context| {
                    check.of_channel(&channel, context);
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
        let Self { run, asked, targets, found, .. } = self;
        let mut ask = |entry: &'static Entry, servers: ServerSet, check: &dyn Fn(&mut Context<'_>)| {
            if !servers.is_empty() {
                let scope = Scope { servers, targets, run, known: &asked.known };
                let mut new = Vec::new();
                check(&mut Context::new(entry, &scope, &mut new));
                found.extend(new.into_iter().map(|finding| (None, finding)));
            }
        };
        for entry in &asked.of_channels {
            run.channels().for_each(|channel| {
                ask(entry, channel.servers(), &|context| entry.check.of_channel(channel, context));
            });
        }
        for entry in &asked.of_accounts {
            let Check::Account(check) = entry.check else { continue };
            let accounts = run.accounts().chain(run.former());
            accounts.for_each(|account| ask(entry, account.servers(), &|context| check(account, context)));
        }
    }

    fn ask(
        &mut self,
        rules: &[&'static Entry],
        servers: ServerSet,
        origin: Option<&Arc<Origin>>,
        asks: impl Fn(Check, &mut Context<'_>),
    ) {
        let scope = Scope { servers, targets: &self.targets, run: &self.run, known: &self.asked.known };
        let mut found = Vec::new();
        for entry in rules {
            asks(entry.check, &mut Context::new(entry, &scope, &mut found));
        }
        self.found.extend(found.into_iter().map(|finding| (origin.cloned(), finding)));
    }

    /// Shows what was found and is to be shown, and forgets it.
    pub(super) fn report(
        &mut self,
        settings: &SettingsByFile<'_>,
        options: &mut ParseOptions,
        tokens: &mut Vec<Token>,
        report: &mut dyn FnMut(Diagnostic),
    ) {
        show(std::mem::take(&mut self.found), &mut self.told, settings, options, tokens, report);
    }
}
