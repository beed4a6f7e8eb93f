//! The rules at work: each is asked about what it looks at, and the state follows the statements.

use std::sync::Arc;

use super::asked::{Asked, SettingsByFile};
use super::shown::{Found, Told, show};
use super::syntax::Read;
use crate::ast::{Content, ReplicationStatement, Statement};
use crate::diagnostic::Diagnostic;
use crate::lexer::Token;
use crate::model::{Change, Channel, Origin, Run};
use crate::parser::ParseOptions;
use crate::rules::{ChannelChange, Check, Finding, Scope};
use crate::server::{ServerSet, Targets};

/// The rules that are asked, the state that they ask about, and what they found.
pub(super) struct Judge {
    targets: Targets,
    asked: Arc<Asked>,
    run: Run,
    found: Found,
    told: Told,
}

impl Judge {
    pub(super) fn new(targets: &Targets, asked: &Arc<Asked>) -> Self {
        Self {
            targets: targets.clone(),
            asked: Arc::clone(asked),
            run: Run::new(targets.servers()),
            found: Vec::new(),
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
        let Self { targets, asked, run, found, .. } = self;
        let (content, mut new) = (Content::of(statement), Vec::new());
        asked.of_statement(statement).ask(
            content,
            &scope(accepted, targets, run, asked),
            &mut new,
            |check, context| {
                check.of_statement(statement, context);
            },
        );
        match run.apply_of_content(statement, content, accepted, origin) {
            Change::Channel(change) => {
                if let Statement::Replication(ReplicationStatement::ChangeSource(statement)) = statement
                    && let Some(after) = run.channel_of_key(&change.name)
                {
                    let change = ChannelChange { statement, before: change.before.as_deref(), after };
                    let content = content.with_options(change.options());
                    asked.of_changes.ask(content, &scope(accepted, targets, run, asked), &mut new, |check, context| {
                        check.of_change(&change, context);
                    });
                }
            }
            Change::Start(name) => {
                if let Some(channel) = run.channel_of_key(&name) {
                    found.extend(new.drain(..).map(|finding| (Some(Arc::clone(origin)), finding)));
                    of_channel(channel, targets, run, asked, &mut new);
                    found.extend(new.drain(..).map(|finding| (None, finding)));
                }
            }
            Change::Other => {}
        }
        found.extend(new.into_iter().map(|finding| (Some(Arc::clone(origin)), finding)));
    }

    /// Notes a statement that nobody accepts, or that is not looked into.
    pub(super) fn not_understood(&mut self) {
        self.run.not_understood();
    }

    /// Asks the rules about what the statements add up to.
    pub(super) fn end(&mut self) {
        let (Self { run, asked, targets, found, .. }, mut new) = (self, Vec::new());
        for channel in run.channels().filter(|channel| !channel.servers().is_empty()) {
            of_channel(channel, targets, run, asked, &mut new);
        }
        for account in run.accounts().chain(run.former()).filter(|account| !account.servers().is_empty()) {
            let scope = scope(account.servers(), targets, run, asked);
            asked.of_accounts.ask(Content::ANYTHING, &scope, &mut new, |check, context| {
                if let Check::Account(check) = check {
                    check(account, context);
                }
            });
        }
        found.extend(new.into_iter().map(|finding| (None, finding)));
    }

    /// Shows what was found and is to be shown, and forgets it. `read`: the statement that was read last.
    pub(super) fn report(
        &mut self,
        settings: &SettingsByFile<'_>,
        read: Option<&Read<'_>>,
        options: &mut ParseOptions,
        tokens: &mut Vec<Token>,
        report: &mut dyn FnMut(Diagnostic),
    ) {
        if !self.found.is_empty() {
            show(std::mem::take(&mut self.found), read, &mut self.told, settings, options, tokens, report);
        }
    }
}

fn scope<'a>(servers: ServerSet, targets: &'a Targets, run: &'a Run, asked: &'a Asked) -> Scope<'a> {
    Scope { servers, targets, run, known: &asked.known }
}

fn of_channel(channel: &Channel, targets: &Targets, run: &Run, asked: &Asked, found: &mut Vec<Finding>) {
    let content = Content::of_options(channel.given_options());
    asked.of_channels.ask(content, &scope(channel.servers(), targets, run, asked), found, |check, context| {
        check.of_channel(channel, context);
    });
}
