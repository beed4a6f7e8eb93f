//! ALTER USER.

use super::identification::{discard_old_password, hash, identification, identification_with, secret};
use super::options::account_options;
use super::role::role_selection_all;
use crate::ast::{
    AccountChange, AccountName, AlterUser, AlterUserAction, AlterUserSpecification, Factor, Identification,
    IdentifiedBy, PluginCredential, RegistrationStep, Secret,
};
use crate::lexer::TokenKind;
use crate::parser::input::{Input, Parsed, keyword, keyword_of, keywords, list, symbol};
use crate::parser::name::{account, if_clause, user};
use crate::parser::number::num;
use crate::parser::trace::Expected;
use crate::server::{Feature, Place, word};
use crate::source::Span;

/// ```ebnf
/// alter_user = <alter-user> "ALTER" "USER" [ <alter-if-exists> "IF" "EXISTS" ]
///     ( alter_user_specification { "," alter_user_specification } account_options
///     | <alter-own-account> user_function own_account_change
///     | <default-role> user.user "DEFAULT" "ROLE" ( "NONE" | "ALL" | named_role.role { "," named_role.role } )
///     | <factors> ( user.user | user_function ) registration )
///   | <expire-only> "ALTER" "USER" user.user "PASSWORD" "EXPIRE" { "," user.user "PASSWORD" "EXPIRE" } ;
/// user_function = "USER" "(" ")" | "SESSION_USER(" ")" | "SYSTEM_USER(" ")" ;
/// ```
pub(in crate::parser) fn alter_user<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, AlterUser<'s>> {
    let (i, _) = keywords(&[word::ALTER, word::USER])(start)?;
    if !i.alive.intersects(Feature::AlterUser.servers()) {
        let (i, users) = list(expire_only)(i)?;
        let (i, options) = empty_options(i);
        return Ok((
            i,
            AlterUser { span: start.span_to(i), if_exists: None, action: AlterUserAction::Users { users, options } },
        ));
    }
    let (i, ()) = i.gate(Feature::AlterUser, start)?;
    let (i, if_exists) = if_clause(Feature::AlterIfExists, false)(i)?;
    let (i, action) = if is_user_function(i) {
        let parenthesis = i.advance(1);
        let (i, ()) = parenthesis.advance(1).gate(Feature::AlterOwnAccount, parenthesis)?;
        let (i, _) = symbol(b')')(i)?;
        own_account(i)?
    } else {
        accounts(i)?
    };
    Ok((i, AlterUser { span: start.span_to(i), if_exists, action }))
}

/// `USER()`, and its two other names, which are functions only with the parenthesis right behind them.
fn is_user_function(i: Input<'_, '_>) -> bool {
    let parenthesis = i.advance(1);
    let adjacent = parenthesis.token().start == i.span().end || i.shared.sql_mode.ignore_space;
    parenthesis.symbol() == b'('
        && match i.word() {
            word::USER => true,
            word::SESSION_USER | word::SYSTEM_USER => adjacent,
            _ => false,
        }
}

fn empty_options<'a, 's: 'a>(i: Input<'a, 's>) -> (Input<'a, 's>, crate::ast::AccountOptions<'s>) {
    let span = i.span_to(i);
    (
        i,
        crate::ast::AccountOptions {
            span,
            require: None,
            limits: Vec::new(),
            password_and_lock: Vec::new(),
            attribute: None,
        },
    )
}

/// MySQL 5.6.
fn expire_only<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, AlterUserSpecification<'s>> {
    let (i, account) = user(Place::User)(start)?;
    let (i, _) = keyword_of(Feature::ExpireOnly, word::PASSWORD)(i)?;
    let (i, _) = keyword(word::EXPIRE)(i)?;
    Ok((i, AlterUserSpecification { span: start.span_to(i), account, change: AccountChange::PasswordExpire }))
}

