//! GRANT.

use super::object::grant_object;
use super::privileges::{
    Hosts, as_privileges, as_roles, reads_roles, role_or_privilege, starts_phrase, static_privilege,
};
use crate::ast::{Grant, GrantAs, Granted, PrivilegeName, Privileges, Require, ResourceLimit, RoleSelection};
use crate::lexer::TokenKind;
use crate::parser::account::{require, resource_limit, user_specification};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, keywords, list, list_of};
use crate::parser::name::{named_role, role, user};
use crate::parser::trace::Expected;
use crate::server::{Feature, Place, word};
use crate::source::Span;

/// `'user'@'host',`
const ACCOUNT_TOKENS: usize = 4;

/// ```ebnf
/// grant = "GRANT" ( "PROXY" "ON" user.user "TO" grantees [ "WITH" "GRANT" "OPTION" ]
///     | granted_privileges "TO" grantees grant_options
///     | granted_roles "TO" grantees [ "WITH" "ADMIN" "OPTION" ] ) ;
/// granted_roles = <role-or-privilege> named_role.granted { "," named_role.granted } | <single-role> role.granted ;
/// grantees = grantee { "," grantee } ;
/// grantee = user.grantee [ <grant-identified> identification ] | current_role ;
/// ```
pub(in crate::parser) fn grant<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Grant<'s>> {
    let (i, _) = keyword(word::GRANT)(start)?;
    let (i, what) = match (i.word(), i.word_ahead(1)) {
        (word::PROXY, next) if next != word::TO || i.lacks(Feature::SingleRole) => {
            let (i, _) = keyword(word::ON)(i.advance(1))?;
            let (i, proxied) = user(Place::User)(i)?;
            (i, Granted::Proxy(proxied))
        }
        (word::ALL, _) => {
            let i = i.advance(if i.word_ahead(1) == word::PRIVILEGES { 2 } else { 1 });
            let (i, on) = on_object(i)?;
            (i, Granted::Privileges { privileges: Privileges::All, on })
        }
        _ => granted(i, word::TO)?,
    };
    let (i, _) = keyword(word::TO)(i)?;
    let (i, grantees) =
        list_of(ACCOUNT_TOKENS, |i| user_specification(i, Place::Grantee, Feature::GrantIdentified))(i)?;
    let (i, options) = match &what {
        Granted::Roles(_) => with_option(i, word::ADMIN)?,
        Granted::Proxy(_) => with_option(i, word::GRANT)?,
        _ => grant_options(i)?,
    };
    let GrantOptions { require, with_option, limits, as_user } = options;
    Ok((i, Grant { span: start.span_to(i), what, grantees, require, with_option, limits, as_user }))
}

/// What stands behind the grantees.
#[derive(Default)]
struct GrantOptions<'s> {
    require: Option<Require<'s>>,
    with_option: Option<Span>,
    limits: Vec<ResourceLimit<'s>>,
    as_user: Option<Box<GrantAs<'s>>>,
}

pub(super) fn on_object<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, crate::ast::GrantObject<'s>> {
    let (i, _) = keyword(word::ON)(i)?;
    grant_object(i)
}

/// Privileges with their object, or roles; `end` is the word behind roles.
pub(super) fn granted<'a, 's: 'a>(start: Input<'a, 's>, end: crate::server::Word) -> Parsed<'a, 's, Granted<'s>> {
    let (i, lists_roles) = reads_roles(start, start)?;
    if lists_roles {
        let hosts = Hosts::default();
        let (i, items) = list(role_or_privilege(&hosts))(i)?;
        if i.word() == end {
            return Ok((i, as_roles(i, items, hosts)));
        }
        let columns =
            items.iter().find(|item| !item.columns.is_empty() && matches!(item.name, PrivilegeName::Static(_)));
        let columns = columns.map(|item| item.span);
        let (i, on) = on_object(i)?;
        refuse_columns_of_routine(i, columns, &on);
        return Ok((i, as_privileges(i, items, hosts, on)));
    }
    let is_name = matches!(
        i.token().kind,
        TokenKind::Word | TokenKind::Name | TokenKind::Text | TokenKind::QuotedName | TokenKind::Placeholder
    );
    let reserved = i.alive.is_subset(i.word().reserved(Place::Granted));
    let single_role = is_name && (!starts_phrase(i) || (i.word_ahead(1) == end && !reserved));
    if single_role && !i.lacks(Feature::SingleRole) {
        let (i, one) = role(Place::Granted)(i)?;
        let (i, ()) = i.gate(Feature::SingleRole, start)?;
        return Ok((i, Granted::Roles(vec![one])));
    }
    let (i, privileges) = list(static_privilege)(i)?;
    let (i, on) = on_object(i)?;
    refuse_columns_of_routine(
        i,
        privileges.iter().find(|privilege| !privilege.columns.is_empty()).map(|it| it.span),
        &on,
    );
    Ok((i, Granted::Privileges { privileges: Privileges::List(privileges), on }))
}

