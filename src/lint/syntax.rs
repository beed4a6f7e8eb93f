//! The rules of the area `syntax`: what the client and the server's parser refuse.

use std::cmp::Reverse;
use std::path::Path;
use std::sync::Arc;

use super::hidden::hidden;
use super::refusing::refused_by;
use crate::diagnostic::{Applicability, Area, Diagnostic, Edit, Excerpt, Fix, Label, Rule, Severity, View};
use crate::lexer::Token;
use crate::parser::{ParseOptions, Parsed, Rejection, SyntaxRule};
use crate::script::{Problem, RawStatement, ScriptEdit};
use crate::server::{ServerSet, Targets};
use crate::source::{LineIndex, Position};

/// What the servers of the targets say that refuse a statement: one finding for each cause.
pub(super) fn rejections(
    parsed: &Parsed<'_>,
    raw: &RawStatement<'_>,
    options: &ParseOptions,
    path: &Arc<Path>,
    tokens: &mut Vec<Token>,
) -> Vec<Diagnostic> {
    let readers = if parsed.statement.is_some() { parsed.accepted } else { options.targets.servers() };
    let hidden = hidden(raw.text, parsed.statement.as_ref(), options, readers, tokens);
    let view = View::new(Arc::clone(path), LineIndex::new(raw.text, raw.base), hidden);
    let causes = causes(&parsed.rejections, &options.targets);
    causes.iter().map(|cause| rejection(&view, cause, &options.targets)).collect()
}

/// Without targets nobody accepts the statement: the server that came farthest says why. With targets each has its say, in the order of the
/// places; servers that stop at the same place by the same rule say the same, in the words of the newest.
fn causes(rejections: &[Rejection], targets: &Targets) -> Vec<Rejection> {
    if targets.named().is_empty() {
        let farthest = rejections.iter().max_by_key(|rejection| (rejection.error.span.start, newest(rejection)));
        let all = rejections.iter().fold(ServerSet::EMPTY, |all, rejection| all | rejection.servers);
        return farthest.map(|cause| Rejection { servers: all, ..cause.clone() }).into_iter().collect();
    }
    let mut causes: Vec<Rejection> = rejections.to_vec();
    causes.sort_by_key(|cause| (cause.error.span, cause.error.rule.name(), Reverse(newest(cause))));
    causes.dedup_by(|next, kept| {
        let same = next.error.span == kept.error.span && next.error.rule == kept.error.rule;
        if same {
            kept.servers |= next.servers;
        }
        same
    });
    causes
}

fn newest(rejection: &Rejection) -> Option<usize> {
    rejection.servers.releases().map(|(bit, _)| bit).max()
}

fn rejection(view: &View<'_>, cause: &Rejection, targets: &Targets) -> Diagnostic {
    let error = &cause.error;
    let names_versions = matches!(
        error.rule,
        SyntaxRule::NeedsNewerServer | SyntaxRule::RemovedSyntax | SyntaxRule::RemovedOption | SyntaxRule::OtherFlavour
    );
    let message = format!("{}{}", error.message, refused_by(cause.servers, targets, names_versions));
    view.diagnostic(Rule::syntax(error.rule.name()), error.span, message, cause.servers)
        .label(error.label.clone())
        .help(error.help.clone())
        .fix(error.edits.clone(), Applicability::Unsafe)
        .finish()
}

/// What no client would run as it was meant.
pub(super) fn problem(problem: &Problem, path: &Arc<Path>, targets: &Targets) -> Diagnostic {
    let start = Position { line: problem.base.line, column: problem.base.column };
    let end = Position { column: start.column + u64::from(problem.len), ..start };
    let edit = |edit: &ScriptEdit| Edit { start: edit.start, end: edit.end, text: edit.text.clone(), secret: false };
    Diagnostic {
        rule: problem.rule.name(),
        area: Area::Syntax,
        severity: Severity::Error,
        message: problem.message.clone(),
        path: Arc::clone(path),
        base: problem.base,
        primary: Label { offset: problem.base.offset, len: problem.len, start, end, message: None },
        labels: Vec::new(),
        help: problem.help.clone(),
        fix: (!problem.fix.is_empty())
            .then(|| Fix { edits: problem.fix.iter().map(edit).collect(), applicability: Applicability::Safe }),
        servers: targets.servers(),
        excerpt: Excerpt::default(),
    }
}
