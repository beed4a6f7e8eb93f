use std::fmt;

use crate::diagnostic::{Applicability, Diagnostic};

/// How many of the findings have a fix, in a line: `fixable: 2 with --fix, 1 more with --unsafe-fixes`; empty if none has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Fixable {
    safe: usize,
    not_safe: usize,
}

impl Fixable {
    /// Adds the findings of a file.
    pub fn add(&mut self, diagnostics: &[Diagnostic]) {
        for fix in diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref()) {
            match fix.applicability {
                Applicability::Safe => self.safe += 1,
                Applicability::Unsafe => self.not_safe += 1,
            }
        }
    }
}

impl fmt::Display for Fixable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.safe, self.not_safe) {
            (0, 0) => Ok(()),
            (safe, 0) => write!(f, "fixable: {safe} with --fix"),
            (0, other) => write!(f, "fixable: {other} with --fix --unsafe-fixes"),
            (safe, other) => write!(f, "fixable: {safe} with --fix, {other} more with --unsafe-fixes"),
        }
    }
}
