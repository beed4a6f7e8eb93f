//! A stream to statements, cut as the `mysql` and `mariadb` clients cut a file.
//!
//! The file is never held in memory: one buffer is used again and grows only with the largest statement of ours. Statements
//! that are not ours are counted and dropped as they are read.

mod batch;
mod blocks;
mod body;
mod client;
mod command;
mod directive;
mod encoding;
mod head;
mod input;
mod liquibase;
mod place;
mod problem;
mod prompt;
mod rules;
mod section;
mod splitter;
mod sql_mode;
mod start;
mod statement;
mod template;
mod unclosed;
mod version_comment;
mod words;

use std::collections::VecDeque;
use std::fmt;
use std::io::{self, Read};

use crate::lexer::SqlMode;
use crate::server::Targets;
pub use crate::source::Base;
pub use directive::DirectiveComment;
pub(crate) use directive::text as directive_text;
use input::Input;
pub use problem::{Problem, ScriptEdit, ScriptRule};
use rules::Rules;
use splitter::Splitter;
use sql_mode::Modes;
use start::{Next, Prompt};

/// How a script is to be read.
#[derive(Clone, Debug)]
pub struct ScriptOptions {
    /// The servers whose statements count as ours; none named: all that are known.
    pub targets: Targets,
    /// The session's `sql_mode` before the first statement.
    pub sql_mode: SqlMode,
    /// Whether control blocks of templates may stand between statements.
    pub placeholders: bool,
    /// The longest statement of ours, in bytes; 64 MiB by default.
    pub max_statement: usize,
}

impl Default for ScriptOptions {
    fn default() -> Self {
        Self { targets: Targets::any(), sql_mode: SqlMode::default(), placeholders: false, max_statement: 64 << 20 }
    }
}

/// The statements of a stream.
///
/// ```
/// use replint::script::{Event, Script, ScriptOptions};
///
/// let file = "DELIMITER //\nSELECT ';'//\nCREATE USER u@h//\n";
/// let mut script = Script::new(file.as_bytes(), &ScriptOptions::default());
/// let Some(Event::Statement(statement)) = script.next_event()? else { panic!("no statement") };
/// assert_eq!((statement.text, statement.base.line), (&b"CREATE USER u@h"[..], 3));
/// assert!(script.next_event()?.is_none());
/// assert_eq!(script.counts().other, 1);
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Script<R> {
    input: Input<R>,
    /// How far the file is cut.
    at: u64,
    splitter: Splitter,
    rules: Rules,
    modes: Modes,
    targets: Targets,
    placeholders: bool,
    max_statement: u64,
    counts: Counts,
    /// What was found and not yet told.
    found: VecDeque<Found>,
    /// A statement without the prompts in it.
    blanked: Vec<u8>,
    /// Only blanks stand before `at` in its line.
    line_start: bool,
    /// The prompt before what comes next.
    prompt: Option<Prompt>,
    /// A prompt was seen: what a client printed may follow.
    session: bool,
    /// A client printed rows, a value a line.
    vertical: bool,
    /// `--x` is no comment.
    dash_lines_are_sent: bool,
    /// A client of the targets takes no commands from a file.
    commands_are_off: bool,
    /// The default database is `mysql`.
    in_mysql: bool,
    /// The statements of this changeset are for other databases.
    for_others: bool,
    /// The statements undo a migration.
    down: bool,
    /// The client was told to quit: what follows is dead.
    quit: bool,
    ended: bool,
}

/// What is to be told.
enum Found {
    Statement { start: u64, end: u64, base: Base, sql_mode: SqlMode, kind: Kind, preceding: u64, down: bool },
    Directive(DirectiveComment),
    Problem(Problem),
}

impl<R: Read> Script<R> {
    /// The buffer's first size, in bytes.
    const CAPACITY: usize = 128 << 10;

    /// A script that reads from `reader`, in chunks; no buffer is needed around it.
    pub fn new(reader: R, options: &ScriptOptions) -> Self {
        Self::with_capacity(Self::CAPACITY, reader, options)
    }

    /// With a buffer of `capacity` bytes, which grows where a statement of ours needs more.
    pub fn with_capacity(capacity: usize, reader: R, options: &ScriptOptions) -> Self {
        let (servers, is_named) = (options.targets.servers(), !options.targets.named().is_empty());
        Self {
            input: Input::new(reader, capacity),
            at: 0,
            splitter: Splitter::new(),
            rules: Rules::new(servers, options.sql_mode),
            modes: Modes::new(options.sql_mode),
            targets: options.targets.clone(),
            placeholders: options.placeholders,
            max_statement: options.max_statement as u64,
            counts: Counts::default(),
            found: VecDeque::new(),
            blanked: Vec::new(),
            line_start: true,
            prompt: None,
            session: false,
            vertical: false,
            dash_lines_are_sent: is_named && servers.is_subset(ScriptRule::DashesWithoutBlank.servers()),
            commands_are_off: is_named && servers.intersects(ScriptRule::ClientCommandInBatch.servers()),
            in_mysql: false,
            for_others: false,
            down: false,
            quit: false,
            ended: false,
        }
    }

