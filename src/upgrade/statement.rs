//! One statement: what it becomes, and whether that is the same.

use std::path::Path;
use std::sync::Arc;

use super::remark::{self, Remark};
use super::site::{Edit, Site};
use super::{Upgrade, account, channel, grant, mode, words};
use crate::ast::{PrivilegeStatement, ReplicationStatement, ResetWhat, Statement, Text, mention};
use crate::lexer::{self, LexContext, SqlMode, Token};
use crate::model::{AccountKey, Origin, Run};
use crate::parser::{self, Effort, ParseOptions, Parsed, SyntaxRule};
use crate::script::RawStatement;
use crate::server::{ServerSet, Targets};
use crate::source::{Span, in_case_of};

/// What becomes of a statement.
pub(super) enum Outcome {
    /// The servers take it as it is.
    Unchanged,
    /// Other statements before it, and its new text.
    Rewritten { before: Vec<Vec<u8>>, text: Vec<u8> },
    /// It stays, for a person to see to.
    Left(Remark),
}

/// So many words are put in quotes at most because they are reserved there.
const MENDED: usize = 64;

/// What the statements add up to, in their words and in the new ones.
pub(super) struct Runs {
    before: Run,
    pub(super) after: Run,
    /// Which script its statements stand in, for the places of channels.
    pub(super) path: Arc<Path>,
}

/// A statement or several, to be replayed.
struct Pieces<'p> {
    before: &'p [Vec<u8>],
    text: &'p [u8],
}

/// What a statement may change.
struct Touched {
    accounts: Vec<AccountKey>,
    channels: Vec<String>,
}

impl Runs {
    pub(super) fn new(upgrade: &Upgrade) -> Self {
        Self {
            before: Run::new(upgrade.from.servers()),
            after: Run::new(upgrade.to.servers()),
            path: Arc::from(Path::new("")),
        }
    }

    /// Whether both add up to the same.
    pub(super) fn are_the_same(&self) -> bool {
        self.before.means(&self.after)
    }

    pub(super) fn not_understood(&mut self) {
        self.before.not_understood();
        self.after.not_understood();
    }

    /// Rewrites a statement and replays both.
    pub(super) fn statement(
        &mut self,
        raw: &RawStatement<'_>,
        upgrade: &Upgrade,
        can_be_several: bool,
        tokens: &mut Vec<Token>,
    ) -> (Outcome, Vec<Remark>) {
        let start = Span::new(0, 0);
        let parsed = parse(raw.text, upgrade, &upgrade.from, raw.sql_mode, tokens);
        let Some(statement) = &parsed.statement else {
            return (self.not_accepted(raw, &parsed, upgrade, tokens), Vec::new());
        };
        let origin = Arc::new(Origin::new(Arc::clone(&self.path), raw.base, raw.text.into(), raw.sql_mode));
        let outcome =
            self.rewritten(statement, raw, upgrade, parsed.accepted).and_then(|(outcome, remarks)| match &outcome {
                Outcome::Rewritten { before, .. } if !before.is_empty() && !can_be_several => {
                    Err((start, "it would become several statements, and what ends one here is not known".to_owned()))
                }
                _ => Ok((outcome, remarks)),
            });
        let mut touched = self.touched(statement);
        self.before.apply(statement, parsed.accepted, &origin);
        let outcome = outcome.and_then(|(outcome, remarks)| {
            let pieces = match &outcome {
                Outcome::Rewritten { before, text } => Pieces { before, text },
                _ => Pieces { before: &[], text: raw.text },
            };
            let same = self.replay(&pieces, raw, upgrade, &mut touched, tokens)? && self.is_same(&touched);
            let means_other = || (start, "it would mean something else there".to_owned());
            if same { Ok((outcome, remarks)) } else { Err(means_other()) }
        });
        outcome.unwrap_or_else(|left| {
            let channels = touched.channels.iter().map(String::as_str);
            self.after.take_over(&self.before, &touched.accounts, channels);
            (Outcome::Left(left), Vec::new())
        })
    }

