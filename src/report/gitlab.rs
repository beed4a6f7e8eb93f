//! A code quality report, which GitLab shows in a merge request.

use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

use super::{Report, Summary};
use crate::diagnostic::{Diagnostic, Fingerprint, Severity, slashed};

pub(super) struct Gitlab<W> {
    out: W,
    is_first: bool,
}

#[derive(Serialize)]
struct Issue<'d> {
    description: String,
    check_name: &'d str,
    fingerprint: Fingerprint,
    severity: &'d str,
    location: Location<'d>,
}

#[derive(Serialize)]
struct Location<'d> {
    path: &'d str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u64,
    end: u64,
}

impl<W: Write> Gitlab<W> {
    pub(super) fn new(mut out: W) -> io::Result<Self> {
        out.write_all(b"[")?;
        Ok(Self { out, is_first: true })
    }
}

impl<W: Write> Report for Gitlab<W> {
    fn file(&mut self, path: &Path, diagnostics: &[Diagnostic]) -> io::Result<()> {
        for diagnostic in diagnostics {
            self.out.write_all(if self.is_first { b"\n" } else { b",\n" })?;
            self.is_first = false;
            let severity = match diagnostic.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Advice => "info",
            };
            let lines = Lines { begin: diagnostic.primary.start.line, end: diagnostic.primary.end.line };
            let issue = Issue {
                description: diagnostic.with_help(),
                check_name: diagnostic.rule,
                fingerprint: diagnostic.fingerprint,
                severity,
                location: Location { path: &slashed(path), lines },
            };
            serde_json::to_writer(&mut self.out, &issue)?;
        }
        Ok(())
    }

    fn finish(&mut self, _: &Summary, _: &[String]) -> io::Result<()> {
        self.out.write_all(b"\n]\n")?;
        self.out.flush()
    }
}
