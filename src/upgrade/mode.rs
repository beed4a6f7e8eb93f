//! Modes of `sql_mode` that are gone.

use super::remark::Remark;
use super::site::{Edit, Site};
use crate::ast::{Assignment, SetItem, SetValue, SetVariables, Text, VariableScope};
use crate::server::Behaviour;

/// It kept GRANT from creating accounts, which later servers never do.
const NEEDLESS: &str = "NO_AUTO_CREATE_USER";

const GONE: [&str; 10] = [
    "DB2",
    "MAXDB",
    "MSSQL",
    "MYSQL323",
    "MYSQL40",
    "ORACLE",
    "POSTGRESQL",
    "NO_FIELD_OPTIONS",
    "NO_KEY_OPTIONS",
    "NO_TABLE_OPTIONS",
];

/// # Errors
/// A mode is gone and did something.
pub(super) fn modes(it: &SetVariables<'_>, site: Site<'_>) -> Result<Vec<Edit>, Remark> {
    let mut edits = Vec::new();
    if !site.to.is_subset(Behaviour::RefusesRemovedModes.servers()) {
        return Ok(edits);
    }
    for item in &it.items {
        let SetItem::Variable(Assignment { scope, name, value, span }) = item else { continue };
        if *scope == VariableScope::User || !name.name.raw().eq_ignore_ascii_case(b"sql_mode") {
            continue;
        }
        match value {
            SetValue::Text(text) => edits.extend(list(text)?),
            SetValue::Word(word) if word.raw().eq_ignore_ascii_case(NEEDLESS.as_bytes()) => {
                edits.push((word.span(), b"''".to_vec()));
            }
            SetValue::Expression(value) => {
                let value = value.expose().decode_bytes().to_ascii_uppercase();
                if memchr::memmem::find(&value, NEEDLESS.as_bytes()).is_some() {
                    return Err((*span, format!("the mode {NEEDLESS} is gone there: take it out of the expression")));
                }
            }
            _ => {}
        }
    }
    Ok(edits)
}

fn list(text: &Text<'_>) -> Result<Option<Edit>, Remark> {
    let Some(value) = text.value() else { return Ok(None) };
    let is = |name: &str, mode: &str| name.trim().eq_ignore_ascii_case(mode);
    if let Some(gone) = GONE.into_iter().find(|gone| value.split(',').any(|name| is(name, gone))) {
        return Err((text.span(), format!("the mode {gone} is gone there")));
    }
    let kept: Vec<&str> = value.split(',').filter(|name| !is(name, NEEDLESS)).collect();
    if kept.len() == value.split(',').count() {
        return Ok(None);
    }
    match text.part(0, value.len()) {
        Some(inside) => Ok(Some((inside, kept.join(",").into_bytes()))),
        None => Err((text.span(), format!("the mode {NEEDLESS} is gone there"))),
    }
}
