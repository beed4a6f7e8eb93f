//! What rules found becomes diagnostics, if it is to be shown.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::asked::SettingsByFile;
use super::hidden::hidden;
use super::naming::holding_for;
use super::option_file;
use super::syntax::Read;
use crate::diagnostic::{Diagnostic, Related, Rule, Severity, View};
use crate::lexer::Token;
use crate::model::{Origin, Place};
use crate::parser::{self, Effort, ParseOptions};
use crate::rules::{At, Finding};
use crate::server::{ServerSet, Targets};

/// What rules found, with the statement that each was found at.
pub(super) type Found = Vec<(Option<Arc<Origin>>, Finding)>;

/// A channel is judged at START and at the end: what was told is not told again.
pub(super) type Told = BTreeSet<(u64, &'static str, Arc<Path>)>;

/// Shows what was `found` and is to be shown. `read`: a statement whose view need not be made again.
pub(super) fn show(
    found: Found,
    read: Option<&Read<'_>>,
    told: &mut Told,
    settings: &SettingsByFile<'_>,
    options: &mut ParseOptions,
    tokens: &mut Vec<Token>,
    report: &mut dyn FnMut(Diagnostic),
) {
    let mut shown: Vec<Shown> = Vec::new();
    for (here, finding) in found {
        let Some(place) = place(&finding.at, here.as_ref()) else { continue };
        let Some(severity) = settings.severity(&place.origin.path, &finding.entry.rule) else { continue };
        let offset = place.origin.base.offset + u64::from(place.span.start);
        let key = (offset, finding.entry.rule.name, Arc::clone(&place.origin.path));
        if is_shown(&finding, severity, &options.targets) && told.insert(key) {
            shown.push(Shown { finding, severity, place, here });
        }
    }
    // A statement is read once, however much is found in it.
    shown.sort_by(|one, two| one.place.origin.in_order(&two.place.origin));
    let mut shown = shown.into_iter().peekable();
    while let Some(first) = shown.next() {
        let origin = Arc::clone(&first.place.origin);
        options.sql_mode = origin.sql_mode;
        let made;
        let view = match read.filter(|read| read.is(&origin)) {
            Some(read) => read.view(options, tokens),
            None => {
                made = view(&origin, options, tokens);
                &made
            }
        };
        report(first.diagnostic(view, &options.targets));
        while let Some(next) = shown.next_if(|next| next.place.origin.is(&origin)) {
            report(next.diagnostic(view, &options.targets));
        }
    }
}

/// Where something stands; `None` for a place in the statement at hand where there is none.
fn place(at: &At, here: Option<&Arc<Origin>>) -> Option<Place> {
    match at {
        At::There(place) => Some(place.clone()),
        At::Here(span) => here.map(|origin| Place::new(origin, *span)),
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

/// The lines of a statement of the run, and what of it must not be shown.
fn view<'o>(origin: &'o Origin, options: &ParseOptions, tokens: &mut Vec<Token>) -> View<'o> {
    if origin.is_option_file {
        return option_file::view(origin);
    }
    let servers = options.targets.servers();
    let parsed = parser::parse_with(&origin.text, options, servers, Effort::Accepting, tokens);
    let hidden = hidden(&origin.text, parsed.statement.as_ref(), options, parsed.accepted, tokens);
    View::new(Arc::clone(&origin.path), origin.index(), hidden)
}

/// A finding that is to be shown.
struct Shown {
    finding: Finding,
    severity: Severity,
    place: Place,
    /// The statement that it was found at.
    here: Option<Arc<Origin>>,
}

impl Shown {
    fn diagnostic(self, view: &View<'_>, targets: &Targets) -> Diagnostic {
        let Self { finding, severity, place: primary, here } = self;
        let rule = Rule { severity, ..finding.entry.rule };
        let message = finding.message + &holding_for(finding.servers, finding.asked, targets);
        let mut builder = view
            .diagnostic(rule, primary.span, message, finding.servers)
            .label(finding.label)
            .help(finding.help)
            .fix(finding.edits, finding.applicability);
        for (at, message) in finding.also {
            let Some(other) = place(&at, here.as_ref()) else { continue };
            builder = if other.origin.is(&primary.origin) {
                builder.also(other.span, message)
            } else {
                let index = other.origin.index();
                let (start, end) = (index.position(other.span.start), index.position(other.span.end));
                let path = Arc::clone(&other.origin.path);
                builder.related(Related { path, start, end, message })
            };
        }
        builder.finish()
    }
}