/// Behind the grammar the servers refuse columns of a routine, but for dynamic privileges.
fn refuse_columns_of_routine(i: Input<'_, '_>, columns: Option<Span>, on: &crate::ast::GrantObject<'_>) {
    use crate::ast::ObjectKind::Table;
    if let Some(columns) = columns
        && on.kind.is_some_and(|kind| kind != Table)
    {
        i.refuse(columns, Expected::Rule("a routine has no columns: this privilege cannot name any"));
    }
}

/// `[ "WITH" word "OPTION" ]`
fn with_option<'a, 's: 'a>(start: Input<'a, 's>, option: crate::server::Word) -> Parsed<'a, 's, GrantOptions<'s>> {
    let mut options = GrantOptions::default();
    let Ok((i, _)) = keyword(word::WITH)(start) else { return Ok((start, options)) };
    let (i, _) = keyword(option)(i)?;
    let (i, _) = keyword(word::OPTION)(i)?;
    options.with_option = Some(start.span_to(i));
    Ok((i, options))
}

/// ```ebnf
/// grant_options = [ <grant-identified> require ]
///     ( [ "WITH" "GRANT" "OPTION" ] [ <grant-as> "AS" user.user [ "WITH" "ROLE" role_selection ] ]
///     | <grant-identified> "WITH" ( "GRANT" "OPTION" | resource_limit ) { "GRANT" "OPTION" | resource_limit } ) ;
/// role_selection = "NONE" | "DEFAULT" | "ALL" [ "EXCEPT" named_role.role { "," named_role.role } ]
///     | named_role.role { "," named_role.role } ;
/// ```
#[inline]
fn grant_options<'a, 's: 'a>(mut i: Input<'a, 's>) -> Parsed<'a, 's, GrantOptions<'s>> {
    let mut options = GrantOptions::default();
    if let Ok((kept, _)) = keyword_of(Feature::GrantIdentified, word::REQUIRE)(i) {
        let (next, clause) = require(Input { alive: kept.alive, ..i })?;
        options.require = Some(clause);
        i = next;
    }
    if let Ok((next, _)) = keyword(word::WITH)(i) {
        let (next, (option, limits)) = with_list(next)?;
        (options.with_option, options.limits) = (option, limits);
        i = next;
    }
    if let Ok((next, _)) = keyword_of(Feature::GrantAs, word::AS)(i) {
        let (next, as_user) = grant_as(i, next)?;
        options.as_user = Some(Box::new(as_user));
        i = next;
    }
    Ok((i, options))
}

/// Once on MySQL 8.0, several on the servers that take limits here.
fn with_list<'a, 's: 'a>(mut i: Input<'a, 's>) -> Parsed<'a, 's, (Option<Span>, Vec<ResourceLimit<'s>>)> {
    let (mut option, mut limits) = (None, Vec::new());
    loop {
        let start = i;
        let first = option.is_none() && limits.is_empty();
        if i.word() == word::GRANT {
            let (next, _) = keywords(&[word::GRANT, word::OPTION])(i)?;
            i = if first { next } else { next.gate(Feature::GrantIdentified, start)?.0 };
            option = Some(start.span_to(i));
        } else if first || is_limit(i) {
            let _ = keyword(word::GRANT)(i);
            let (next, ()) = i.gate(Feature::GrantIdentified, start)?;
            let (next, limit) = resource_limit(next)?;
            limits.push(limit);
            i = next;
        } else {
            return Ok((i, (option, limits)));
        }
    }
}

fn is_limit(i: Input<'_, '_>) -> bool {
    matches!(
        i.word(),
        word::MAX_QUERIES_PER_HOUR
            | word::MAX_UPDATES_PER_HOUR
            | word::MAX_CONNECTIONS_PER_HOUR
            | word::MAX_USER_CONNECTIONS
            | word::MAX_STATEMENT_TIME
    )
}

fn grant_as<'a, 's: 'a>(start: Input<'a, 's>, i: Input<'a, 's>) -> Parsed<'a, 's, GrantAs<'s>> {
    let (i, account) = user(Place::User)(i)?;
    let (i, roles) = match keyword(word::WITH)(i) {
        Ok((i, _)) => {
            let (i, _) = keyword(word::ROLE)(i)?;
            role_selection(i).map(|(i, roles)| (i, Some(roles)))?
        }
        Err(_) => (i, None),
    };
    Ok((i, GrantAs { span: start.span_to(i), account, roles }))
}

fn role_selection<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, RoleSelection<'s>> {
    match i.word() {
        word::NONE => Ok((i.advance(1), RoleSelection::Nothing)),
        word::DEFAULT => Ok((i.advance(1), RoleSelection::Default)),
        word::ALL => match keyword(word::EXCEPT)(i.advance(1)) {
            Ok((i, _)) => list(named_role(Place::Role))(i).map(|(i, except)| (i, RoleSelection::All { except })),
            Err(_) => Ok((i.advance(1), RoleSelection::All { except: Vec::new() })),
        },
        _ => list(named_role(Place::Role))(i).map(|(i, roles)| (i, RoleSelection::Roles(roles))),
    }
}
