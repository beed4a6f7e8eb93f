//! An excerpt as miette reads a source: its lines one behind the other, each with its own number.

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::diagnostic::{Diagnostic, Label, slashed};
use crate::source::{Position, visible};

/// The lines of a diagnostic's excerpt.
pub(super) struct Snippet {
    name: String,
    text: String,
    lines: Vec<Line>,
}

/// A line of [`Snippet::text`].
struct Line {
    start: usize,
    end: usize,
    /// From 1.
    number: u64,
    /// Of its first character, from 1.
    column: u64,
}

impl Snippet {
    pub(super) fn new(diagnostic: &Diagnostic) -> Self {
        let mut snippet =
            Self { name: visible(&slashed(&diagnostic.path)).into_owned(), text: String::new(), lines: Vec::new() };
        for line in &diagnostic.excerpt.lines {
            let start = snippet.text.len();
            snippet.text.push_str(&line.text);
            // The last line has its end too: a place behind the last character is shown there.
            snippet.text.push('\n');
            snippet.lines.push(Line { start, end: snippet.text.len(), number: line.number, column: line.column });
        }
        snippet
    }

    /// A label as a span of the snippet. What reaches beyond the lines shown ends with its first line.
    pub(super) fn span(&self, label: &Label, is_primary: bool) -> LabeledSpan {
        let start = self.offset(label.start).unwrap_or(0);
        let end = self.offset(label.end).unwrap_or_else(|| self.line_end(start)).max(start);
        let message = label.message.as_deref().map(|message| visible(message).into_owned());
        if is_primary {
            LabeledSpan::new_primary_with_span(message, start..end)
        } else {
            LabeledSpan::new_with_span(message, start..end)
        }
    }

    fn offset(&self, position: Position) -> Option<usize> {
        let line = self.lines.iter().find(|line| line.number == position.line)?;
        let characters = position.column.saturating_sub(line.column) as usize;
        let text = &self.text[line.start..line.end - 1];
        Some(line.start + text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at))
    }

    fn line_end(&self, offset: usize) -> usize {
        self.lines.iter().find(|line| line.end > offset).map_or(offset, |line| line.end - 1)
    }

    fn line(&self, offset: usize) -> Option<usize> {
        self.lines.iter().position(|line| (line.start..line.end).contains(&offset))
    }

    /// Whether no line is left out between two.
    fn neighbours(&self, first: usize, last: usize) -> bool {
        self.lines[last].number - self.lines[first].number == (last - first) as u64
    }
}

impl SourceCode for Snippet {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, end) = (span.offset(), span.offset() + span.len());
        let (Some(first), Some(last)) = (self.line(start), self.line(end)) else {
            return Err(MietteError::OutOfBounds);
        };
        if !self.neighbours(first, last) {
            return Err(MietteError::OutOfBounds);
        }
        let top = (first.saturating_sub(before)..first).find(|top| self.neighbours(*top, first)).unwrap_or(first);
        let under = (last + after).min(self.lines.len() - 1);
        let bottom = (last..=under).rev().find(|bottom| self.neighbours(last, *bottom)).unwrap_or(last);
        // Asked without context, miette wants the place itself.
        let (from, to) =
            if before == 0 && after == 0 { (start, end) } else { (self.lines[top].start, self.lines[bottom].end) };
        let line = &self.lines[top];
        let column = if from == line.start && before > 0 {
            0
        } else {
            line.column as usize - 1 + self.text[line.start..from].chars().count()
        };
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            &self.text.as_bytes()[from..to],
            SourceSpan::from(from..to),
            line.number as usize - 1,
            column,
            bottom - top + 1,
        )))
    }
}
