use std::cell::OnceCell;
use std::path::Path;
use std::sync::Arc;

use super::{Applicability, Diagnostic, Edit, Excerpt, Fingerprint, Fix, Label, Related, Rule};
use crate::server::ServerSet;
use crate::source::{Base, LineIndex, Span};

/// A statement that something is reported of: its lines, and what of it must not be shown. Made once, however many findings it has.
pub struct View<'t> {
    path: Arc<Path>,
    index: LineIndex<'t>,
    hidden: Vec<Span>,
    /// How much of the text its findings are known by.
    known_by: usize,
    /// Each of its lines is a statement of its own.
    by_line: bool,
    statement: OnceCell<Fingerprint>,
}

impl<'t> View<'t> {
    /// The `hidden` spans are sorted and do not overlap.
    pub fn new(path: Arc<Path>, index: LineIndex<'t>, hidden: Vec<Span>) -> Self {
        Self { path, known_by: index.text().len(), index, hidden, by_line: false, statement: OnceCell::new() }
    }

    /// The findings are known by the text up to here: what is held of it behind may be more or less.
    #[must_use]
    pub fn known_by(self, end: u32) -> Self {
        Self { known_by: self.known_by.min(end as usize), ..self }
    }

    /// A finding is known by the line that it is in, and begins there: the text is no statement but an option file.
    #[must_use]
    pub fn by_line(self) -> Self {
        Self { by_line: true, ..self }
    }

    /// The statement's lines.
    pub fn index(&self) -> &LineIndex<'t> {
        &self.index
    }

    /// What a reader must not see.
    pub fn hidden(&self) -> &[Span] {
        &self.hidden
    }

    /// Starts a diagnostic: a finding of `rule` at `span`, for `servers`.
    pub fn diagnostic(
        &self,
        rule: Rule,
        span: Span,
        message: impl Into<String>,
        servers: ServerSet,
    ) -> Builder<'_, 't> {
        let (base, statement) = if self.by_line { self.line(span) } else { (self.index.base(), self.statement()) };
        let diagnostic = Diagnostic {
            rule: rule.name,
            area: rule.area,
            severity: rule.severity,
            message: message.into(),
            path: Arc::clone(&self.path),
            base,
            primary: self.label(span, None),
            labels: Vec::new(),
            related: Vec::new(),
            help: None,
            fix: None,
            fingerprint: Fingerprint::of_finding(rule.name, &self.path, statement),
            servers,
            excerpt: Excerpt::default(),
        };
        let mut spans = Vec::with_capacity(4);
        spans.push(span);
        Builder { view: self, spans, diagnostic }
    }

    fn statement(&self) -> Fingerprint {
        *self.statement.get_or_init(|| Fingerprint::of_statement(&self.index.text()[..self.known_by], &self.hidden))
    }

    /// Where the line of a span starts, and its name.
    fn line(&self, span: Span) -> (Base, Fingerprint) {
        let line = self.index.line(span.start);
        let whole = self.index.line_span(line);
        let moved = |hidden: &Span| {
            Span::new(hidden.start.max(whole.start) - whole.start, hidden.end.min(whole.end) - whole.start)
        };
        let touching = self.hidden.iter().filter(|hidden| hidden.start < whole.end && hidden.end > whole.start);
        let hidden: Vec<Span> = touching.map(moved).collect();
        let start = self.index.position(whole.start);
        let offset = self.index.base().offset + u64::from(whole.start);
        let base = Base { offset, line: start.line, column: start.column };
        (base, Fingerprint::of_statement(whole.of(self.index.text()), &hidden))
    }

    fn label(&self, span: Span, message: Option<String>) -> Label {
        let index = &self.index;
        Label {
            offset: index.base().offset + u64::from(span.start),
            len: span.len(),
            start: index.position(span.start),
            end: index.position(span.end.max(span.start)),
            message,
        }
    }

    fn edit(&self, (span, text): (Span, String)) -> Edit {
        let near = self.hidden.partition_point(|hidden| hidden.end < span.start);
        let secret = self.hidden.get(near).is_some_and(|hidden| hidden.start <= span.end);
        let base = self.index.base().offset;
        let positions = Some((self.index.position(span.start), self.index.position(span.end)));
        Edit { start: base + u64::from(span.start), end: base + u64::from(span.end), text, positions, secret }
    }
}

/// A diagnostic in the making.
pub struct Builder<'v, 't> {
    view: &'v View<'t>,
    spans: Vec<Span>,
    diagnostic: Diagnostic,
}

impl Builder<'_, '_> {
    /// What to say at the primary place.
    #[must_use]
    pub fn label(mut self, message: Option<String>) -> Self {
        self.diagnostic.primary.message = message;
        self
    }

    /// Another place that has to do with it.
    #[must_use]
    pub fn also(mut self, span: Span, message: impl Into<String>) -> Self {
        self.diagnostic.labels.push(self.view.label(span, Some(message.into())));
        self.spans.push(span);
        self
    }

    /// A place in another statement that has to do with it.
    #[must_use]
    pub fn related(mut self, related: Related) -> Self {
        self.diagnostic.related.push(related);
        self
    }

    /// What to write instead.
    #[must_use]
    pub fn help(mut self, help: Option<String>) -> Self {
        self.diagnostic.help = help;
        self
    }

    /// Edits of the statement that cure it; none: there is no fix.
    #[must_use]
    pub fn fix(mut self, edits: Vec<(Span, String)>, applicability: Applicability) -> Self {
        if !edits.is_empty() {
            let edits = edits.into_iter().map(|edit| self.view.edit(edit)).collect();
            self.diagnostic.fix = Some(Fix { edits, applicability });
        }
        self
    }

    /// Takes the lines to show out of the statement.
    pub fn finish(mut self) -> Diagnostic {
        self.diagnostic.excerpt = Excerpt::new(&self.view.index, &self.view.hidden, &self.spans);
        self.diagnostic
    }
}
