//! The statements of a script as JSON: what `replint parse` writes, and its version.

use std::io::{self, Write};

use serde::Serialize;

use crate::ast::Statement;
use crate::diagnostic::Diagnostic;
use crate::parser::Parsed;
use crate::script::RawStatement;

/// The version of the document; it changes when a reader of the last one would be misled.
const VERSION: u32 = 1;

/// `{"version": 1, "statements": […], "findings": […]}`, written as the script is read.
pub struct TreeWriter<W> {
    out: W,
    statements: usize,
    findings: Vec<Diagnostic>,
}

/// One statement of the document.
#[derive(Serialize)]
struct TreeStatement<'a, 's> {
    /// Bytes of the file before it; the spans of the tree count from there.
    offset: u64,
    /// In bytes.
    len: usize,
    /// From 1.
    line: u64,
    /// From 1, in characters.
    column: u64,
    /// The servers that accept it, of the targets if there are any.
    accepted: String,
    /// The tree; null if nobody accepts it.
    statement: Option<&'a Statement<'s>>,
}

impl<W: Write> TreeWriter<W> {
    /// Starts a document.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn new(mut out: W) -> io::Result<Self> {
        write!(out, "{{\"version\":{VERSION},\"statements\":[")?;
        Ok(Self { out, statements: 0, findings: Vec::new() })
    }

    /// Adds a statement.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn statement(&mut self, raw: &RawStatement<'_>, parsed: &Parsed<'_>) -> io::Result<()> {
        let statement = TreeStatement {
            offset: raw.base.offset,
            len: raw.text.len(),
            line: raw.base.line,
            column: raw.base.column,
            accepted: parsed.accepted.to_string(),
            statement: parsed.statement.as_ref(),
        };
        self.out.write_all(if self.statements == 0 { b"\n" } else { b",\n" })?;
        self.statements += 1;
        serde_json::to_writer(&mut self.out, &statement)?;
        Ok(())
    }

    /// Adds a finding.
    pub fn finding(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Ends the document and says whether it holds findings.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn finish(mut self) -> io::Result<bool> {
        self.out.write_all(b"\n],\"findings\":")?;
        serde_json::to_writer(&mut self.out, &self.findings)?;
        self.out.write_all(b"}\n")?;
        self.out.flush()?;
        Ok(!self.findings.is_empty())
    }
}
