//! Tokens to the tree, for every server at once.
//!
//! The input carries the servers that would still accept the statement. A gated alternative leaves those behind that lack it;
//! the statement is parsed again for them, so that each part follows its own servers' grammar to the end.

mod account;
mod error;
mod input;
mod name;
mod number;
mod privilege;
mod replication;
mod set;
mod statement;
mod trace;

use std::cell::Cell;

use crate::ast::Statement;
use crate::lexer::{self, LexContext, SqlMode, Token, TokenKind};
use crate::server::{ServerSet, Targets};
pub use error::{SyntaxError, SyntaxRule};
use input::{Input, Shared};
use trace::{Failure, Trace};

/// How a text is to be read.
#[derive(Clone, Debug, Default)]
pub struct ParseOptions {
    /// The servers that judge it; none named: all that are known.
    pub targets: Targets,
    /// The session's `sql_mode`.
    pub sql_mode: SqlMode,
    /// Whether placeholders of templates (`${x}`, `{{ x }}`, …) may stand for names, values and accounts. No server takes them.
    pub placeholders: bool,
}

/// What the servers make of one text.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed<'s> {
    /// The tree; `None` if no server of the targets accepts the text, or if there is nothing but comments in it. Where servers read a text differently it is the tree of the first
    /// group that accepts it.
    pub statement: Option<Statement<'s>>,
    /// The servers that accept it.
    pub accepted: ServerSet,
    /// Those that do not, and why: one entry for each group that stops at the same place for the same reason.
    pub rejections: Vec<Rejection>,
}

/// Servers that refuse a text, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Rejection {
    /// Who refuses it.
    pub servers: ServerSet,
    /// What they stop at.
    pub error: SyntaxError,
}

/// Parses one text as a server would that receives it: one statement, perhaps with a `;` behind it.
///
/// ```
/// use replint::{ParseOptions, parse_statement};
///
/// let options = ParseOptions { targets: "mysql-5.7, mysql-8.4".parse().unwrap(), ..Default::default() };
/// let parsed = parse_statement("CHANGE MASTER TO MASTER_HOST = 'db1'", &options);
/// assert!(!parsed.accepted.is_empty());
/// assert_eq!(parsed.rejections.len(), 1);
/// ```
pub fn parse_statement<'s>(text: &'s (impl AsRef<[u8]> + ?Sized), options: &ParseOptions) -> Parsed<'s> {
    let mut tokens = Vec::new();
    parse_with(text.as_ref(), options, options.targets.servers(), Effort::EveryServer, &mut tokens)
}

/// How far a parse goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// Until it is known for every server.
    EveryServer,
    /// Until it is known who accepts it; why the others do not is left out if anybody does.
    Accepting,
    /// Until anybody accepts it.
    Anybody,
}

/// [`parse_statement`] for some servers, with a token buffer that is used again.
pub(crate) fn parse_with<'s>(
    text: &'s [u8],
    options: &ParseOptions,
    servers: ServerSet,
    effort: Effort,
    tokens: &mut Vec<Token>,
) -> Parsed<'s> {
    parse_and_lex(text, options, servers, effort, (tokens, &mut ServerSet::default()))
}

/// [`parse_with`], and the servers whose tokens are left in the buffer.
pub(crate) fn parse_and_lex<'s>(
    text: &'s [u8],
    options: &ParseOptions,
    servers: ServerSet,
    effort: Effort,
    (tokens, lexed): (&mut Vec<Token>, &mut ServerSet),
) -> Parsed<'s> {
    let utf8 = std::str::from_utf8(text).ok();
    let mut result = Parsed { statement: None, accepted: ServerSet::EMPTY, rejections: Vec::new() };
    let (mut next, mut parts) = (Some(servers), Vec::new());
    *lexed = ServerSet::EMPTY;
    while let Some(part) = next.take().or_else(|| parts.pop()) {
        if part.is_empty() {
            continue;
        }
        if !part.is_subset(*lexed) {
            let context = LexContext {
                servers: part,
                targets: &options.targets,
                sql_mode: options.sql_mode,
                placeholders: options.placeholders,
            };
            if let Err(lexer::Disagree(some)) = lexer::lex(text, context, tokens) {
                parts.extend([part - some, some]);
                *lexed = ServerSet::EMPTY;
                continue;
            }
            trim_end(text, tokens);
            *lexed = part;
        }
        if tokens.len() == 1 {
            // Only comments: the servers' error 1065 is none of syntax, and a script may send it.
            result.accepted |= part;
            continue;
        }
        let parse = |into: &mut _| parse_part((text, utf8), options, part, tokens, into);
        // That of the first part that accepts the text stays.
        let outcome = if result.statement.is_none() { parse(&mut result.statement) } else { parse(&mut None) };
        match outcome {
            Outcome::Accepted(alive) => {
                result.accepted |= alive;
                if effort == Effort::Anybody {
                    break;
                }
                next = Some(part - alive);
            }
            Outcome::Split(some) => parts.extend([part - some, some]),
            Outcome::Rejected if effort != Effort::EveryServer && !result.accepted.is_empty() => {}
            Outcome::Rejected => result.reject(part, error::explain(text, options, part, tokens)),
        }
    }
    if effort != Effort::EveryServer && !result.accepted.is_empty() {
        result.rejections.clear();
    }
    result
}

