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
use crate::parser::{self, Effort, ParseOptions, Parsed};
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

/// What [`parse`] finds in a script.
pub enum Item<'a, 's> {
    /// A statement about replication or accounts, accepted or not. Its text, its place in the file and its mode; what the servers make of it.
    Statement(&'a RawStatement<'s>, &'a Parsed<'s>),
    /// What is wrong, behind the statement that it is about.
    Finding(Box<Diagnostic>),
}

/// Reads a script to its end and shows every statement about replication or accounts, and every finding of the area `syntax`, to `show`.
///
/// ```
/// use replint::lint::{Item, Settings, parse};
///
/// let script = "USE app;\nDROP USER 'repl'@'%';\n";
/// let mut trees = Vec::new();
/// parse("setup.sql", script.as_bytes(), &Settings::default(), |item| {
///     if let Item::Statement(raw, parsed) = item {
///         trees.push((raw.base.line, parsed.statement.clone().map(replint::ast::Node::into_owned)));
///     }
/// })?;
/// assert!(matches!(trees[..], [(2, Some(replint::ast::Statement::Account(_)))]));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// Those of the reader. What was found before has been shown.
pub fn parse(
    path: impl AsRef<Path>,
    reader: impl Read,
    settings: &Settings,
    mut show: impl FnMut(Item<'_, '_>),
) -> io::Result<Counts> {
    read(path.as_ref(), reader, settings, Effort::EveryServer, &mut show)
}

/// Reads a script to its end and shows every finding to `report`, in the order of the script.
///
/// ```
/// use replint::lint::{Settings, lint};
///
/// let settings = Settings { targets: "mysql-8.4".parse().unwrap(), ..Settings::default() };
/// let script = "CREATE DATABASE app;\nSET PASSWORD = PASSWORD('x');\n";
/// let mut findings = Vec::new();
/// let counts = lint("setup.sql", script.as_bytes(), &settings, |finding| findings.push(finding))?;
/// assert_eq!(findings.len(), 1);
/// assert_eq!(findings[0].primary.start.line, 2);
/// assert_eq!((counts.ours, counts.other), (1, 1));
/// # Ok::<(), std::io::Error>(())
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
    let effort = if settings.targets.named().is_empty() { Effort::AnyServer } else { Effort::EveryServer };
    read(path.as_ref(), reader, settings, effort, &mut |item| {
        if let Item::Finding(diagnostic) = item {
            report(*diagnostic);
        }
    })
}

fn read(
    path: &Path,
    reader: impl Read,
    settings: &Settings,
    effort: Effort,
    show: &mut dyn FnMut(Item<'_, '_>),
) -> io::Result<Counts> {
    let options = ScriptOptions {
        targets: settings.targets.clone(),
        sql_mode: settings.sql_mode,
        placeholders: true,
        ..ScriptOptions::default()
    };
    let path: Arc<Path> = Arc::from(path);
    let mut script = Script::new(reader, &options);
    let mut options = ParseOptions { targets: options.targets, sql_mode: options.sql_mode, placeholders: true };
    let mut tokens: Vec<Token> = Vec::new();
    let mut unjudged = 0;
    while let Some(event) = script.next_event()? {
        match event {
            Event::Statement(raw) if raw.kind == Kind::Ours => {
                options.sql_mode = raw.sql_mode;
                let parsed = parser::parse_with(raw.text, &options, options.targets.servers(), effort, &mut tokens);
                unjudged += u64::from(!syntax::is_judged(&parsed, &options.targets));
                show(Item::Statement(&raw, &parsed));
                for diagnostic in syntax::rejections(&parsed, &raw, &options, &path, &mut tokens) {
                    show(Item::Finding(Box::new(diagnostic)));
                }
            }
            Event::Statement(_) => {}
            Event::Problem(problem) => {
                let view = script.view_of(&problem);
                show(Item::Finding(Box::new(syntax::problem(&problem, view, &options, &path, &mut tokens))));
            }
        }
    }
    let counts = script.counts();
    Ok(Counts { ours: counts.ours - unjudged, not_analysed: counts.not_analysed + unjudged, ..counts })
}
