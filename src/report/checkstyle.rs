//! The XML of Checkstyle.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::Path;

use super::{Report, Summary};
use crate::diagnostic::{Diagnostic, Severity, slashed};
use crate::source::visible;

pub(super) struct Checkstyle<W> {
    out: W,
}

impl<W: Write> Checkstyle<W> {
    pub(super) fn new(mut out: W) -> io::Result<Self> {
        out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n")?;
        Ok(Self { out })
    }
}

impl<W: Write> Report for Checkstyle<W> {
    fn file(&mut self, path: &Path, diagnostics: &[Diagnostic]) -> io::Result<()> {
        if diagnostics.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "  <file name=\"{}\">", attribute(&slashed(path)))?;
        for diagnostic in diagnostics {
            let severity = match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Advice => "info",
            };
            writeln!(
                self.out,
                "    <error line=\"{}\" column=\"{}\" severity=\"{severity}\" message=\"{}\" source=\"replint.{}\"/>",
                diagnostic.primary.start.line,
                diagnostic.primary.start.column,
                attribute(&diagnostic.with_help()),
                diagnostic.rule
            )?;
        }
        self.out.write_all(b"  </file>\n")
    }

    fn finish(&mut self, _: &Summary, _: &[String]) -> io::Result<()> {
        self.out.write_all(b"</checkstyle>\n")?;
        self.out.flush()
    }
}

/// A text as an attribute's value.
fn attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\r' | '\t' => drop(write!(out, "&#{};", u32::from(character))),
            _ => out.push_str(&visible(character.encode_utf8(&mut [0; 4]))),
        }
    }
    out
}
