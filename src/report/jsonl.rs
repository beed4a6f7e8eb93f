//! Findings as JSON, one a line.

use std::io::{self, Write};

use crate::diagnostic::Diagnostic;

pub(super) fn write(out: &mut impl Write, diagnostics: &[Diagnostic]) -> io::Result<()> {
    for diagnostic in diagnostics {
        serde_json::to_writer(&mut *out, diagnostic)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
