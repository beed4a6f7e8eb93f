//! The statements of a script as they are read: what `replint parse` writes.

use std::io::{self, Write};

use crate::ast::{ParseDocument, PrintOptions, ServerRange, StatementEntry, print};
use crate::parser::Parsed;
use crate::script::RawStatement;
use crate::server::ServerSet;

/// How statements are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TreeFormat {
    /// A [`ParseDocument`], one statement a line.
    Json,
    /// Canonical SQL for these servers, one statement a line, secrets masked. What they refuse is left out.
    Sql(ServerSet),
}

/// Writes statements one by one, so that a script of any size can be read.
pub struct TreeWriter<W> {
    out: W,
    format: TreeFormat,
    statements: u64,
}

impl<W: Write> TreeWriter<W> {
    /// Starts a document.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn new(mut out: W, format: TreeFormat) -> io::Result<Self> {
        if format == TreeFormat::Json {
            write!(out, "{{\"version\":{},\"statements\":[", ParseDocument::VERSION)?;
        }
        Ok(Self { out, format, statements: 0 })
    }

    /// Adds a statement.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn statement(&mut self, raw: &RawStatement<'_>, parsed: &Parsed<'_>) -> io::Result<()> {
        match (self.format, &parsed.statement) {
            (TreeFormat::Json, _) => self.entry(raw, parsed),
            (TreeFormat::Sql(_), None) => Ok(()),
            (TreeFormat::Sql(servers), Some(statement)) => {
                let options =
                    PrintOptions { sql_mode: raw.sql_mode, ..PrintOptions::masked(servers & parsed.accepted) };
                self.out.write_all(&print(statement, &options))?;
                self.out.write_all(b";\n")
            }
        }
    }

    fn entry(&mut self, raw: &RawStatement<'_>, parsed: &Parsed<'_>) -> io::Result<()> {
        let entry = StatementEntry {
            offset: raw.base.offset,
            line: raw.base.line,
            column: raw.base.column,
            accepted: ServerRange::all_of(parsed.accepted),
            statement: parsed.statement.clone(),
        };
        self.out.write_all(if self.statements == 0 { b"\n" } else { b",\n" })?;
        self.statements += 1;
        serde_json::to_writer(&mut self.out, &entry)?;
        Ok(())
    }

    /// Ends the document.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn finish(mut self) -> io::Result<()> {
        if self.format == TreeFormat::Json {
            self.out.write_all(b"\n]}\n")?;
        }
        self.out.flush()
    }
}
