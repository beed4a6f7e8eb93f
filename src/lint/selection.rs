//! Which rules are asked, and how bad what they find is.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crate::diagnostic::{Area, Group, Rule, Severity};
use crate::rules;

/// What names several rules at once, or one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Selector {
    /// `all`
    All,
    /// A group: `strict`. `upgrade` is both a group and an area, and means the rules of either.
    Group(Group),
    /// An area: `tls`
    Area(Area),
    /// A rule: `clear-text-channel`
    Rule(&'static str),
}

/// A name that selects nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no rule, area or group is named {name:?}{}", did_you_mean(nearest))]
pub struct UnknownSelector {
    /// As it was written.
    pub name: String,
    /// A name close to it.
    pub nearest: Option<&'static str>,
}

fn did_you_mean(nearest: &Option<&'static str>) -> String {
    nearest.map_or_else(|| "; `replint rules` lists them".to_owned(), |name| format!("; did you mean {name}?"))
}

impl FromStr for Selector {
    type Err = UnknownSelector;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let group = Group::ALL.into_iter().find(|group| group.name() == name);
        let area = Area::ALL.into_iter().find(|area| area.name() == name);
        let rule = rules::by_name(name).map(|entry| Selector::Rule(entry.rule.name));
        let all = (name == "all").then_some(Selector::All);
        let found = all.or(area.map(Selector::Area)).or(group.map(Selector::Group)).or(rule);
        found.ok_or_else(|| UnknownSelector { name: name.to_owned(), nearest: nearest(name) })
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Selector::All => "all",
            Selector::Group(group) => group.name(),
            Selector::Area(area) => area.name(),
            Selector::Rule(name) => name,
        })
    }
}

/// The name of a rule, an area or a group that is closest to a misspelt one.
pub(crate) fn nearest(name: &str) -> Option<&'static str> {
    let others = Area::ALL.map(Area::name).into_iter().chain(Group::ALL.map(Group::name));
    rules::closest(name, rules::names().chain(others))
}

impl Selector {
    /// How closely it names a rule: a rule beats an area beats a group beats `all`.
    fn closeness(self, rule: &Rule) -> Option<u8> {
        match self {
            Selector::All => Some(0),
            Selector::Group(group) => (group == rule.group).then_some(1),
            Selector::Area(Area::Upgrade) => (rule.area == Area::Upgrade || rule.group == Group::Upgrade).then_some(2),
            Selector::Area(area) => (area == rule.area).then_some(2),
            Selector::Rule(name) => (name == rule.name).then_some(3),
        }
    }
}

/// Which rules are asked, and how bad what they find is.
///
/// ```
/// use replint::diagnostic::Severity;
/// use replint::lint::Selection;
///
/// let mut selection = Selection::default();
/// selection.select = vec!["default".parse()?, "strict".parse()?];
/// selection.ignore = vec!["tls".parse()?];
/// let severity = |name| selection.severity(&replint::rules::by_name(name).unwrap().rule, false);
/// assert_eq!(severity("clear-text-channel"), None);
/// assert_eq!(severity("port-out-of-range"), Some(Severity::Error));
/// # Ok::<(), replint::lint::UnknownSelector>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Selection {
    /// What is asked; empty: the group `default`, and `upgrade` where a target or an upgrade gives it something to say.
    pub select: Vec<Selector>,
    /// What is not. The closer name wins; at a tie this one.
    pub ignore: Vec<Selector>,
    /// Other severities than the rules' own.
    pub severity: BTreeMap<&'static str, Severity>,
}

impl Selection {
    /// How bad a finding of the rule is; `None` if the rule is not asked. `upgrade`: whether servers are named.
    pub fn severity(&self, rule: &Rule, upgrade: bool) -> Option<Severity> {
        const DEFAULT: [Selector; 2] = [Selector::Group(Group::Default), Selector::Group(Group::Upgrade)];
        let by_default = &DEFAULT[..if upgrade { 2 } else { 1 }];
        let select = if self.select.is_empty() { by_default } else { &self.select };
        let closest = |selectors: &[Selector]| selectors.iter().filter_map(|selector| selector.closeness(rule)).max();
        let is_asked = closest(select).is_some() && closest(select) > closest(&self.ignore);
        is_asked.then(|| self.severity.get(rule.name).copied().unwrap_or(rule.severity))
    }
}
