use std::fmt;

use crate::diagnostic::{Diagnostic, Severity};
use crate::script::Counts;

/// What a run came to, in a line: `3 errors in 2 files; 40 files, 12 statements checked, 230 others, 1 not analysed`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Summary {
    errors: usize,
    warnings: usize,
    advice: usize,
    files_with_findings: usize,
    /// Findings that are known and not shown.
    in_baseline: usize,
    /// Those that were read.
    files: usize,
    /// In the files that were read.
    #[serde(rename = "statements")]
    counts: Counts,
}

impl Summary {
    /// Adds a file that was read.
    pub fn add(&mut self, diagnostics: &[Diagnostic], counts: Counts) {
        let of = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        self.errors += of(Severity::Error);
        self.warnings += of(Severity::Warning);
        self.advice += of(Severity::Advice);
        self.files_with_findings += usize::from(!diagnostics.is_empty());
        self.files += 1;
        self.counts.ours += counts.ours;
        self.counts.other += counts.other;
        self.counts.not_analysed += counts.not_analysed;
        self.counts.another_dialect += counts.another_dialect;
    }

    /// Adds findings that a baseline knows.
    pub fn add_known(&mut self, findings: usize) {
        self.in_baseline += findings;
    }

    /// Whether nothing was found.
    pub fn is_clean(&self) -> bool {
        self.files_with_findings == 0
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_clean() {
            f.write_str(if self.in_baseline > 0 { "no new findings" } else { "no findings" })?;
        } else {
            let severities = [(self.errors, "error"), (self.warnings, "warning")];
            let mut parts: Vec<String> = severities
                .iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, name)| counted(*count as u64, name))
                .collect();
            if self.advice > 0 {
                parts.push(format!("{} advice", self.advice));
            }
            write!(f, "{} in {}", parts.join(", "), counted(self.files_with_findings as u64, "file"))?;
        }
        if self.in_baseline > 0 {
            write!(f, ", {} in the baseline", self.in_baseline)?;
        }
        f.write_str("; ")?;
        let Counts { ours, other, not_analysed, another_dialect } = self.counts;
        write!(f, "{}, {} checked", counted(self.files as u64, "file"), counted(ours, "statement"))?;
        if other > 0 {
            write!(f, ", {}", counted(other, "other"))?;
        }
        if another_dialect > 0 {
            write!(f, ", {} of another dialect", counted(another_dialect, "statement"))?;
        }
        if not_analysed > 0 {
            write!(f, ", {not_analysed} not analysed")?;
        }
        Ok(())
    }
}

fn counted(count: u64, name: &str) -> String {
    format!("{count} {name}{}", if count == 1 { "" } else { "s" })
}
