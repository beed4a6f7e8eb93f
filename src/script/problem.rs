//! What is wrong with a script itself.

use super::Base;
use crate::diagnostic::named_rules;
use crate::server::{Behaviour, ServerSet};

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
    /// Where the statement starts that it is in; the place itself if it is in none.
    pub statement: Base,
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

named_rules! {
    /// The rules about scripts.
    pub enum ScriptRule {
        /// A quote is never closed.
        UnclosedQuote = "unclosed-quote",
        /// A comment is never closed.
        UnclosedComment = "unclosed-comment",
        /// A client's prompt stands before a statement.
        PromptInScript = "prompt-in-script",
        /// `DELIMITER` without a delimiter behind it.
        DelimiterWithoutArgument = "delimiter-without-argument",
        /// A line starts with `--` and no blank behind it: no comment for the `mysql` client of 8.0 or later. Only where all targets are such servers.
        DashesWithoutBlank = "dashes-without-blank",
        /// A statement is longer than [`max_statement`](super::ScriptOptions::max_statement).
        StatementTooLong = "statement-too-long",
        /// The file is UTF-16.
        Utf16Encoding = "utf16-encoding",
        /// A statement changes a table of the schema `mysql` that accounts or privileges are in.
        GrantTableChanged = "grant-table-changed",
        /// A command that the client of a target does not take from a file.
        ClientCommandInBatch = "client-command-in-batch",
        /// The delimiter stands in an executable comment, and the clients cut there.
        DelimiterInVersionComment = "delimiter-in-version-comment",
    }
}

impl ScriptRule {
    /// The servers whose clients it is about.
    pub const fn servers(self) -> ServerSet {
        match self {
            Self::DashesWithoutBlank => Behaviour::DashLinesAreSent.servers(),
            Self::ClientCommandInBatch => Behaviour::CommandsOffInBatch.servers(),
            _ => ServerSet::ALL,
        }
    }
}
