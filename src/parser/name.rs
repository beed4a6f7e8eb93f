//! Accounts and roles.

use super::input::{Input, Parsed, keyword, keyword_of, name_or_text, symbol};
use super::trace::Expected;
use crate::ast::{Account, AccountName, Role, RoleName, Text};
use crate::lexer::TokenKind;
use crate::server::{Feature, Place, word};
use crate::source::Span;

/// ```ebnf
/// account.P = user.P | current_role ;
/// current_role = <current-role-account> "CURRENT_ROLE" [ "(" ")" ] ;
/// ```
pub(super) fn account<'a, 's: 'a>(place: Place) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Account<'s>> {
    move |i| account_at(i, place)
}

#[inline(always)]
pub(super) fn account_at<'a, 's: 'a>(start: Input<'a, 's>, place: Place) -> Parsed<'a, 's, Account<'s>> {
    match quoted_account(start) {
        Some(parsed) => Ok(parsed),
        None => any_account(start, place),
    }
}

/// `'user'@'host'`, which most accounts are.
#[inline(always)]
fn quoted_account<'a, 's: 'a>(start: Input<'a, 's>) -> Option<(Input<'a, 's>, Account<'s>)> {
    let at = start.advance(1);
    let is_text = |i: Input<'_, '_>| i.token().kind == TokenKind::Text;
    if !is_text(start) || at.token().kind != TokenKind::At || !is_text(at.advance(1)) {
        return None;
    }
    let host = at.advance(1);
    let name = AccountName::Named { user: start.text_here(), host: Some(host.text_here()) };
    Some((at.advance(2), Account { span: Span::new(start.span().start, host.span().end), name }))
}

#[inline(never)]
fn any_account<'a, 's: 'a>(start: Input<'a, 's>, place: Place) -> Parsed<'a, 's, Account<'s>> {
    match current_role(start)? {
        (i, Some(span)) => Ok((i, Account { span, name: AccountName::CurrentRole })),
        (i, None) => user(place)(i),
    }
}

/// `CURRENT_ROLE`, where a server at hand knows it.
fn current_role<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Option<Span>> {
    if start.word() != word::CURRENT_ROLE || start.lacks(Feature::CurrentRoleAccount) {
        return Ok((start, None));
    }
    let (i, _) = keyword_of(Feature::CurrentRoleAccount, word::CURRENT_ROLE)(start)?;
    let (i, ()) = parentheses(i)?;
    Ok((i, Some(start.span_to(i))))
}

/// ```ebnf
/// user.P = ( NAME.P | TEXT ) [ "@" host ] | "CURRENT_USER" [ "(" ")" ] ;
/// host = HOST | QUOTED | TEXT ;
/// ```
pub(super) fn user<'a, 's: 'a>(place: Place) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Account<'s>> {
    move |start| {
        let (i, name) = match start.word() {
            word::CURRENT_USER => {
                let (i, ()) = parentheses(start.advance(1))?;
                (i, AccountName::CurrentUser)
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

/// ```ebnf
/// role.P = named_role.P | current_role ;
/// ```
pub(super) fn role<'a, 's: 'a>(place: Place) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Role<'s>> {
    move |start| match current_role(start)? {
        (i, Some(span)) => Ok((i, Role { span, name: RoleName::CurrentRole })),
        (i, None) => named_role(place)(i),
    }
}

/// MySQL's roles have a host, MariaDB's have none.
///
/// ```ebnf
/// named_role.P = ( NAME.P | TEXT ) [ <role-host> "@" host ] ;
/// ```
pub(super) fn named_role<'a, 's: 'a>(place: Place) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Role<'s>> {
    move |start| {
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
) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Option<Span>> {
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
