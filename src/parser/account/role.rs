//! CREATE ROLE, DROP ROLE, SET ROLE, SET DEFAULT ROLE.

use super::create_user::or_replace;
use crate::ast::{
    Account, AccountName, CreateRole, DropRole, RoleAdmin, RoleName, RoleSelection, SetDefaultRole, SetRole,
};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, keywords, list};
use crate::parser::name::{account, if_clause, named_role, role, user};
use crate::server::{Feature, Place, word};

/// ```ebnf
/// create_role = <roles> "CREATE" [ <or-replace> "OR" "REPLACE" ] "ROLE" [ "IF" "NOT" "EXISTS" ] role.role { "," role.role }
///     [ <role-admin> "WITH" "ADMIN" account.user ] ;
/// ```
pub(in crate::parser) fn create_role<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, CreateRole<'s>> {
    let (i, _) = keyword(word::CREATE)(start)?;
    let (i, or_replace) = or_replace(i)?;
    let (i, _) = keyword_of(Feature::Roles, word::ROLE)(i)?;
    let (i, if_not_exists) = if_clause(Feature::Roles, true)(i)?;
    let (i, roles) = list(role(Place::Role))(i)?;
    let (i, admin) = match keyword_of(Feature::RoleAdmin, word::WITH)(i) {
        Ok((i, _)) => {
            let (i, _) = keyword(word::ADMIN)(i)?;
            account(Place::User)(i).map(|(i, account)| (i, Some(RoleAdmin::Account(account))))?
        }
        Err(_) => (i, None),
    };
    Ok((i, CreateRole { span: start.span_to(i), or_replace, if_not_exists, roles, admin }))
}

/// ```ebnf
/// drop_role = <roles> "DROP" "ROLE" [ "IF" "EXISTS" ] role.droprole { "," role.droprole } ;
/// ```
pub(in crate::parser) fn drop_role<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, DropRole<'s>> {
    let (i, _) = keyword(word::DROP)(start)?;
    let (i, _) = keyword_of(Feature::Roles, word::ROLE)(i)?;
    let (i, if_exists) = if_clause(Feature::Roles, false)(i)?;
    let (i, roles) = list(role(Place::DropRole))(i)?;
    Ok((i, DropRole { span: start.span_to(i), if_exists, roles }))
}

/// ```ebnf
/// role_clause = <roles> "ROLE" ( "NONE" | named_role.role { <many-roles> "," named_role.role }
///     | <many-roles> ( "DEFAULT" | "ALL" [ "EXCEPT" named_role.role { "," named_role.role } ] ) ) ;
/// ```
pub(in crate::parser) fn role_clause<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, SetRole<'s>> {
    let (i, _) = keyword(word::ROLE)(start)?;
    // A server without roles reads a variable of that name.
    let (i, ()) = i.gate(Feature::Roles, i)?;
    let (i, roles) = match i.word() {
        word::NONE => (i.advance(1), RoleSelection::Nothing),
        word::DEFAULT => keyword_of(Feature::ManyRoles, word::DEFAULT)(i).map(|(i, _)| (i, RoleSelection::Default))?,
        word::ALL => {
            let (i, _) = keyword_of(Feature::ManyRoles, word::ALL)(i)?;
            let (i, except) = match keyword(word::EXCEPT)(i) {
                Ok((i, _)) => list(named_role(Place::Role))(i)?,
                Err(_) => (i, Vec::new()),
            };
            (i, RoleSelection::All { except })
        }
        _ => roles(Place::Role)(i)?,
    };
    Ok((i, SetRole { span: start.span_to(i), roles }))
}

/// One role, or on MySQL several.
fn roles<'a, 's: 'a>(place: Place) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, RoleSelection<'s>> {
    move |i| {
        let (mut i, first) = named_role(place)(i)?;
        let mut roles = vec![first];
        while i.symbol() == b','
            && let Ok((comma, ())) = i.gate(Feature::ManyRoles, i)
        {
            let (next, another) = named_role(place)(comma.advance(1))?;
            roles.push(another);
            i = next;
        }
        Ok((i, RoleSelection::Roles(roles)))
    }
}

/// `NONE`, `ALL`, or roles.
pub(in crate::parser) fn role_selection_all<'a, 's: 'a>(
    place: Place,
) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, RoleSelection<'s>> {
    move |i| match i.word() {
        word::NONE => Ok((i.advance(1), RoleSelection::Nothing)),
        word::ALL => Ok((i.advance(1), RoleSelection::All { except: Vec::new() })),
        _ => list(named_role(place))(i).map(|(i, roles)| (i, RoleSelection::Roles(roles))),
    }
}

/// An account that the grammar reads as a role.
fn role_account<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Account<'s>> {
    named_role(Place::SetDefault)(i).map(|(i, role)| {
        let name = match role.name {
            RoleName::Named { name, host } => AccountName::Named { user: name, host },
            RoleName::CurrentRole => AccountName::CurrentRole,
        };
        (i, Account { span: role.span, name })
    })
}

/// ```ebnf
/// default_role_clause = <default-role> "DEFAULT" "ROLE" ( "NONE" | "ALL" | named_role.setdefault { "," named_role.setdefault } )
///         "TO" named_role.setdefault { "," named_role.setdefault }
///     | <one-role> "DEFAULT" "ROLE" ( "NONE" | role.setdefault ) [ "FOR" user.user ] ;
/// ```
pub(in crate::parser) fn default_role_clause<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, SetDefaultRole<'s>> {
    let (i, _) = keywords(&[word::DEFAULT, word::ROLE])(start)?;
    let (i, accounts, roles) = if i.lacks(Feature::DefaultRole) {
        let (i, ()) = i.gate(Feature::OneRole, start.advance(1))?;
        let (i, roles) = match i.word() {
            word::NONE => (i.advance(1), RoleSelection::Nothing),
            _ => role(Place::SetDefault)(i).map(|(i, one)| (i, RoleSelection::Roles(vec![one])))?,
        };
        match keyword(word::FOR)(i) {
            Ok((i, _)) => user(Place::User)(i).map(|(i, account)| (i, vec![account], roles))?,
            Err(_) => (i, Vec::new(), roles),
        }
    } else {
        let (i, ()) = i.gate(Feature::DefaultRole, start.advance(1))?;
        let (i, roles) = role_selection_all(Place::SetDefault)(i)?;
        let (i, _) = keyword(word::TO)(i)?;
        // MySQL reads roles here too: CURRENT_USER is none.
        let (i, accounts) = list(role_account)(i)?;
        (i, accounts, roles)
    };
    Ok((i, SetDefaultRole { span: start.span_to(i), roles, accounts }))
}
