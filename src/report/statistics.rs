use std::collections::BTreeMap;
use std::fmt;

use crate::diagnostic::{Diagnostic, Severity};

/// How often each rule found something: a line a rule, the most frequent first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    counts: BTreeMap<(&'static str, Severity), usize>,
}

impl Statistics {
    /// Adds findings.
    pub fn add(&mut self, diagnostics: &[Diagnostic]) {
        for diagnostic in diagnostics {
            *self.counts.entry((diagnostic.rule, diagnostic.severity)).or_default() += 1;
        }
    }
}

/// Every line ends.
impl fmt::Display for Statistics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut counts: Vec<_> = self.counts.iter().collect();
        counts.sort_by_key(|(rule, count)| (std::cmp::Reverse(**count), **rule));
        counts.iter().try_for_each(|((rule, severity), count)| writeln!(f, "{count:>6} {:<7} {rule}", severity.name()))
    }
}
