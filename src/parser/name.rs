//! Accounts and roles.

use super::input::{Input, Parsed, keyword, keyword_of, name_or_text, symbol};
use super::trace::Expected;
use crate::ast::{Account, AccountName, Role, RoleName, Text};
use crate::lexer::TokenKind;
use crate::server::{Feature, Place, word};

/// ```ebnf
/// account.P = user.P | current_role ;
/// user.P = ( NAME.P | TEXT ) [ "@" host ] | "CURRENT_USER" [ "(" ")" ] ;
/// current_role = <current-role-account> "CURRENT_ROLE" [ "(" ")" ] ;
/// host = HOST | QUOTED | TEXT ;
/// ```
pub(super) fn account<'a, 's: 'a>(place: Place) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Account<'s>> {
    move |start| {
        let (i, name) = match start.word() {
            word::CURRENT_USER => {
                let (i, _) = parentheses(start.advance(1))?;
                (i, AccountName::CurrentUser)
            }
            word::CURRENT_ROLE if place != Place::Rename && !start.lacks(Feature::CurrentRoleAccount) => {
                let (i, _) = keyword_of(Feature::CurrentRoleAccount, word::CURRENT_ROLE)(start)?;
                let (i, _) = parentheses(i)?;
                (i, AccountName::CurrentRole)
            }
            _ if start.token().kind == TokenKind::Placeholder => {
                let (i, text) = name_or_text(place)(start)?;
                match at_host(i)? {
                    (i, None) => (i, AccountName::Placeholder(text)),
                    (i, host) => (i, AccountName::Named { user: text, host }),
                }
            }
            _ => {
                let (i, user) = match name_or_text(place)(start) {
                    Ok(parsed) => parsed,
                    Err(_) => return start.fail(Expected::Account),
                };
                let (i, host) = at_host(i)?;
                (i, AccountName::Named { user, host })
            }
        };
        Ok((i, Account { span: start.span_to(i), name }))
    }
}

/// `[ "(" ")" ]`
fn parentheses<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, ()> {
    match symbol(b'(')(i) {
        Ok((i, _)) => symbol(b')')(i).map(|(i, _)| (i, ())),
        Err(_) => Ok((i, ())),
    }
}

/// `[ "@" host ]`
pub(super) fn at_host<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Option<Text<'s>>> {
    if i.token().kind != TokenKind::At {
        if let Some(trace) = i.shared.trace {
            trace.expected(i.at, Expected::Symbol(b'@'));
        }
        return Ok((i, None));
    }
    let i = i.advance(1);
    match i.token().kind {
        TokenKind::Host | TokenKind::Text | TokenKind::QuotedName | TokenKind::Placeholder => {
            Ok((i.advance(1), Some(i.text_here())))
        }
        _ => i.fail(Expected::Host),
    }
}

/// MySQL's roles have a host, MariaDB's have none.
///
/// ```ebnf
/// role.P = named_role.P | current_role ;
/// named_role.P = ( NAME.P | TEXT ) [ <role-host> "@" host ] ;
/// ```
pub(super) fn role<'a, 's: 'a>(place: Place) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Role<'s>> {
    move |start| {
        if start.word() == word::CURRENT_ROLE && !start.lacks(Feature::CurrentRoleAccount) {
            let (i, _) = keyword_of(Feature::CurrentRoleAccount, word::CURRENT_ROLE)(start)?;
            let (i, ()) = parentheses(i)?;
            return Ok((i, Role { span: start.span_to(i), name: RoleName::CurrentRole }));
        }
        let (i, name) = match name_or_text(place)(start) {
            Ok(parsed) => parsed,
            Err(_) => return start.fail(Expected::Role),
        };
        let (i, host) = match i.token().kind {
            TokenKind::At if !i.lacks(Feature::RoleHost) => at_host(i.gate(Feature::RoleHost, i)?.0)?,
            _ => (i, None),
        };
        Ok((i, Role { span: start.span_to(i), name: RoleName::Named { name, host } }))
    }
}

/// `"IF" "EXISTS"` or `"IF" "NOT" "EXISTS"`, where the servers with the feature know it.
pub(super) fn if_clause<'a, 's: 'a>(
    feature: Feature,
    not: bool,
) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Option<crate::source::Span>> {
    move |start| match keyword_of(feature, word::IF)(start) {
        Err(_) => Ok((start, None)),
        Ok((mut i, _)) => {
            if not {
                (i, _) = keyword(word::NOT)(i)?;
            }
            (i, _) = keyword(word::EXISTS)(i)?;
            Ok((i, Some(start.span_to(i))))
        }
    }
}