    /// The next statement of ours or the next problem; `None` at the end of the stream.
    ///
    /// # Errors
    /// Those of the reader.
    pub fn next_event(&mut self) -> io::Result<Option<Event<'_>>> {
        while self.found.is_empty() && !self.ended {
            self.step()?;
        }
        Ok(match self.found.pop_front() {
            None => None,
            Some(Found::Problem(problem)) => Some(Event::Problem(problem)),
            Some(Found::Directive(comment)) => Some(Event::Directive(comment)),
            Some(Found::Statement { start, end, base, sql_mode, kind, preceding, down }) => {
                let text = self.text(start, end);
                Some(Event::Statement(RawStatement { text, base, sql_mode, kind, preceding, down }))
            }
        })
    }

    /// For the view of a problem that was just told: what is still held from its statement, or from its place, to the end of the place's line;
    /// and where that starts.
    pub(crate) fn view_of(&self, problem: &Problem) -> (Base, &[u8]) {
        const LONGEST: u64 = 64 << 10;
        let (place, statement) = (problem.base, problem.statement);
        let window = self.input.window();
        let is_near = statement.offset >= window.origin && place.offset.saturating_sub(statement.offset) < LONGEST;
        let from = if is_near { statement } else { place };
        if from.offset < window.origin {
            return (from, b"");
        }
        let text = self.input.slice(from.offset, place.offset + LONGEST);
        let behind = place.offset.saturating_sub(from.offset) as usize;
        let line = text.get(behind..).and_then(|rest| memchr::memchr(b'\n', rest)).map(|end| behind + end);
        (from, text.get(..line.unwrap_or(text.len())).unwrap_or_default())
    }

    /// What was read up to now.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    fn step(&mut self) -> io::Result<()> {
        if self.at == 0 && !self.is_readable()? {
            self.ended = true;
            return Ok(());
        }
        match self.next()? {
            Next::Again => {}
            Next::End => self.ended = true,
            Next::Statement if self.quit => {
                self.counts.not_analysed += 1;
                self.ended = true;
            }
            Next::Statement => self.statement()?,
        }
        Ok(())
    }

    /// At the start of the file: leaves out the byte order mark, and refuses UTF-16.
    fn is_readable(&mut self) -> io::Result<bool> {
        self.input.want(0, encoding::LOOK)?;
        let start = self.input.rest(0);
        if let Some(problem) = encoding::utf16(start) {
            self.found.push_back(Found::Problem(problem));
            return Ok(false);
        }
        if start.starts_with(encoding::UTF8_MARK) {
            self.at = encoding::UTF8_MARK.len() as u64;
            self.input.skip_mark(self.at);
        }
        Ok(true)
    }

    /// A statement's text, with blanks where prompts stand in it.
    fn text(&mut self, start: u64, end: u64) -> &[u8] {
        let text = self.input.slice(start, end);
        if self.splitter.prompts.is_empty() {
            return text;
        }
        self.blanked.clear();
        self.blanked.extend_from_slice(text);
        for (at, len) in &self.splitter.prompts {
            let from = at.saturating_sub(start) as usize;
            let len = (*len as usize).min(self.blanked.len().saturating_sub(from));
            if let Some(prompt) = self.blanked.get_mut(from..from + len) {
                prompt.fill(b' ');
            }
        }
        &self.blanked
    }
}

impl<R> fmt::Debug for Script<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Script").field("at", &self.at).field("counts", &self.counts).finish_non_exhaustive()
    }
}

/// What a script holds.
#[derive(Debug, PartialEq, Eq)]
pub enum Event<'b> {
    /// A statement of ours.
    Statement(RawStatement<'b>),
    /// A comment outside of statements that speaks to replint.
    Directive(DirectiveComment),
    /// Something that no client would run as it was meant.
    Problem(Problem),
}

/// The text of one statement.
///
/// `Debug` leaves the text out: it may hold secrets.
#[derive(PartialEq, Eq)]
pub struct RawStatement<'b> {
    /// Without its delimiter, blanks around it and plain comments before it.
    pub text: &'b [u8],
    /// Where `text` starts.
    pub base: Base,
    /// The session's `sql_mode` when the statement runs.
    pub sql_mode: SqlMode,
    /// Whether it can be parsed.
    pub kind: Kind,
    /// How many statements of any kind stand before it.
    pub preceding: u64,
    /// Whether it stands in a `Down` section of a migration tool: it runs when the migration is taken back.
    pub down: bool,
}

impl fmt::Debug for RawStatement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, base, sql_mode, kind, preceding: _, down: _ } = self;
        let mut shown = f.debug_struct("RawStatement");
        shown.field("len", &text.len()).field("base", base).field("sql_mode", sql_mode).field("kind", kind).finish()
    }
}

/// What kind of statement it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A statement about replication or accounts, or one that starts like it.
    Ours,
    /// A statement that holds such statements: the body of a routine or event, `PREPARE … FROM '…'`, `SET @text = '…'`, `SET STATEMENT … FOR`.
    NotAnalysed,
}

/// How many statements of each kind were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Counts {
    /// Statements about replication or accounts.
    pub ours: u64,
    /// All others.
    pub other: u64,
    /// Those of [`Kind::NotAnalysed`], and what stands behind a quote or comment that never ends.
    pub not_analysed: u64,
    /// Statements of another database, in no other count. A script knows those that Liquibase's `dbms:` says to be; [`crate::lint()`] finds the
    /// others.
    pub another_dialect: u64,
}

impl Counts {
    /// All of them.
    pub fn all(self) -> u64 {
        self.ours + self.other + self.not_analysed + self.another_dialect
    }
}
