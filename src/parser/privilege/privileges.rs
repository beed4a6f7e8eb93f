//! Lists of privileges, and of roles that look like them.

use std::cell::RefCell;

use crate::ast::{GrantObject, Granted, Privilege, PrivilegeName, Privileges, Role, RoleName, Text};
use crate::lexer::TokenKind;
use crate::parser::input::{Input, Parsed, list, name, name_or_text, symbol};
use crate::parser::name::named_role;
use crate::parser::trace::Expected;
use crate::server::{Feature, Place, PrivilegeFacts, StaticPrivilege, Word, word};
use crate::source::Span;

/// The hosts of a list of roles or privileges, each with the span of what it stands in.
pub(super) type Hosts<'s> = RefCell<Vec<(Span, Text<'s>)>>;

/// ```ebnf
/// granted_privileges = "ALL" [ "PRIVILEGES" ] "ON" grant_object
///     | table_privilege { "," table_privilege } "ON" table_object
///     | routine_privilege { "," routine_privilege } "ON" routine_object ;
/// table_privilege = PRIVILEGE | COLUMN_PRIVILEGE [ columns ] | dynamic_privilege ;
/// routine_privilege = PRIVILEGE | COLUMN_PRIVILEGE | dynamic_privilege ;
/// dynamic_privilege = <role-or-privilege> ( NAME.granted | TEXT ) [ columns ] ;
/// columns = "(" NAME.column { "," NAME.column } ")" ;
/// ```
pub(super) fn static_privilege<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Privilege<'s>> {
    if let Some(privilege) = one_word(start) {
        return Ok((start.advance(1), privilege));
    }
    let (i, privilege) = phrase(start)?;
    let (i, columns) = if privilege.facts().columns { columns(i)? } else { (i, Vec::new()) };
    Ok((i, Privilege { span: start.span_to(i), name: PrivilegeName::Static(privilege), columns }))
}

/// One word that is a privilege on every server at hand, and nothing behind it that could belong to it: what most are.
#[inline(always)]
fn one_word<'s>(i: Input<'_, 's>) -> Option<Privilege<'s>> {
    let facts = StaticPrivilege::of_one_word(i.word())?;
    let next = i.advance(1);
    let ends = next.symbol() == b',' || next.word() == word::ON;
    let name = PrivilegeName::Static(facts.privilege);
    (ends && i.alive.is_subset(facts.servers)).then_some(Privilege { span: i.span(), name, columns: Vec::new() })
}

/// The phrase of the table that shares most words with what stands here; once it shares one, the rest of it is required.
fn phrase<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, StaticPrivilege> {
    let same = |words: &[Word]| {
        words.iter().enumerate().take_while(|(ahead, word)| start.word_ahead(*ahead) == **word).count()
    };
    let mut closest: Option<(usize, &'static PrivilegeFacts, &'static [Word])> = None;
    let first = start.word();
    for facts in StaticPrivilege::starting_with(first).filter(|facts| start.alive.intersects(facts.servers)) {
        for words in facts.spellings.iter().filter(|words| words.first() == Some(&first)) {
            let shared = same(words);
            let is_further = |(other, _, of): &(usize, &PrivilegeFacts, &[Word])| {
                (shared, shared == words.len()) >= (*other, *other == of.len())
            };
            if closest.as_ref().is_none_or(is_further) {
                closest = Some((shared, facts, words));
            }
        }
    }
    let Some((shared, facts, words)) = closest else {
        if let Some((facts, _)) = spellings().find(|(_, words)| same(words) == words.len()) {
            return start.fail(Expected::StaticPrivilege(facts.privilege));
        }
        return start.fail(Expected::Privilege);
    };
    let i = start.advance(shared);
    if shared < words.len() {
        let (i, ()) = i.gate_servers(facts.servers, Expected::StaticPrivilege(facts.privilege), start)?;
        for (_, words) in
            spellings().filter(|(facts, words)| i.alive.intersects(facts.servers) && same(words) == shared)
        {
            let _ = i.fail::<()>(Expected::Word(words[shared]));
        }
        return i.fail(Expected::Word(words[shared]));
    }
    let (i, ()) = i.gate_servers(facts.servers, Expected::StaticPrivilege(facts.privilege), start)?;
    Ok((i, facts.privilege))
}