    /// What none of the servers takes that it was written for: it may be written for those to come.
    fn not_accepted(
        &mut self,
        raw: &RawStatement<'_>,
        parsed: &Parsed<'_>,
        upgrade: &Upgrade,
        tokens: &mut Vec<Token>,
    ) -> Outcome {
        let now = parse(raw.text, upgrade, &upgrade.to, raw.sql_mode, tokens);
        if !parsed.accepted.is_empty() {
            // Nothing but comments for the servers before.
            return match (&now.statement, now.accepted == upgrade.to.servers()) {
                (None, true) => Outcome::Unchanged,
                _ => Outcome::Left((Span::new(0, 0), "only the servers after the upgrade run it".to_owned())),
            };
        }
        if let Some(statement) = now.statement.as_ref().filter(|_| now.accepted == upgrade.to.servers()) {
            let origin = Arc::new(Origin::new(Arc::clone(&self.path), raw.base, raw.text.into(), raw.sql_mode));
            self.after.apply(statement, now.accepted, &origin);
            let touched = self.touched(statement);
            self.before.take_over(&self.after, &touched.accounts, touched.channels.iter().map(String::as_str));
            return Outcome::Unchanged;
        }
        self.not_understood();
        let is_placeholder = parsed.rejections.iter().any(|it| it.error.rule == SyntaxRule::PlaceholderInTheWay);
        let message = if is_placeholder {
            "what a template puts in later decides what it is"
        } else {
            "neither the servers before nor those after the upgrade take it: see `replint check`"
        };
        let span = parsed.rejections.first().map_or(Span::new(0, 0), |rejection| rejection.error.span);
        Outcome::Left((span, message.to_owned()))
    }

    fn rewritten(
        &self,
        statement: &Statement<'_>,
        raw: &RawStatement<'_>,
        upgrade: &Upgrade,
        accepted: ServerSet,
    ) -> Result<(Outcome, Vec<Remark>), Remark> {
        let whole = Span::new(0, raw.text.len() as u32);
        let tokens = lexer::agreed(
            raw.text,
            LexContext {
                servers: accepted,
                targets: &upgrade.from,
                sql_mode: raw.sql_mode,
                placeholders: upgrade.placeholders,
            },
        );
        let site = Site { text: raw.text, tokens: &tokens, from: accepted, to: upgrade.to.servers() };
        let remarks = remark::of_statement(statement, site)?;
        let at_start = |message: String| (statement.span(), message);
        let (mut before, mut edits) = (Vec::new(), Vec::new());
        match statement {
            Statement::Replication(it) => {
                edits.extend(
                    words::replication_words(it, site.to)
                        .into_iter()
                        .map(|(span, word)| (span, in_case_of(site.of(span), word.to_owned()).into())),
                );
                edits.extend(channel::channel_name(it, site));
                if let ReplicationStatement::ShowReplicaStatus(show) = it {
                    edits.extend(words::without_nonblocking(show, site));
                }
                site.may_change(&edits)?;
            }
            Statement::Privilege(PrivilegeStatement::Grant(it)) => {
                match grant::split(it, site, &self.after).map_err(at_start)? {
                    Some(split) => (before, edits) = (split.before, split.edits),
                    None => edits = identifications(statement, site)?,
                }
            }
            Statement::Account(it) => {
                edits = identifications(statement, site)?;
                edits.extend(account::own_account(it, site));
                if let Some((drop, edit)) = account::replaced(it, site) {
                    before.push(drop);
                    edits.push(edit);
                }
            }
            Statement::Set(it) => {
                edits = identifications(statement, site)?;
                edits.extend(mode::modes(it, site)?);
                site.may_change(&edits)?;
            }
            _ => edits = identifications(statement, site)?,
        }
        edits.sort_by_key(|(span, _)| *span);
        let has_version_comment =
            ["/*!", "/*M!"].iter().any(|open| memchr::memmem::find(raw.text, open.as_bytes()).is_some());
        if !before.is_empty() && has_version_comment {
            return Err(at_start("an executable comment stands in what would become several statements".to_owned()));
        }
        let text = if edits.is_empty() { raw.text.to_vec() } else { site.edited(whole, &edits) };
        let text = mended(text, upgrade, raw.sql_mode);
        for statement in &mut before {
            *statement = mended(std::mem::take(statement), upgrade, raw.sql_mode);
        }
        let is_same = before.is_empty() && text == raw.text;
        Ok((if is_same { Outcome::Unchanged } else { Outcome::Rewritten { before, text } }, remarks))
    }

    /// Replays what a statement has become; whether it is still what it seems.
    ///
    /// # Errors
    /// Why the servers do not take it.
    fn replay(
        &mut self,
        pieces: &Pieces<'_>,
        raw: &RawStatement<'_>,
        upgrade: &Upgrade,
        touched: &mut Touched,
        tokens: &mut Vec<Token>,
    ) -> Result<bool, Remark> {
        let texts = || pieces.before.iter().map(Vec::as_slice).chain([pieces.text]);
        for text in texts() {
            let parsed = parse(text, upgrade, &upgrade.to, raw.sql_mode, tokens);
            if parsed.accepted != upgrade.to.servers() {
                // The place is one of the new text: only where nothing was written is it one of the old.
                let span = if text == raw.text { first_error(&parsed) } else { Span::new(0, 0) };
                return Err((span, why(&parsed)));
            }
        }
        for text in texts() {
            let parsed = parse(text, upgrade, &upgrade.to, raw.sql_mode, tokens);
            let Some(statement) = &parsed.statement else { return Ok(false) };
            let origin = Arc::new(Origin::new(Arc::clone(&self.path), raw.base, text.into(), raw.sql_mode));
            let also = self.touched(statement);
            touched.accounts.extend(also.accounts);
            touched.channels.extend(also.channels);
            self.after.apply(statement, parsed.accepted, &origin);
        }
        Ok(true)
    }

