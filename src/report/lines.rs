//! A report without a head or an end: each finding stands for itself.

use std::io::{self, Write};
use std::path::Path;

use super::{Report, Summary};
use crate::diagnostic::Diagnostic;

pub(super) struct Lines<W, F> {
    out: W,
    write: F,
}

impl<W: Write, F: Fn(&mut W, &[Diagnostic]) -> io::Result<()>> Lines<W, F> {
    pub(super) fn new(out: W, write: F) -> Self {
        Self { out, write }
    }
}

impl<W: Write, F: Fn(&mut W, &[Diagnostic]) -> io::Result<()>> Report for Lines<W, F> {
    fn file(&mut self, _: &Path, diagnostics: &[Diagnostic]) -> io::Result<()> {
        if diagnostics.is_empty() { Ok(()) } else { (self.write)(&mut self.out, diagnostics) }
    }

    fn finish(&mut self, _: &Summary, _: &[String]) -> io::Result<()> {
        self.out.flush()
    }
}