fn spellings() -> impl Iterator<Item = (&'static PrivilegeFacts, &'static [Word])> {
    StaticPrivilege::all()
        .map(StaticPrivilege::facts)
        .flat_map(|facts| facts.spellings.iter().map(move |words| (facts, *words)))
}

/// Whether a phrase that some server at hand knows starts here.
pub(super) fn starts_phrase(i: Input<'_, '_>) -> bool {
    StaticPrivilege::starting_with(i.word()).any(|facts| i.alive.intersects(facts.servers))
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

/// An element of the list before ON or TO: MySQL 8.0 reads both with one production, and which of the two it is shows only behind the list.
pub(super) fn role_or_privilege<'a, 's: 'a, 'h>(
    hosts: &'h Hosts<'s>,
) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Privilege<'s>> + use<'a, 's, 'h> {
    move |start| {
        if let Some(privilege) = one_word(start) {
            return Ok((start.advance(1), privilege));
        }
        if starts_phrase(start) {
            return static_privilege(start);
        }
        match name_or_text(Place::Granted)(start) {
            Ok((i, text)) => named(start, i, text, hosts),
            Err(_) => start.fail(Expected::Privilege),
        }
    }
}

fn named<'a, 's: 'a>(
    start: Input<'a, 's>,
    i: Input<'a, 's>,
    text: Text<'s>,
    hosts: &Hosts<'s>,
) -> Parsed<'a, 's, Privilege<'s>> {
    let (i, host) = if i.token().kind == TokenKind::At {
        let (i, role) = named_role(Place::Granted)(start)?;
        match role.name {
            RoleName::Named { host, .. } => (i, host),
            RoleName::CurrentRole => (i, None),
        }
    } else {
        (i, None)
    };
    let (i, columns) = if host.is_none() { columns(i)? } else { (i, Vec::new()) };
    let span = start.span_to(i);
    hosts.borrow_mut().extend(host.map(|host| (span, host)));
    Ok((i, Privilege { span, name: PrivilegeName::Dynamic(text), columns }))
}

/// The list was read before ON: privileges. Behind the grammar the servers refuse a role with a host.
pub(super) fn as_privileges<'a, 's: 'a>(
    i: Input<'a, 's>,
    list: Vec<Privilege<'s>>,
    hosts: Hosts<'s>,
    on: GrantObject<'s>,
) -> Granted<'s> {
    if let Some((span, _)) = hosts.into_inner().first() {
        i.refuse(*span, Expected::Rule("a name with a host is a role, which is not granted ON an object"));
    }
    Granted::Privileges { privileges: Privileges::List(list), on }
}

/// The list was read before TO or FROM: roles. Behind the grammar the servers refuse a privilege without ON.
pub(super) fn as_roles<'a, 's: 'a>(i: Input<'a, 's>, items: Vec<Privilege<'s>>, hosts: Hosts<'s>) -> Granted<'s> {
    let mut hosts = hosts.into_inner().into_iter().peekable();
    let role = |item: Privilege<'s>| match item.name {
        PrivilegeName::Dynamic(name) if item.columns.is_empty() => {
            let host = hosts.next_if(|(span, _)| *span == item.span).map(|(_, host)| host);
            Some(Role { span: item.span, name: RoleName::Named { name, host } })
        }
        _ => {
            i.refuse(item.span, Expected::Rule("a privilege is granted ON an object; only roles stand without"));
            None
        }
    };
    Granted::Roles(items.into_iter().filter_map(role).collect())
}

/// Whether the list is read by MySQL 8.0's production; the servers with the other one are left behind.
pub(super) fn reads_roles<'a, 's: 'a>(
    i: Input<'a, 's>,
    start: Input<'a, 's>,
) -> Result<(Input<'a, 's>, bool), nom::Err<crate::parser::input::Fail>> {
    if i.lacks(Feature::RoleOrPrivilege) {
        return Ok((i, false));
    }
    let (i, ()) = i.gate(Feature::RoleOrPrivilege, start)?;
    Ok((i, true))
}
