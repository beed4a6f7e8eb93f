//! The rules of the area `syntax`: what the client and the server's parser refuse.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::path::Path;
use std::sync::Arc;

use super::hidden::{hidden, hidden_of_tokens};
use super::naming::{holding_for, refused_by};
use crate::ast::Statement;
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, View};
use crate::lexer::{Token, TokenKind};
use crate::model::Origin;
use crate::parser::{self, Effort, ParseOptions, Parsed, Rejection, SyntaxRule};
use crate::rules;
use crate::script::{Problem, RawStatement, ScriptEdit, ScriptRule};
use crate::server::{ServerSet, Targets};
use crate::source::{Base, LineIndex, Span, in_case_of};
use crate::upgrade::replication_words;

/// A statement that was read, and its view once something is found in it.
pub(super) struct Read<'a> {
    raw: &'a RawStatement<'a>,
    parsed: &'a Parsed<'a>,
    path: &'a Arc<Path>,
    /// Its tokens, and the servers that read it as these.
    lexed: (&'a [Token], ServerSet),
    view: OnceCell<View<'a>>,
}

impl<'a> Read<'a> {
    pub(super) fn new(
        raw: &'a RawStatement<'a>,
        parsed: &'a Parsed<'a>,
        path: &'a Arc<Path>,
        lexed: (&'a [Token], ServerSet),
    ) -> Self {
        Self { raw, parsed, path, lexed, view: OnceCell::new() }
    }

    /// Whether it is the statement that is kept as this one.
    pub(super) fn is(&self, origin: &Origin) -> bool {
        self.raw.base == origin.base && Arc::ptr_eq(self.path, &origin.path)
    }

    /// Its lines, and what of them must not be shown.
    pub(super) fn view(&self, options: &ParseOptions, tokens: &mut Vec<Token>) -> &View<'a> {
        self.view.get_or_init(|| {
            let Self { raw, parsed, path, lexed: (lexed, lexing), .. } = self;
            let readers = if parsed.statement.is_some() { parsed.accepted } else { options.targets.servers() };
            let statement = parsed.statement.as_ref();
            // The parser has dropped what a server drops at the end.
            let is_whole = lexed.last().is_some_and(|end| end.start as usize == raw.text.len());
            let is_lexed = is_whole && readers.is_subset(*lexing) && memchr::memchr(0, raw.text).is_none();
            let mut lex = || hidden(raw.text, statement, options, readers, tokens);
            let hidden = if is_lexed { hidden_of_tokens(raw.text, statement, lexed) } else { lex() };
            debug_assert!(!is_lexed || hidden == lex(), "the tokens of the parser hide something else");
            View::new(Arc::clone(path), LineIndex::new(raw.text, raw.base), hidden)
        })
    }

    /// What the servers of the targets say that refuse it: one finding for each cause.
    pub(super) fn rejections(&self, options: &ParseOptions, tokens: &mut Vec<Token>) -> Vec<Diagnostic> {
        let causes = causes(self.parsed, &options.targets);
        if causes.is_empty() {
            return Vec::new();
        }
        let view = self.view(options, tokens);
        let mut words = causes
            .iter()
            .any(|cause| is_about_versions(cause.error.rule))
            .then(|| other_words(self.raw, options, tokens))
            .flatten();
        let rejected = causes.iter().map(|cause| {
            let words = if is_about_versions(cause.error.rule) { words.take() } else { None };
            rejection(view, cause, &options.targets, words)
        });
        rejected.collect()
    }
}

/// The edits that say the statement in words that all targets know, where it needs no more than other words: for the first of the causes, since
/// they cure them all.
fn other_words(raw: &RawStatement<'_>, options: &ParseOptions, tokens: &mut Vec<Token>) -> Option<Vec<(Span, String)>> {
    let servers = options.targets.servers();
    if options.targets.named().is_empty() {
        return None;
    }
    let anywhere = ParseOptions { targets: Targets::any(), ..options.clone() };
    let parsed = parser::parse_with(raw.text, &anywhere, ServerSet::ALL, Effort::Anybody, tokens);
    let Some(Statement::Replication(statement)) = &parsed.statement else { return None };
    let words = replication_words(statement, servers).into_iter();
    let words: Vec<_> = words.map(|(span, word)| (span, in_case_of(span.of(raw.text), word.to_owned()))).collect();
    let mut text = Vec::new();
    let mut at = 0;
    for (span, word) in &words {
        text.extend_from_slice(raw.text.get(at..span.start as usize)?);
        text.extend_from_slice(word.as_bytes());
        at = span.end as usize;
    }
    text.extend_from_slice(raw.text.get(at..)?);
    let said = parser::parse_with(&text, options, servers, Effort::Accepting, tokens);
    (at > 0 && servers.is_subset(said.accepted)).then_some(words)
}

/// Without targets a statement is wrong if nobody accepts it, and the server that came farthest says why. With targets each feature that some
/// lack is a cause; a slip is one cause however many servers stop at it, and where.
fn causes(parsed: &Parsed<'_>, targets: &Targets) -> Vec<Rejection> {
    if parsed.rejections.is_empty() {
        return Vec::new();
    }
    let rejections = || parsed.rejections.iter().filter(|rejection| !is_unknown(rejection));
    if targets.named().is_empty() {
        if parsed.rejections.iter().any(is_unknown) {
            return Vec::new();
        }
        let farthest = rejections().max_by_key(|rejection| (rejection.error.span.start, newest(rejection)));
        let farthest = farthest.filter(|_| parsed.accepted.is_empty());
        return farthest.map(|cause| Rejection { servers: ServerSet::ALL, ..cause.clone() }).into_iter().collect();
    }
    let (mut causes, mut slips): (Vec<_>, Vec<_>) =
        rejections().cloned().partition(|cause| is_about_versions(cause.error.rule));
    causes.sort_by_key(|cause| (cause.error.span, cause.error.rule, Reverse(newest(cause))));
    causes.dedup_by(|next, kept| {
        let same = next.error.span == kept.error.span && next.error.rule == kept.error.rule;
        kept.servers |= if same { next.servers } else { ServerSet::EMPTY };
        same
    });
    let is_vague =
        |cause: &Rejection| matches!(cause.error.rule, SyntaxRule::UnexpectedToken | SyntaxRule::UnexpectedEnd);
    slips.sort_by_key(|cause| (is_vague(cause), Reverse(newest(cause))));
    let stopped = slips.iter().fold(ServerSet::EMPTY, |all, cause| all | cause.servers);
    causes.extend(slips.into_iter().next().map(|cause| Rejection { servers: stopped, ..cause }));
    causes.sort_by_key(|cause| cause.error.span);
    causes
}

