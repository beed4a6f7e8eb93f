//! Logging commands of Azure Pipelines, which knows errors and warnings.

use std::io::{self, Write};

use super::command::escaped;
use crate::diagnostic::{Diagnostic, Severity, slashed};

const IN_MESSAGE: [(char, &str); 3] = [('%', "%AZP25"), ('\r', "%0D"), ('\n', "%0A")];
const IN_PROPERTY: [(char, &str); 5] = [('%', "%AZP25"), ('\r', "%0D"), ('\n', "%0A"), (']', "%5D"), (';', "%3B")];

pub(super) fn write(out: &mut impl Write, diagnostics: &[Diagnostic]) -> io::Result<()> {
    for diagnostic in diagnostics {
        let kind = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning | Severity::Advice => "warning",
        };
        writeln!(
            out,
            "##vso[task.logissue type={kind};sourcepath={};linenumber={};columnnumber={};code={};]{}",
            escaped(&slashed(&diagnostic.path), &IN_PROPERTY),
            diagnostic.primary.start.line,
            diagnostic.primary.start.column,
            diagnostic.rule,
            escaped(&diagnostic.with_help(), &IN_MESSAGE)
        )?;
    }
    Ok(())
}
