//! The names of variables, and assignments to them.

use super::value::{hidden, set_value, user_value};
use super::{equals, is_variable};
use crate::ast::{Assignment, Text, VariableName, VariableScope};
use crate::lexer::TokenKind;
use crate::parser::input::{Input, Parsed, keyword_of, name, symbol};
use crate::parser::trace::Expected;
use crate::server::{Feature, Place, word};

/// ```ebnf
/// variable_item = ( NAME.variable - ( "NAMES" | "PASSWORD" ) | prefixed_name ) equals set_value
///     | ( "GLOBAL" | "SESSION" | "LOCAL" | <persist> ( "PERSIST" | "PERSIST_ONLY" ) ) variable_name equals set_value
///     | user_variable equals user_value
///     | system_variable equals set_value ;
/// ```
pub(super) fn variable_item<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Assignment<'s>> {
    match start.token().kind {
        TokenKind::At => {
            let (i, name) = user_variable(start)?;
            let (i, ()) = equals(i)?;
            let (i, value) = user_value(i)?;
            let name = VariableName { span: name.span(), prefix: None, name };
            Ok((i, Assignment { span: start.span_to(i), scope: VariableScope::User, name, value }))
        }
        TokenKind::AtAt => {
            let (i, (scope, name)) = system_variable(start)?;
            assignment(start, i, scope, name)
        }
        _ => {
            let (i, scope) = scope(start)?;
            let (i, name) = variable_name(i)?;
            assignment(start, i, scope, name)
        }
    }
}

fn assignment<'a, 's: 'a>(
    start: Input<'a, 's>,
    i: Input<'a, 's>,
    scope: VariableScope,
    name: VariableName<'s>,
) -> Parsed<'a, 's, Assignment<'s>> {
    let (i, ()) = equals(i)?;
    let (i, value) = if names_secret(&name) { hidden(i, set_value(i)?) } else { set_value(i)? };
    Ok((i, Assignment { span: start.span_to(i), scope, name, value }))
}

/// Whether a system variable of this name holds a secret, such as that of a plugin.
fn names_secret(name: &VariableName<'_>) -> bool {
    let name = name.name.to_string().to_ascii_lowercase();
    ["password", "passwd", "pwd", "secret", "token"].iter().any(|word| name.contains(word))
}

/// A scope before the name. The word is itself the name where the name would end.
fn scope<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, VariableScope> {
    if is_variable(i) {
        return Ok((i, VariableScope::Unwritten));
    }
    match i.word() {
        word::GLOBAL => Ok((i.advance(1), VariableScope::Global)),
        word::SESSION | word::LOCAL => Ok((i.advance(1), VariableScope::Session)),
        word::PERSIST => keyword_of(Feature::Persist, word::PERSIST)(i).map(|(i, _)| (i, VariableScope::Persist)),
        word::PERSIST_ONLY => {
            keyword_of(Feature::Persist, word::PERSIST_ONLY)(i).map(|(i, _)| (i, VariableScope::PersistOnly))
        }
        _ => Ok((i, VariableScope::Unwritten)),
    }
}

/// ```ebnf
/// variable_name = NAME.variable | prefixed_name ;
/// prefixed_name = ( PREFIX | <scope-prefix> SCOPE.any ) "." NAME.column ;
/// ```
fn variable_name<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, VariableName<'s>> {
    if start.advance(1).symbol() != b'.' {
        let (i, name) = name(Place::Variable)(start)?;
        return Ok((i, VariableName { span: start.span_to(i), prefix: None, name }));
    }
    let (i, prefix) = prefix(start)?;
    let (i, _) = symbol(b'.')(i)?;
    let (i, name) = name(Place::Column)(i)?;
    Ok((i, VariableName { span: start.span_to(i), prefix: Some(prefix), name }))
}

/// The name of a key cache. MySQL does not take the words for scopes, however they are written.
fn prefix<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Text<'s>> {
    let prefix = start.text_here();
    let i = match scope_of(&prefix.decode_bytes()) {
        Some(VariableScope::Global | VariableScope::Session) if start.lacks(Feature::ScopePrefix) => {
            return start.fail(Expected::Rule("`@@` before a scope that ends with a dot"));
        }
        Some(VariableScope::Global | VariableScope::Session) => start.advance(1).gate(Feature::ScopePrefix, start)?.0,
        _ if start.word() == word::DEFAULT => start.advance(1),
        _ => name(Place::Variable)(start)?.0,
    };
    Ok((i, prefix))
}

/// ```ebnf
/// user_variable = "@" ( HOST | QUOTED | TEXT ) - nameless | <empty-user-variable> "@" nameless ;
/// nameless = HOST.empty | QUOTED.empty | TEXT.empty ;
/// ```
pub(super) fn user_variable<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Text<'s>> {
    let name = i.advance(1);
    match name.token().kind {
        TokenKind::Host | TokenKind::Text | TokenKind::QuotedName if name.text_here().raw().is_empty() => {
            let (i, ()) = name.advance(1).gate(Feature::EmptyUserVariable, name)?;
            Ok((i, name.text_here()))
        }
        TokenKind::Host | TokenKind::Text | TokenKind::QuotedName | TokenKind::Placeholder => {
            Ok((name.advance(1), name.text_here()))
        }
        _ => name.fail(Expected::Name),
    }
}

/// ```ebnf
/// system_variable = "@@" ( SCOPE.bare "." variable_name | <persist> PERSISTED "." variable_name
///     | NAME.variable - ( "GLOBAL" | "SESSION" | "LOCAL" ) | prefixed_name ) ;
/// ```
pub(super) fn system_variable<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, (VariableScope, VariableName<'s>)> {
    let i = start.advance(1);
    if i.span().start != start.span().end {
        return i.fail(Expected::Name);
    }
    let behind = i.advance(1);
    let (i, scope) = match bare_scope(i) {
        None => (i, VariableScope::Unwritten),
        Some(scope @ (VariableScope::Persist | VariableScope::PersistOnly)) => {
            if behind.symbol() == b'.' && !i.lacks(Feature::Persist) {
                let (behind, ()) = behind.gate(Feature::Persist, i)?;
                (behind.advance(1), scope)
            } else {
                (i, VariableScope::Unwritten)
            }
        }
        Some(scope) => (symbol(b'.')(behind)?.0, scope),
    };
    variable_name(i).map(|(i, name)| (i, (scope, name)))
}

fn scope_of(word: &[u8]) -> Option<VariableScope> {
    [
        (&b"GLOBAL"[..], VariableScope::Global),
        (b"SESSION", VariableScope::Session),
        (b"LOCAL", VariableScope::Session),
        (b"PERSIST", VariableScope::Persist),
        (b"PERSIST_ONLY", VariableScope::PersistOnly),
    ]
    .into_iter()
    .find_map(|(name, scope)| name.eq_ignore_ascii_case(word).then_some(scope))
}

/// The scope that an unquoted word names; next to a dot it is no keyword for the lexer.
fn bare_scope(i: Input<'_, '_>) -> Option<VariableScope> {
    match i.token().kind {
        TokenKind::Word | TokenKind::Name => scope_of(i.span().of(i.shared.source)),
        _ => None,
    }
}