    fn is_same(&self, touched: &Touched) -> bool {
        touched.accounts.iter().all(|key| self.before.has_same_account(&self.after, key))
            && touched.channels.iter().all(|name| self.before.has_same_channel(&self.after, name))
    }

    fn touched(&self, statement: &Statement<'_>) -> Touched {
        let accounts = mention::accounts(statement);
        let accounts = accounts.filter_map(|(_, account)| AccountKey::of(&account.name)).collect();
        Touched { accounts, channels: self.channels(statement) }
    }

    /// The channels that a statement may change, by name; where it names none they may be all of them, which are looked at here if they are few and in any
    /// case at the end.
    fn channels(&self, statement: &Statement<'_>) -> Vec<String> {
        const FEW: usize = 100;
        let Statement::Replication(statement) = statement else { return Vec::new() };
        let named = |connection: &Option<Text<'_>>, channel: &Option<Text<'_>>| {
            connection
                .as_ref()
                .or(channel.as_ref())
                .map(|name| name.value().map_or_else(String::new, |it| it.to_lowercase()))
        };
        let names =
            |all: bool, connection: &Option<Text<'_>>, channel: &Option<Text<'_>>| match named(connection, channel) {
                Some(name) if !all => vec![name],
                _ => {
                    let known = [&self.before, &self.after].into_iter().flat_map(|run| run.channels().take(FEW));
                    let known: Vec<String> = known.map(|channel| channel.name().to_lowercase()).collect();
                    let known = if known.len() < FEW { known } else { Vec::new() };
                    known.into_iter().chain([String::new()]).collect()
                }
            };
        match statement {
            ReplicationStatement::ChangeSource(it) => {
                vec![named(&it.connection, &it.channel).unwrap_or_default()]
            }
            ReplicationStatement::Start(it) => names(it.all.is_some(), &it.connection, &it.channel),
            ReplicationStatement::Stop(it) => names(it.all.is_some(), &it.connection, &it.channel),
            ReplicationStatement::Reset(it) => {
                let of = |what: &ResetWhat<'_>| match what {
                    ResetWhat::Replica { connection, channel, .. } => names(false, connection, channel),
                    _ => Vec::new(),
                };
                it.items.iter().flat_map(|item| of(&item.what)).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// How accounts are identified, all but those of a GRANT that is taken apart.
fn identifications(statement: &Statement<'_>, site: Site<'_>) -> Result<Vec<Edit>, Remark> {
    let mut edits = Vec::new();
    for it in mention::identifications(statement) {
        edits.extend(account::identification(it, site).map_err(|why| (it.span, why))?);
    }
    for it in mention::passwords(statement) {
        edits.extend(account::set_password(it, site).map_err(|why| (it.span, why))?);
    }
    site.may_change(&edits)?;
    Ok(edits)
}

/// With words in quotes that are reserved on the new servers.
fn mended(mut text: Vec<u8>, upgrade: &Upgrade, sql_mode: SqlMode) -> Vec<u8> {
    let mut tokens = Vec::new();
    for _ in 0..MENDED {
        let parsed = parse(&text, upgrade, &upgrade.to, sql_mode, &mut tokens);
        let reserved = parsed.rejections.iter().map(|rejection| &rejection.error);
        let Some(error) = reserved.into_iter().find(|it| it.rule == SyntaxRule::ReservedWord && it.edits.len() == 1)
        else {
            break;
        };
        let (span, quoted) = &error.edits[0];
        text.splice(span.start as usize..span.end as usize, quoted.bytes());
    }
    text
}

fn parse<'s>(
    text: &'s [u8],
    upgrade: &Upgrade,
    targets: &Targets,
    sql_mode: SqlMode,
    tokens: &mut Vec<Token>,
) -> Parsed<'s> {
    let options = ParseOptions { targets: targets.clone(), sql_mode, placeholders: upgrade.placeholders };
    parser::parse_with(text, &options, targets.servers(), Effort::EveryServer, tokens)
}

fn first_error(parsed: &Parsed<'_>) -> Span {
    parsed.rejections.first().map_or(Span::new(0, 0), |rejection| rejection.error.span)
}

/// In the parser's words.
fn why(parsed: &Parsed<'_>) -> String {
    match parsed.rejections.first().map(|rejection| &rejection.error) {
        None => "the servers do not take it".to_owned(),
        Some(error) => match &error.help {
            Some(help) => format!("{}: {help}", error.message),
            None => error.message.clone(),
        },
    }
}
