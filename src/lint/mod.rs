//! A run over scripts: statements are parsed for the targets, and what is wrong with them is reported.

mod asked;
mod baseline;
mod dialect;
mod directive;
mod hidden;
mod hidden_tokens;
mod judge;
mod masked;
mod naming;
mod option_file;
mod order;
mod plan;
mod reading;
mod selection;
mod session;
mod shown;
mod syntax;
mod together;
mod upgrade;

pub use baseline::{Baseline, BaselineEntry, BaselineError};
pub use masked::masked;
pub use option_file::{is_option_file, masked_option_file, option_file};
pub use plan::{Checked, File, Plan, Rank, Replayed, Sequence};
pub use selection::{Selection, Selector, UnknownSelector};
pub use session::Session;

use std::cell::Cell;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lexer::{SqlMode, Token};
#[cfg(feature = "certificates")]
use crate::model::{KnownSource, PemFiles};
use crate::parser::{self, Effort, ParseOptions, Parsed};
use crate::rules::{self, Entry};
use crate::script::{Counts, Event, Kind, RawStatement, Script, ScriptOptions};
use crate::server::{ServerSet, Targets};

/// What a run looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The servers that statements must be good for; none named: any that is known.
    pub targets: Targets,
    /// The session's `sql_mode` at the start of each script.
    pub sql_mode: SqlMode,
    /// Whether placeholders of templates, such as `${NAME}`, may stand for values and names.
    pub placeholders: bool,
    /// The longest statement about replication or accounts, in bytes; a longer one is told and not looked at.
    pub max_statement: usize,
    /// Servers that the statements shall be good for later: what works on the targets and not there is advice.
    pub upgrade_to: Targets,
    /// Which rules are asked, and how bad what they find is.
    pub selection: Selection,
    /// Rules of the caller's own, asked beside those of [`rules::all`] by the same selection.
    pub rules: Vec<&'static Entry>,
    /// The files that TLS options name; none: they are not looked at.
    #[cfg(feature = "certificates")]
    pub files: Option<Arc<PemFiles>>,
    /// What is known of sources.
    #[cfg(feature = "certificates")]
    pub sources: Vec<KnownSource>,
}

impl Default for Settings {
    /// Any server, the rules that are on by default, placeholders, statements of 64 MiB.
    fn default() -> Self {
        Self {
            targets: Targets::any(),
            sql_mode: SqlMode::default(),
            placeholders: true,
            max_statement: ScriptOptions::default().max_statement,
            upgrade_to: Targets::any(),
            selection: Selection::default(),
            rules: Vec::new(),
            #[cfg(feature = "certificates")]
            files: None,
            #[cfg(feature = "certificates")]
            sources: Vec::new(),
        }
    }
}

impl Settings {
    /// How bad a finding of the rule is; `None` if the rule is not asked.
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        let names_servers = !self.targets.named().is_empty() || !self.upgrade_to.named().is_empty();
        self.selection.severity(rule, names_servers)
    }

    /// The rule of a name, the caller's own too.
    fn rule(&self, name: &str) -> Option<&'static Entry> {
        rules::by_name(name).or_else(|| self.rules.iter().copied().find(|entry| entry.rule.name == name))
    }

    /// Whether files of both can be replayed one after the other.
    fn replays_like(&self, other: &Self) -> bool {
        let of = |it: &Self| (it.targets.clone(), it.sql_mode, it.placeholders, it.upgrade_to.clone());
        std::ptr::eq(self, other) || of(self) == of(other)
    }
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
    let options = script_options(settings);
    let path: Arc<Path> = Arc::from(path.as_ref());
    let mut script = Script::new(reader, &options);
    let (targets, sql_mode, placeholders) = (options.targets, options.sql_mode, settings.placeholders);
    let mut options = ParseOptions { targets, sql_mode, placeholders };
    let (mut own_tokens, mut tokens): (Vec<Token>, Vec<Token>) = Default::default();
    while let Some(event) = script.next_event()? {
        match event {
            Event::Statement(raw) if raw.kind == Kind::Ours => {
                options.sql_mode = raw.sql_mode;
                let servers = options.targets.servers();
                let mut lexing = ServerSet::EMPTY;
                let tokens_here = (&mut own_tokens, &mut lexing);
                let parsed = parser::parse_and_lex(raw.text, &options, servers, Effort::EveryServer, tokens_here);
                show(Item::Statement(&raw, &parsed));
                for diagnostic in
                    syntax::Read::new(&raw, &parsed, &path, (&own_tokens, lexing)).rejections(&options, &mut tokens)
                {
                    show(Item::Finding(Box::new(diagnostic)));
                }
            }
            Event::Statement(_) | Event::Directive(_) => {}
            Event::Problem(problem) => {
                let view = script.view_of(&problem);
                show(Item::Finding(Box::new(syntax::problem(&problem, view, &options, &path, &mut tokens))));
            }
        }
    }
    Ok(script.counts())
}

/// Reads a script to its end, and shows every finding to `report`, in the order of the script.
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
/// Those of the reader. Nothing is shown then: what a script adds up to is known at its end.
pub fn lint(
    path: impl AsRef<Path>,
    reader: impl Read,
    settings: &Settings,
    mut report: impl FnMut(Diagnostic),
) -> io::Result<Counts> {
    let file = File { path: path.as_ref().to_owned(), settings, rank: None };
    let (plan, reader) = (Plan::new([file]), Cell::new(Some(reader)));
    let open = |_: &Path| reader.take().ok_or_else(|| io::Error::other("it was read before"));
    let replayed = plan.sequences().map(|sequence| sequence.replay(open)).collect();
    let (checked, _) = plan.finish(replayed);
    let mut counts = Counts::default();
    for file in checked {
        let (found, of_file) = file.result?;
        found.into_iter().for_each(&mut report);
        counts = of_file;
    }
    Ok(counts)
}

fn script_options(settings: &Settings) -> ScriptOptions {
    ScriptOptions {
        targets: settings.targets.clone(),
        sql_mode: settings.sql_mode,
        placeholders: settings.placeholders,
        max_statement: settings.max_statement,
    }
}