/// Whether a verdict is possible: not if a placeholder stands for what the servers at hand would judge.
pub(super) fn is_judged(parsed: &Parsed<'_>, targets: &Targets) -> bool {
    let decided = targets.named().is_empty() && !parsed.accepted.is_empty();
    decided || !parsed.rejections.iter().any(is_unknown)
}

fn is_unknown(rejection: &Rejection) -> bool {
    rejection.error.rule == SyntaxRule::PlaceholderInTheWay
}

/// Whether the text is right on other servers.
fn is_about_versions(rule: SyntaxRule) -> bool {
    matches!(
        rule,
        SyntaxRule::NeedsNewerServer
            | SyntaxRule::RemovedSyntax
            | SyntaxRule::RemovedOption
            | SyntaxRule::OtherFlavour
            | SyntaxRule::VersionCommentDigits
    )
}

fn newest(rejection: &Rejection) -> Option<usize> {
    rejection.servers.releases().map(|(bit, _)| bit).max()
}

fn rejection(view: &View<'_>, cause: &Rejection, targets: &Targets, words: Option<Vec<(Span, String)>>) -> Diagnostic {
    let error = &cause.error;
    let (edits, applicability) = match words {
        Some(words) => (words, Applicability::Safe),
        None => (error.edits.clone(), Applicability::Unsafe),
    };
    let shown = |text: &str| without_hidden(view, error.span, text);
    let message = shown(&error.message) + &refused_by(cause.servers, targets, is_about_versions(error.rule));
    view.diagnostic(rules::rule_of(error.rule.name()), error.span, message, cause.servers)
        .label(error.label.as_deref().map(shown))
        .help(error.help.as_deref().map(shown))
        .fix(edits, applicability)
        .finish()
}

/// A message may quote the word at its place; not if the word is masked.
fn without_hidden(view: &View<'_>, span: Span, message: &str) -> String {
    let next = view.hidden().partition_point(|hidden| hidden.end <= span.start);
    if view.hidden().get(next).is_none_or(|hidden| hidden.start >= span.end) {
        return message.to_owned();
    }
    let word = String::from_utf8_lossy(span.of(view.index().text()));
    message.replace(&format!("`{word}`"), "a word")
}

/// What no client would run as it was meant, and what is held of the script around it: perhaps nothing.
pub(super) fn problem(
    problem: &Problem,
    (from, text): (Base, &[u8]),
    options: &ParseOptions,
    path: &Arc<Path>,
    tokens: &mut Vec<Token>,
) -> Diagnostic {
    let asked = options.targets.servers();
    let servers = asked & problem.rule.servers();
    let message = problem.message.clone() + &holding_for(servers, asked, &options.targets);
    // The statement stands behind a prompt.
    let skipped = if problem.rule == ScriptRule::PromptInScript { problem.len.min(text.len() as u32) } else { 0 };
    let mut hidden = hidden(&text[skipped as usize..], None, options, asked, tokens);
    hidden.iter_mut().for_each(|span| *span = Span::new(span.start + skipped, span.end + skipped));
    let start = (problem.base.offset - from.offset) as u32;
    let span = Span::new(start, start + problem.len);
    let view = View::new(Arc::clone(path), LineIndex::new(text, from), hidden).known_by(span.end);
    let known = |offset: u64| {
        let offset = u32::try_from(offset.checked_sub(from.offset)?).ok()?;
        (offset as usize <= text.len()).then(|| view.index().position(offset))
    };
    let edit = |edit: &ScriptEdit| {
        let positions = known(edit.start).zip(known(edit.end));
        Edit { start: edit.start, end: edit.end, text: edit.text.clone(), positions, secret: false }
    };
    let fix = Fix { edits: problem.fix.iter().map(edit).collect(), applicability: Applicability::Safe };
    let mut builder =
        view.diagnostic(rules::rule_of(problem.rule.name()), span, message, servers).help(problem.help.clone());
    if let Some(other) = earlier_quote(problem.rule, text, start, tokens) {
        builder = builder.also(other, "or this one: its text goes on over the end of the line");
    }
    let mut diagnostic = builder.finish();
    diagnostic.fix = Some(fix).filter(|fix| !fix.edits.is_empty());
    diagnostic
}

/// The quote that may be the one to blame: where one is missing, the texts behind it are turned inside out.
fn earlier_quote(rule: ScriptRule, text: &[u8], before: u32, tokens: &[Token]) -> Option<Span> {
    let goes_on = |token: &&Token| {
        matches!(token.kind, TokenKind::Text | TokenKind::QuotedName) && token.span().of(text).contains(&b'\n')
    };
    let earlier = tokens.iter().take_while(|token| token.start < before).find(goes_on);
    earlier.filter(|_| rule == ScriptRule::UnclosedQuote).map(|token| Span::new(token.start, token.start + 1))
}