impl Parsed<'_> {
    fn reject(&mut self, servers: ServerSet, error: SyntaxError) {
        match self.rejections.iter_mut().find(|rejection| rejection.error == error) {
            Some(rejection) => rejection.servers |= servers,
            None => self.rejections.push(Rejection { servers, error }),
        }
    }
}

/// Like a server, drops the `;` and blanks at the end of the text, and a NUL there. A NUL behind a `;` ends the text.
fn trim_end(text: &[u8], tokens: &mut Vec<Token>) {
    let Some(mut end) = tokens.pop() else { return };
    let is_nul = |token: &Token| token.kind == TokenKind::Symbol && token.symbol() == 0;
    if memchr::memchr(0, text).is_some()
        && let Some(nul) = tokens.iter().position(is_nul)
    {
        let after_semicolon = nul > 0 && tokens[nul - 1].symbol() == b';';
        if after_semicolon || (nul + 1 == tokens.len() && tokens[nul].span().end as usize == text.len()) {
            tokens.truncate(nul);
        }
    }
    let blank = |byte: &u8| lexer::is_space(*byte) || matches!(byte, b';' | 0);
    let trimmed = text.len() - text.iter().rev().take_while(|byte| blank(byte)).count();
    while tokens.last().is_some_and(|token| token.symbol() == b';' && token.start as usize >= trimmed) {
        tokens.pop();
    }
    end.start = trimmed as u32;
    tokens.push(end);
}

enum Outcome {
    Accepted(ServerSet),
    Split(ServerSet),
    Rejected,
}

fn shared<'a, 's>(
    (source, utf8): (&'s [u8], Option<&'s str>),
    options: &ParseOptions,
    tokens: &'a [Token],
    trace: Option<&'a Trace>,
) -> Shared<'a, 's> {
    Shared {
        source,
        utf8,
        tokens,
        sql_mode: options.sql_mode,
        placeholders: options.placeholders,
        split: Cell::new(None),
        refused: Cell::new(false),
        trace,
    }
}

/// The statement is in `into` only if it is accepted.
fn parse_part<'s>(
    text: (&'s [u8], Option<&'s str>),
    options: &ParseOptions,
    part: ServerSet,
    tokens: &[Token],
    into: &mut Option<Statement<'s>>,
) -> Outcome {
    let shared = shared(text, options, tokens, None);
    let outcome = match statement::whole_statement(Input { shared: &shared, at: 0, alive: part }, into) {
        Ok(end) if !shared.refused.get() => return Outcome::Accepted(end.alive),
        Ok(end) if end.alive == part => Outcome::Rejected,
        Ok(end) => Outcome::Split(end.alive),
        // Servers that left on the way may take another way; those that did not would fail again.
        Err(_) => shared.split.get().map_or(Outcome::Rejected, Outcome::Split),
    };
    *into = None;
    outcome
}

/// Parses again with a trace, for the error.
fn trace_part(text: &[u8], options: &ParseOptions, part: ServerSet, tokens: &[Token]) -> Failure {
    let trace = Trace::default();
    let shared = shared((text, std::str::from_utf8(text).ok()), options, tokens, Some(&trace));
    let parsed = statement::whole_statement(Input { shared: &shared, at: 0, alive: part }, &mut None);
    let to_its_end = parsed.is_ok();
    trace.failure(to_its_end)
}
