//! A run over scripts: statements are parsed for the targets, and what is wrong with them is reported.

mod hidden;
mod hidden_tokens;
mod refusing;
mod syntax;

use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::lexer::{SqlMode, Token};
use crate::parser::{self, Effort, ParseOptions};
use crate::script::{Counts, Event, Kind, RawStatement, Script, ScriptOptions};
use crate::server::Targets;

/// What a run looks for.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The servers that statements must be good for; none named: any that is known.
    pub targets: Targets,
    /// The session's `sql_mode` at the start of each script.
    pub sql_mode: SqlMode,
}

/// Reads a script to its end and shows every finding to `report`, in the order of the script.
///
/// ```
/// use replint::lint::{Settings, lint};
///
/// let settings = Settings { targets: "mysql-8.4".parse().unwrap(), ..Settings::default() };
/// let script = "CREATE DATABASE app;\nSTOP SLAVE;\n";
/// let mut findings = Vec::new();
/// let counts = lint("setup.sql", script.as_bytes(), &settings, |finding| findings.push(finding)).unwrap();
/// assert_eq!(findings.len(), 1);
/// assert_eq!(findings[0].primary.start.line, 2);
/// assert_eq!((counts.ours, counts.other), (1, 1));
/// ```
///
/// # Errors
/// Those of the reader. What was found before has been shown.
pub fn lint(
    path: impl AsRef<Path>,
    reader: impl Read,
    settings: &Settings,
    mut report: impl FnMut(Diagnostic),
) -> io::Result<Counts> {
    let options = ScriptOptions {
        targets: settings.targets.clone(),
        sql_mode: settings.sql_mode,
        placeholders: true,
        ..ScriptOptions::default()
    };
    let mut file = File { path: Arc::from(path.as_ref()), settings, tokens: Vec::new() };
    let mut script = Script::new(reader, &options);
    while let Some(event) = script.next_event()? {
        match event {
            Event::Statement(raw) if raw.kind == Kind::Ours => file.statement(&raw, &mut report),
            Event::Statement(_) => {}
            Event::Problem(problem) => report(syntax::problem(&problem, &file.path, &settings.targets)),
        }
    }
    Ok(script.counts())
}

/// One script of a run.
struct File<'r> {
    path: Arc<Path>,
    settings: &'r Settings,
    tokens: Vec<Token>,
}

impl File<'_> {
    fn statement(&mut self, raw: &RawStatement<'_>, report: &mut impl FnMut(Diagnostic)) {
        let targets = &self.settings.targets;
        let options = ParseOptions { targets: targets.clone(), sql_mode: raw.sql_mode, placeholders: true };
        let effort = if targets.named().is_empty() { Effort::AnyServer } else { Effort::EveryServer };
        let parsed = parser::parse_with(raw.text, &options, targets.servers(), effort, &mut self.tokens);
        if !parsed.rejections.is_empty() {
            syntax::rejections(&parsed, raw, &options, &self.path, &mut self.tokens).into_iter().for_each(report);
        }
    }
}
