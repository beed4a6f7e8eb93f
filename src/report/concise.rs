//! One line a finding, for editors, `grep` and other programs.

use std::io::{self, Write};

use crate::diagnostic::Diagnostic;
use crate::source::visible;

pub(super) fn write(out: &mut impl Write, diagnostics: &[Diagnostic]) -> io::Result<()> {
    for diagnostic in diagnostics {
        let path = diagnostic.path.to_string_lossy();
        let start = diagnostic.primary.start;
        writeln!(
            out,
            "{}:{}:{}: {}[{}] {}",
            visible(&path),
            start.line,
            start.column,
            diagnostic.severity.name(),
            diagnostic.rule,
            visible(&diagnostic.message)
        )?;
    }
    Ok(())
}
