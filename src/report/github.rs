//! Workflow commands of GitHub Actions: annotations at the lines of a pull request.

use std::io::{self, Write};

use super::command::escaped;
use crate::diagnostic::{Diagnostic, Severity, slashed};

const IN_MESSAGE: [(char, &str); 3] = [('%', "%25"), ('\r', "%0D"), ('\n', "%0A")];
const IN_PROPERTY: [(char, &str); 5] = [('%', "%25"), ('\r', "%0D"), ('\n', "%0A"), (':', "%3A"), (',', "%2C")];

pub(super) fn write(out: &mut impl Write, diagnostics: &[Diagnostic]) -> io::Result<()> {
    for diagnostic in diagnostics {
        let (start, end) = (diagnostic.primary.start, diagnostic.primary.end);
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        let path = escaped(&slashed(&diagnostic.path), &IN_PROPERTY);
        write!(out, "::{command} file={path},line={},endLine={}", start.line, end.line)?;
        // GitHub takes columns only of one line.
        if start.line == end.line {
            write!(out, ",col={},endColumn={}", start.column, end.column)?;
        }
        writeln!(out, ",title={}::{}", diagnostic.rule, escaped(&diagnostic.with_help(), &IN_MESSAGE))?;
    }
    Ok(())
}
