//! SET: passwords, roles, variables.

mod primary;
mod session;
mod value;
mod variable;

pub(super) use value::expression;

use super::account;
use super::input::{Input, Parsed, keyword, symbol};
use super::trace::Expected;
use crate::ast::{
    AccountStatement as A, SetDefaultRole, SetItem, SetPassword, SetRole, SetVariables, Statement, VariableScope,
};
use crate::lexer::TokenKind;
use crate::server::{Feature, word};

/// A password or a role alone is a statement about accounts; with something behind a comma it is an item like the others.
///
/// ```ebnf
/// set_password = "SET" password_clause ;
/// set_role = "SET" role_clause ;
/// set_default_role = "SET" default_role_clause ;
/// set_variables = "SET" set_item { "," ( set_item | <password-variable> "PASSWORD" equals set_value ) }
///     | "SET" [ "GLOBAL" | "SESSION" | "LOCAL" ] transaction ;
/// set_item = variable_item | names | character_set | <password-in-list> password_clause
///     | <role-in-list> role_clause | <role-in-list> default_role_clause ;
/// ```
pub(super) fn statement<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Statement<'s>> {
    let (i, _) = keyword(word::SET)(start)?;
    let (behind, first) = first_item(i)?;
    let (i, mut items) = more_items(i, behind, first)?;
    let span = start.span_to(i);
    let statement = match items.pop() {
        Some(SetItem::Password(it)) if items.is_empty() => {
            Statement::Account(A::SetPassword(SetPassword { span, ..it }))
        }
        Some(SetItem::Role(it)) if items.is_empty() => Statement::Account(A::SetRole(SetRole { span, ..it })),
        Some(SetItem::DefaultRole(it)) if items.is_empty() => {
            Statement::Account(A::SetDefaultRole(SetDefaultRole { span, ..it }))
        }
        last => {
            items.extend(last);
            Statement::Set(SetVariables { span, items })
        }
    };
    Ok((i, statement))
}

/// The first item decides which statement it is.
fn first_item<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, SetItem<'s>> {
    match (i.word(), i.word_ahead(1)) {
        (word::PASSWORD, _) if i.advance(1).symbol() != b'.' => {
            account::password_clause(i).map(|(i, it)| (i, SetItem::Password(it)))
        }
        (word::ROLE, _) if !is_variable(i) => account::role_clause(i).map(|(i, it)| (i, SetItem::Role(it))),
        (word::DEFAULT, word::ROLE) => account::default_role_clause(i).map(|(i, it)| (i, SetItem::DefaultRole(it))),
        (word::TRANSACTION, _) if !is_variable(i) => session::transaction(i),
        (word::GLOBAL | word::SESSION | word::LOCAL, word::TRANSACTION) if !is_variable(i.advance(1)) => {
            session::transaction(i)
        }
        _ => item(i),
    }
}

fn more_items<'a, 's: 'a>(
    start: Input<'a, 's>,
    mut i: Input<'a, 's>,
    mut first: SetItem<'s>,
) -> Parsed<'a, 's, Vec<SetItem<'s>>> {
    let mut scope = carry_scope(start, VariableScope::Unwritten, &mut first);
    let mut items = vec![first];
    while let Ok((behind, _)) = symbol(b',')(i) {
        let feature = match items.last() {
            Some(SetItem::Password(_)) => Some(Feature::PasswordInList),
            Some(SetItem::Role(_) | SetItem::DefaultRole(_)) => Some(Feature::RoleInList),
            Some(SetItem::Transaction { .. }) => break,
            _ => None,
        };
        let behind = match feature.map(|feature| behind.gate(feature, i)) {
            None => behind,
            Some(Ok((behind, ()))) => behind,
            Some(Err(_)) => break,
        };
        let (next, mut another) = later_item(behind)?;
        scope = carry_scope(behind, scope, &mut another);
        items.push(another);
        i = next;
    }
    Ok((i, items))
}

/// A scope that a keyword gives holds for later variables without one, unlike that of `@@GLOBAL.name`. Returns the one that holds behind the item.
fn carry_scope(start: Input<'_, '_>, carried: VariableScope, item: &mut SetItem<'_>) -> VariableScope {
    match item {
        SetItem::Variable(assignment) if !matches!(start.token().kind, TokenKind::At | TokenKind::AtAt) => {
            if assignment.scope == VariableScope::Unwritten {
                assignment.scope = carried;
            }
            assignment.scope
        }
        _ => carried,
    }
}

/// Behind a comma PASSWORD and ROLE are plain names on the servers that do not take them there.
fn later_item<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, SetItem<'s>> {
    let feature = match (start.word(), start.word_ahead(1)) {
        (word::PASSWORD, _) if start.advance(1).symbol() != b'.' => Feature::PasswordInList,
        (word::ROLE, _) if !is_variable(start) => Feature::RoleInList,
        (word::DEFAULT, word::ROLE) => Feature::RoleInList,
        _ => return item(start),
    };
    if start.lacks(feature) {
        return item(start);
    }
    let (i, ()) = start.gate(feature, start)?;
    first_item(i)
}

fn item<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, SetItem<'s>> {
    match (i.word(), i.word_ahead(1)) {
        (word::NAMES, _) if i.advance(1).symbol() != b'.' => session::names(i).map(|(i, it)| (i, SetItem::Names(it))),
        (word::CHARACTER | word::CHAR, _) => session::character_set(i).map(|(i, it)| (i, SetItem::CharacterSet(it))),
        (word::CHARSET, _) if !is_variable(i) => {
            session::character_set(i).map(|(i, it)| (i, SetItem::CharacterSet(it)))
        }
        _ => variable::variable_item(i).map(|(i, it)| (i, SetItem::Variable(it))),
    }
}

/// ```ebnf
/// equals = "=" | ":=" ;
/// ```
pub(super) fn equals<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, ()> {
    if is_equals(i) { Ok((i.advance(1), ())) } else { i.fail(Expected::Symbol(b'=')) }
}

/// Whether the word at this place is the name of a variable, or its prefix: what stands behind it tells.
fn is_variable(i: Input<'_, '_>) -> bool {
    is_equals(i.advance(1)) || i.advance(1).symbol() == b'.'
}

fn is_equals(i: Input<'_, '_>) -> bool {
    i.symbol() == b'=' || i.token().kind == TokenKind::Assign
}
