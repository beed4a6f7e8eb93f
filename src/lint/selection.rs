use crate::diagnostic::{Group, Rule, Severity};
use crate::rules;

/// Which rules are asked, and how bad what they find is.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Selection {
    /// Only these; none: the groups that are on by default.
    select: Vec<&'static str>,
}

/// A name that selects nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown rule {0:?}")]
pub struct UnknownRule(String);

impl Selection {
    /// Asks a rule.
    ///
    /// # Errors
    /// There is none of this name.
    pub fn select(&mut self, name: &str) -> Result<(), UnknownRule> {
        let entry = rules::by_name(name).ok_or_else(|| UnknownRule(name.to_owned()))?;
        self.select.push(entry.rule.name);
        Ok(())
    }

    /// How bad a finding of the rule is; `None` if the rule is not asked.
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        let is_on =
            if self.select.is_empty() { rule.group == Group::Default } else { self.select.contains(&rule.name) };
        is_on.then_some(rule.severity)
    }
}
