//! One line a finding, for editors, `grep` and other programs.

use std::io::{self, Write};

use super::command::without_commands;
use crate::diagnostic::{Diagnostic, slashed};
use crate::source::visible;

pub(super) fn write(out: &mut impl Write, diagnostics: &[Diagnostic]) -> io::Result<()> {
    for diagnostic in diagnostics {
        let path = slashed(&diagnostic.path);
        let start = diagnostic.primary.start;
        let line = format!(
            "{}:{}:{}: {}[{}] {}",
            visible(&path),
            start.line,
            start.column,
            diagnostic.severity.name(),
            diagnostic.rule,
            visible(&diagnostic.message)
        );
        writeln!(out, "{}", without_commands(&line))?;
    }
    Ok(())
}
