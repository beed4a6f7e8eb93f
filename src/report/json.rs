//! A [`CheckDocument`], written as it becomes known.

use std::io::{self, Write};
use std::path::Path;

use super::{CheckDocument, Report, Summary};
use crate::diagnostic::Diagnostic;

pub(super) struct Json<W> {
    out: W,
    is_first: bool,
}

impl<W: Write> Json<W> {
    pub(super) fn new(mut out: W) -> io::Result<Self> {
        let (version, replint) = (CheckDocument::VERSION, env!("CARGO_PKG_VERSION"));
        write!(out, "{{\"version\":{version},\"replint\":\"{replint}\",\"findings\":[")?;
        Ok(Self { out, is_first: true })
    }
}

impl<W: Write> Report for Json<W> {
    fn file(&mut self, _: &Path, diagnostics: &[Diagnostic]) -> io::Result<()> {
        for diagnostic in diagnostics {
            self.out.write_all(if self.is_first { b"\n" } else { b",\n" })?;
            self.is_first = false;
            serde_json::to_writer(&mut self.out, diagnostic)?;
        }
        Ok(())
    }

    fn finish(&mut self, summary: &Summary, troubles: &[String]) -> io::Result<()> {
        self.out.write_all(b"\n],\"troubles\":")?;
        serde_json::to_writer(&mut self.out, troubles)?;
        self.out.write_all(b",\"summary\":")?;
        serde_json::to_writer(&mut self.out, summary)?;
        self.out.write_all(b"}\n")?;
        self.out.flush()
    }
}
