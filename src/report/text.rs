//! Findings with the lines they are about.

use std::fmt;
use std::io::{self, Write};

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode, ThemeCharacters, ThemeStyles};

use super::command::without_commands;
use super::snippet::Snippet;
use crate::diagnostic::{Diagnostic, Severity, slashed};
use crate::source::visible;

/// What the terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// ANSI colours.
    pub color: bool,
    /// Line drawing beyond ASCII.
    pub unicode: bool,
}

impl Style {
    /// For files and pipes.
    pub const PLAIN: Style = Style { color: false, unicode: true };

    fn theme(self) -> GraphicalTheme {
        let mut characters = if self.unicode { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() };
        if !self.unicode {
            // miette's own are words in brackets.
            (characters.error, characters.warning, characters.advice) = ("x".into(), "!".into(), ">".into());
        }
        let styles = if self.color { ThemeStyles::ansi() } else { ThemeStyles::none() };
        GraphicalTheme { characters, styles }
    }
}

pub(super) fn write(out: &mut impl Write, style: Style, diagnostics: &[Diagnostic]) -> io::Result<()> {
    let handler = GraphicalReportHandler::new_themed(style.theme())
        .without_syntax_highlighting()
        .with_wrap_lines(false)
        .with_links(false);
    let mut rendered = String::new();
    for diagnostic in diagnostics {
        rendered.clear();
        let shown = Shown { diagnostic, snippet: Snippet::new(diagnostic) };
        handler.render_report(&mut rendered, &shown).map_err(io::Error::other)?;
        // miette leaves a line blank behind the code.
        writeln!(out, "{}", without_commands(&rendered.replacen("\n\n", "\n", 1)))?;
    }
    Ok(())
}

/// A diagnostic as miette wants it.
struct Shown<'d> {
    diagnostic: &'d Diagnostic,
    snippet: Snippet,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(&self.diagnostic.message))
    }
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.diagnostic.fmt(f)
    }
}

impl std::error::Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(format!("{}[{}]", self.diagnostic.severity.name(), self.diagnostic.rule)))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Advice => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = self.diagnostic.help.iter().cloned();
        let related = self.diagnostic.related.iter().map(|related| {
            let (path, start) = (slashed(&related.path), related.start);
            format!("{} at {path}:{}:{}", related.message, start.line, start.column)
        });
        let lines: Vec<String> = help.chain(related).map(|line| visible(&line).into_owned()).collect();
        (!lines.is_empty()).then(|| Box::new(lines.join("\n")) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.snippet)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let primary = self.snippet.span(&self.diagnostic.primary, true);
        let others = self.diagnostic.labels.iter().map(|label| self.snippet.span(label, false));
        Some(Box::new(std::iter::once(primary).chain(others)))
    }
}
