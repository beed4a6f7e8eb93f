//! Lists of privileges, and of roles that look like them.

use crate::ast::{GrantObject, Granted, Privilege, PrivilegeName, Privileges, Role, RoleName, Text};
use crate::lexer::TokenKind;
use crate::parser::input::{Input, Parsed, list, name, name_or_text, symbol};
use crate::parser::name::role;
use crate::parser::trace::Expected;
use crate::server::{Feature, Place, StaticPrivilege};
use crate::source::Span;

/// An element of the list before ON or TO: MySQL 8.0 reads both with one production.
pub(super) struct RoleOrPrivilege<'s> {
    pub(super) span: Span,
    pub(super) name: PrivilegeName<'s>,
    pub(super) host: Option<Text<'s>>,
    pub(super) columns: Vec<Text<'s>>,
}

/// ```ebnf
/// static_privilege = PRIVILEGE | COLUMN_PRIVILEGE [ columns ] ;
/// columns = "(" NAME.column { "," NAME.column } ")" ;
/// ```
pub(super) fn static_privilege<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Privilege<'s>> {
    let (i, privilege) = phrase(start)?;
    let (i, columns) = if privilege.facts().columns { columns(i)? } else { (i, Vec::new()) };
    Ok((i, Privilege { span: start.span_to(i), name: PrivilegeName::Static(privilege), columns }))
}

/// The longest phrase of the table that stands here.
fn phrase<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, StaticPrivilege> {
    let facts = StaticPrivilege::all().map(StaticPrivilege::facts);
    let matches = |words: &[crate::server::Word]| words.iter().enumerate().all(|(ahead, word)| start.word_ahead(ahead) == *word);
    let here = facts.filter(|facts| start.alive.intersects(facts.servers) && matches(facts.words)).max_by_key(|facts| facts.words.len());
    if let Some(facts) = here {
        let i = start.advance(facts.words.len());
        let (i, ()) = i.gate_servers(facts.servers, Expected::StaticPrivilege(facts.privilege), start)?;
        return Ok((i, facts.privilege));
    }
    explain_phrase(start);
    start.fail(Expected::Privilege)
}

/// Notes what the words that do stand here could have gone on with.
fn explain_phrase(start: Input<'_, '_>) {
    let Some(trace) = start.shared.trace else { return };
    for facts in StaticPrivilege::all().map(StaticPrivilege::facts) {
        let same = facts.words.iter().enumerate().take_while(|(ahead, word)| start.word_ahead(*ahead) == **word).count();
        if same == facts.words.len() {
            trace.expected(start.at, Expected::StaticPrivilege(facts.privilege));
        } else if same > 0 && start.alive.intersects(facts.servers) {
            trace.expected(start.at + same, Expected::Word(facts.words[same]));
        }
    }
}

pub(super) fn columns<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Vec<Text<'s>>> {
    match symbol(b'(')(i) {
        Ok((i, _)) => {
            let (i, columns) = list(name(Place::Column))(i)?;
            let (i, _) = symbol(b')')(i)?;
            Ok((i, columns))
        }
        Err(_) => Ok((i, Vec::new())),
    }
}

/// ```ebnf
/// role_or_privilege = static_privilege | ( NAME.granted | TEXT ) [ columns | "@" host ] ;
/// ```
pub(super) fn role_or_privilege<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, RoleOrPrivilege<'s>> {
    let as_privilege = static_privilege(start);
    if let Ok((i, privilege)) = as_privilege {
        return Ok((i, RoleOrPrivilege { span: privilege.span, name: privilege.name, host: None, columns: privilege.columns }));
    }
    if start.token().kind == TokenKind::Word && has_phrase(start) {
        // A word that only begins phrases cannot be a name either: CREATE, SHOW, LOCK.
        let (i, text) = match name_or_text(Place::Granted)(start) {
            Ok(parsed) => parsed,
            Err(error) => return Err(error),
        };
        return named(start, i, text);
    }
    match name_or_text(Place::Granted)(start) {
        Ok((i, text)) => named(start, i, text),
        Err(_) => start.fail(Expected::Privilege),
    }
}

fn has_phrase(start: Input<'_, '_>) -> bool {
    StaticPrivilege::all().any(|privilege| privilege.facts().words.first() == Some(&start.word()))
}

fn named<'a, 's: 'a>(start: Input<'a, 's>, i: Input<'a, 's>, text: Text<'s>) -> Parsed<'a, 's, RoleOrPrivilege<'s>> {
    let (i, host) = if i.token().kind == TokenKind::At {
        let (i, role) = role(Place::Granted)(start)?;
        match role.name {
            RoleName::Named { host, .. } => (i, host),
            RoleName::CurrentRole => (i, None),
        }
    } else {
        (i, None)
    };
    let (i, columns) = if host.is_none() { columns(i)? } else { (i, Vec::new()) };
    Ok((i, RoleOrPrivilege { span: start.span_to(i), name: PrivilegeName::Dynamic(text), host, columns }))
}

/// The list was read before ON: privileges. A role with a host is none.
pub(super) fn as_privileges<'a, 's: 'a>(
    i: Input<'a, 's>,
    items: Vec<RoleOrPrivilege<'s>>,
    on: GrantObject<'s>,
) -> Parsed<'a, 's, Granted<'s>> {
    if items.iter().any(|item| item.host.is_some()) {
        return i.fail(Expected::Rule("a privilege, not a role with a host"));
    }
    let list = items.into_iter().map(|item| Privilege { span: item.span, name: item.name, columns: item.columns }).collect();
    Ok((i, Granted::Privileges { privileges: Privileges::List(list), on }))
}

/// The list was read before TO or FROM: roles. A privilege of the grammar is none.
pub(super) fn as_roles<'a, 's: 'a>(i: Input<'a, 's>, items: Vec<RoleOrPrivilege<'s>>) -> Parsed<'a, 's, Granted<'s>> {
    let role = |item: RoleOrPrivilege<'s>| match item.name {
        PrivilegeName::Dynamic(name) if item.columns.is_empty() => {
            Some(Role { span: item.span, name: RoleName::Named { name, host: item.host } })
        }
        _ => None,
    };
    match items.into_iter().map(role).collect::<Option<Vec<_>>>() {
        Some(roles) => Ok((i, Granted::Roles(roles))),
        None => i.fail(Expected::Word(crate::server::word::ON)),
    }
}

/// Whether the list is read by MySQL 8.0's production; the servers with the other one are left behind.
pub(super) fn reads_roles<'a, 's: 'a>(i: Input<'a, 's>, start: Input<'a, 's>) -> Result<(Input<'a, 's>, bool), nom::Err<crate::parser::input::Fail>> {
    if i.lacks(Feature::RoleOrPrivilege) {
        return Ok((i, false));
    }
    let (i, ()) = i.gate(Feature::RoleOrPrivilege, start)?;
    Ok((i, true))
}