/// ```ebnf
/// own_account_change = "IDENTIFIED" "BY" ( TEXT | <random-password> "RANDOM" "PASSWORD" ) [ replace ] [ retain ]
///                    | <dual-password> "DISCARD" "OLD" "PASSWORD" ;
/// ```
fn own_account<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, AlterUserAction<'s>> {
    if i.word() == word::DISCARD {
        let (i, ()) = discard_old_password(i)?;
        return Ok((i, AlterUserAction::OwnAccount(AccountChange::DiscardOldPassword)));
    }
    if is_factor(i) {
        let (i, (factor, step)) = registration(i)?;
        return Ok((i, AlterUserAction::Registration { account: None, factor, step }));
    }
    let start = i;
    let (i, identification) = identification(i)?;
    if !matches!(identification.by, IdentifiedBy::Password(_) | IdentifiedBy::RandomPassword) {
        return start.advance(1).fail(Expected::Word(word::BY));
    }
    let (i, change) = with_replace_and_retain(i, identification)?;
    Ok((i, AlterUserAction::OwnAccount(change)))
}

fn accounts<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, AlterUserAction<'s>> {
    let (behind, first) = account(Place::User)(i)?;
    if let Ok((behind, _)) = keyword_of(Feature::DefaultRole, word::DEFAULT)(behind) {
        let (behind, _) = keyword(word::ROLE)(behind)?;
        let (behind, roles) = role_selection_all(Place::Role)(behind)?;
        return Ok((behind, AlterUserAction::DefaultRole { account: first, roles }));
    }
    if is_factor(behind) {
        let (behind, (factor, step)) = registration(behind)?;
        return Ok((behind, AlterUserAction::Registration { account: Some(first), factor, step }));
    }
    let (i, users) = list(specification)(i)?;
    let (i, options) = account_options(i)?;
    Ok((i, AlterUserAction::Users { users, options }))
}

/// ```ebnf
/// alter_user_specification = user.user [ account_change ] | current_role ;
/// account_change = "IDENTIFIED" "BY" ( TEXT | <random-password> "RANDOM" "PASSWORD" ) [ replace ] [ retain ]
///     | <alter-password-hash> "IDENTIFIED" "BY" "PASSWORD" TEXT
///     | <plugin> "IDENTIFIED" "WITH" ( NAME.plugin | TEXT )
///         [ "AS" hash [ retain ] | <plugin-by> "BY" TEXT [ replace ] [ retain ] | <random-password> "BY" "RANDOM" "PASSWORD" [ retain ] ]
///     | <via> "IDENTIFIED" ( "VIA" | "WITH" ) via_authentication { <via-or> "OR" via_authentication }
///     | <dual-password> "DISCARD" "OLD" "PASSWORD"
///     | <factors> ( "ADD" factor identification [ "ADD" factor identification ]
///         | "MODIFY" factor identification [ "MODIFY" factor identification ] | "DROP" factor [ "DROP" factor ] ) ;
/// replace = <replace-password> "REPLACE" TEXT ;
/// retain = <dual-password> "RETAIN" "CURRENT" "PASSWORD" ;
/// factor = num "FACTOR" ;
/// ```
fn specification<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, AlterUserSpecification<'s>> {
    let (i, account) = account(Place::User)(start)?;
    let (i, change) = match i.word() {
        // A role has no password: behind it the servers expect the next account, or the options of all.
        _ if matches!(account.name, AccountName::CurrentRole) => (i, AccountChange::Nothing),
        word::IDENTIFIED => {
            let (i, identification) = identification_with(Feature::AlterPasswordHash)(i)?;
            with_replace_and_retain(i, identification)?
        }
        word::DISCARD => {
            let (i, ()) = discard_old_password(i)?;
            (i, AccountChange::DiscardOldPassword)
        }
        word::ADD => factors(i, word::ADD, true).map(|(i, factors)| (i, AccountChange::AddFactors(factors)))?,
        word::MODIFY => {
            factors(i, word::MODIFY, true).map(|(i, factors)| (i, AccountChange::ModifyFactors(factors)))?
        }
        word::DROP => factors(i, word::DROP, false).map(|(i, factors)| (i, AccountChange::DropFactors(factors)))?,
        _ => {
            let _ = keyword(word::IDENTIFIED)(i);
            (i, AccountChange::Nothing)
        }
    };
    Ok((i, AlterUserSpecification { span: start.span_to(i), account, change }))
}

