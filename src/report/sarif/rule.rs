//! A rule and its page.

use serde_json::{Value, json};

use crate::diagnostic::Severity;
use crate::rules;

pub(super) fn of(name: &str) -> Value {
    let Some(entry) = rules::by_name(name) else { return json!({ "id": name }) };
    let page: Vec<&str> = entry.page.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let page = page.join("\n");
    // A tag may not stand twice, and there is an area and a group `upgrade`.
    let mut tags = vec![entry.rule.area.name(), entry.rule.group.name()];
    tags.dedup();
    let mut descriptor = json!({
        "id": name,
        "shortDescription": { "text": entry.summary() },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": level(entry.rule.severity) },
        "properties": { "tags": tags },
    });
    if let Some(home) = home() {
        descriptor["helpUri"] = format!("{home}/blob/v{}/docs/rules.md#{name}", env!("CARGO_PKG_VERSION")).into();
    }
    descriptor
}

/// Where replint lives, once `Cargo.toml` says it.
pub(super) fn home() -> Option<&'static str> {
    Some(env!("CARGO_PKG_REPOSITORY")).filter(|home| !home.is_empty())
}

pub(super) fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}
