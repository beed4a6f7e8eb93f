//! A finding as a result.

use std::path::Path;

use serde_json::{Value, json};

use super::rule::level;
use super::uri::uri;
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Label};
use crate::source::Position;

/// `rule` is the place of its rule in the list of the driver.
pub(super) fn of(diagnostic: &Diagnostic, rule: usize) -> Value {
    let mut result = json!({
        "ruleId": diagnostic.rule,
        "ruleIndex": rule,
        "level": level(diagnostic.severity),
        "message": { "text": diagnostic.with_help() },
        "locations": [location(diagnostic, &diagnostic.primary)],
        "partialFingerprints": { "replint/v1": diagnostic.fingerprint },
    });
    let labels = diagnostic.labels.iter().map(|label| location(diagnostic, label));
    let related = diagnostic.related.iter().map(|related| {
        let place = region(related.start, related.end);
        json!({
            "physicalLocation": { "artifactLocation": artifact(&related.path), "region": place },
            "message": { "text": related.message },
        })
    });
    let related: Vec<Value> = labels.chain(related).collect();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    if let Some(fix) = diagnostic.fix.as_ref().and_then(|fix| of_fix(diagnostic, fix)) {
        result["fixes"] = json!([fix]);
    }
    result
}

fn location(diagnostic: &Diagnostic, label: &Label) -> Value {
    let mut place = region(label.start, label.end);
    place["byteOffset"] = label.offset.into();
    place["byteLength"] = label.len.into();
    let mut location =
        json!({ "physicalLocation": { "artifactLocation": artifact(&diagnostic.path), "region": place } });
    if let Some(message) = &label.message {
        location["message"] = json!({ "text": message });
    }
    location
}

fn region(start: Position, end: Position) -> Value {
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

fn artifact(path: &Path) -> Value {
    json!({ "uri": uri(path) })
}

/// Nothing if a part of it cannot be shown: the rest alone would be another fix.
fn of_fix(diagnostic: &Diagnostic, fix: &Fix) -> Option<Value> {
    let replacement = |edit: &Edit| {
        let (start, end) = edit.positions?;
        Some(json!({ "deletedRegion": region(start, end), "insertedContent": { "text": edit.shown()? } }))
    };
    let replacements: Vec<Value> = fix.edits.iter().map(replacement).collect::<Option<_>>()?;
    let description = match fix.applicability {
        Applicability::Safe => "says the same",
        Applicability::Unsafe => "says what was probably meant",
    };
    Some(json!({
        "description": { "text": description },
        "artifactChanges": [{ "artifactLocation": artifact(&diagnostic.path), "replacements": replacements }],
    }))
}