fn with_replace_and_retain<'a, 's: 'a>(
    i: Input<'a, 's>,
    identification: Identification<'s>,
) -> Parsed<'a, 's, AccountChange<'s>> {
    let (may_replace, may_retain) = match &identification.by {
        IdentifiedBy::Password(_) | IdentifiedBy::RandomPassword => (true, true),
        IdentifiedBy::PasswordHash(_) => (false, false),
        IdentifiedBy::Plugins(plugins) => match plugins.first().and_then(|plugin| plugin.credential.as_ref()) {
            Some(PluginCredential::Password(_)) => (true, true),
            Some(PluginCredential::Hash(_) | PluginCredential::RandomPassword) => (false, true),
            _ => (false, false),
        },
    };
    let (i, replace) = if may_replace { replace(i)? } else { (i, None) };
    let (i, retain_current) = if may_retain { retain(i)? } else { (i, None) };
    Ok((i, AccountChange::Authentication { identification, replace, retain_current }))
}

pub(super) fn replace<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Option<Secret<'s>>> {
    match keyword_of(Feature::ReplacePassword, word::REPLACE)(i) {
        Ok((i, _)) => secret(i).map(|(i, secret)| (i, Some(secret))),
        Err(_) => Ok((i, None)),
    }
}

pub(super) fn retain<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Option<Span>> {
    match keyword_of(Feature::DualPassword, word::RETAIN)(start) {
        Ok((i, _)) => {
            let (i, _) = keywords(&[word::CURRENT, word::PASSWORD])(i)?;
            Ok((i, Some(start.span_to(i))))
        }
        Err(_) => Ok((start, None)),
    }
}

fn is_factor(i: Input<'_, '_>) -> bool {
    matches!(i.token().kind, TokenKind::Integer | TokenKind::Placeholder) && i.word_ahead(1) == word::FACTOR
}

fn factors<'a, 's: 'a>(
    i: Input<'a, 's>,
    verb: crate::server::Word,
    identified: bool,
) -> Parsed<'a, 's, Vec<Factor<'s>>> {
    let (mut i, _) = keyword_of(Feature::Factors, verb)(i)?;
    let mut factors = Vec::new();
    loop {
        let start = i;
        let (next, number) = num(i)?;
        let (next, _) = keyword(word::FACTOR)(next)?;
        let (next, identification) = if identified {
            let (next, identification) = identification(next)?;
            (next, Some(identification))
        } else {
            (next, None)
        };
        factors.push(Factor { span: start.span_to(next), number, identification });
        match keyword(verb)(next) {
            Ok((another, _)) if factors.len() == 1 => i = another,
            _ => return Ok((next, factors)),
        }
    }
}

/// ```ebnf
/// registration = factor ( "INITIATE" "REGISTRATION" | "UNREGISTER"
///              | "FINISH" "REGISTRATION" "SET" "CHALLENGE_RESPONSE" "AS" hash ) ;
/// ```
fn registration<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, (crate::ast::Number<'s>, RegistrationStep<'s>)> {
    let (i, factor) = num(start)?;
    let (i, _) = keyword(word::FACTOR)(i)?;
    let (i, ()) = i.gate(Feature::Factors, start)?;
    let (i, step) = match i.word() {
        word::INITIATE => {
            keywords(&[word::INITIATE, word::REGISTRATION])(i).map(|(i, _)| (i, RegistrationStep::Initiate))?
        }
        word::UNREGISTER => (i.advance(1), RegistrationStep::Unregister),
        word::FINISH => {
            let (i, _) =
                keywords(&[word::FINISH, word::REGISTRATION, word::SET, word::CHALLENGE_RESPONSE, word::AS])(i)?;
            hash(i).map(|(i, response)| (i, RegistrationStep::Finish(response)))?
        }
        _ => {
            let _ = keyword(word::INITIATE)(i);
            let _ = keyword(word::FINISH)(i);
            return i.fail(Expected::Word(word::UNREGISTER));
        }
    };
    Ok((i, (factor, step)))
}
