//! What CREATE USER and ALTER USER say of all their accounts, and the clauses that the legacy GRANT shares with them.

use crate::ast::{
    AccountOptions, PasswordOrLock, PasswordOrLockOption, Require, Requirement, Resource, ResourceLimit, TlsOption,
    TlsOptionName, UserAttribute,
};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, text};
use crate::parser::number::{days, decimal, integer, num, number};
use crate::parser::trace::Expected;
use crate::server::{Feature, word};

/// ```ebnf
/// account_options = [ <account-require> require ] [ <account-require> "WITH" resource_limit { resource_limit } ]
///                   password_and_lock_options [ <user-attribute> ( "COMMENT" | "ATTRIBUTE" ) TEXT ] ;
/// ```
pub(super) fn account_options<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, AccountOptions<'s>> {
    let (i, require) = match keyword_of(Feature::AccountRequire, word::REQUIRE)(start) {
        Ok((kept, _)) => {
            let (i, require) = require(Input { alive: kept.alive, ..start })?;
            (i, Some(require))
        }
        Err(_) => (start, None),
    };
    let (i, limits) = match keyword_of(Feature::AccountRequire, word::WITH)(i) {
        Ok((i, _)) => resource_limits(i)?,
        Err(_) => (i, Vec::new()),
    };
    let (i, password_and_lock) = password_and_lock_options(i)?;
    let (i, attribute) = user_attribute(i)?;
    Ok((i, AccountOptions { span: start.span_to(i), require, limits, password_and_lock, attribute }))
}

/// ```ebnf
/// require = "REQUIRE" ( "NONE" | "SSL" | "X509" | tls_option { [ "AND" ] tls_option } ) ;
/// tls_option = ( "CIPHER" | "ISSUER" | "SUBJECT" ) TEXT ;
/// ```
pub(in crate::parser) fn require<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Require<'s>> {
    let (i, _) = keyword(word::REQUIRE)(start)?;
    let (i, what) = match i.word() {
        word::NONE => (i.advance(1), Requirement::Nothing),
        word::SSL => (i.advance(1), Requirement::Ssl),
        word::X509 => (i.advance(1), Requirement::X509),
        _ => {
            for word in [word::NONE, word::SSL, word::X509] {
                let _ = keyword(word)(i);
            }
            let (mut i, first) = tls_option(i)?;
            let mut options = vec![first];
            loop {
                let after_and = keyword(word::AND)(i);
                let next = after_and.as_ref().map_or(i, |(next, _)| *next);
                match tls_option(next) {
                    Ok((next, option)) => {
                        options.push(option);
                        i = next;
                    }
                    Err(error) if after_and.is_ok() => return Err(error),
                    Err(_) => break,
                }
            }
            (i, Requirement::Options(options))
        }
    };
    Ok((i, Require { span: start.span_to(i), what }))
}

fn tls_option<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, TlsOption<'s>> {
    let name = match start.word() {
        word::CIPHER => TlsOptionName::Cipher,
        word::ISSUER => TlsOptionName::Issuer,
        word::SUBJECT => TlsOptionName::Subject,
        _ => {
            for word in [word::CIPHER, word::ISSUER] {
                let _ = keyword(word)(start);
            }
            return start.fail(Expected::Word(word::SUBJECT));
        }
    };
    let (i, value) = text(start.advance(1))?;
    Ok((i, TlsOption { span: start.span_to(i), name, value }))
}

fn resource_limits<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Vec<ResourceLimit<'s>>> {
    let (mut i, first) = resource_limit(i)?;
    let mut limits = vec![first];
    while let Ok((next, limit)) = resource_limit_if_any(i)? {
        limits.push(limit);
        i = next;
    }
    Ok((i, limits))
}

/// A limit, or none at all; an error inside one stays an error.
fn resource_limit_if_any<'a, 's: 'a>(
    i: Input<'a, 's>,
) -> Result<Parsed<'a, 's, ResourceLimit<'s>>, nom::Err<crate::parser::input::Fail>> {
    match resource(i) {
        Ok(_) => resource_limit(i).map(Ok),
        Err(error) => Ok(Err(error)),
    }
}

/// ```ebnf
/// resource_limit = ( "MAX_QUERIES_PER_HOUR" | "MAX_UPDATES_PER_HOUR" | "MAX_CONNECTIONS_PER_HOUR" ) number
///                | "MAX_USER_CONNECTIONS" ( <unsigned-limit> number | <signed-limit> [ "-" | "+" ] num )
///                | <statement-time> "MAX_STATEMENT_TIME" decimal ;
/// ```
pub(in crate::parser) fn resource_limit<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, ResourceLimit<'s>> {
    let (i, resource) = resource(start)?;
    let (i, negative, value) = match resource {
        Resource::StatementTime => decimal(i).map(|(i, value)| (i, false, value))?,
        Resource::UserConnections if !i.lacks(Feature::SignedLimit) => {
            let (i, ()) = i.gate(Feature::SignedLimit, i)?;
            let sign = i.symbol();
            let i = if matches!(sign, b'-' | b'+') { i.advance(1) } else { i };
            num(i).map(|(i, value)| (i, sign == b'-', value))?
        }
        _ => number(i).map(|(i, value)| (i, false, value))?,
    };
    Ok((i, ResourceLimit { span: start.span_to(i), resource, negative, value }))
}

fn resource<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Resource> {
    let resource = match i.word() {
        word::MAX_QUERIES_PER_HOUR => Resource::QueriesPerHour,
        word::MAX_UPDATES_PER_HOUR => Resource::UpdatesPerHour,
        word::MAX_CONNECTIONS_PER_HOUR => Resource::ConnectionsPerHour,
        word::MAX_USER_CONNECTIONS => Resource::UserConnections,
        word::MAX_STATEMENT_TIME => {
            let (i, _) = keyword_of(Feature::StatementTime, word::MAX_STATEMENT_TIME)(i)?;
            return Ok((i, Resource::StatementTime));
        }
        _ => {
            for word in [word::MAX_QUERIES_PER_HOUR, word::MAX_UPDATES_PER_HOUR, word::MAX_CONNECTIONS_PER_HOUR] {
                let _ = keyword(word)(i);
            }
            return i.fail(Expected::Word(word::MAX_USER_CONNECTIONS));
        }
    };
    Ok((i.advance(1), resource))
}

/// MariaDB takes one lock option and one expiry option, MySQL any number of each.
///
/// ```ebnf
/// password_and_lock_options = [ <account-lock> password_or_lock_option { <repeated-account-options> password_or_lock_option } ]
///     | <account-options-once> ( account_lock password_expire | password_expire account_lock ) ;
/// password_or_lock_option = account_lock | password_expire | <password-history> password_history | <password-require-current> password_current
///     | <failed-logins> failed_logins ;
/// account_lock = "ACCOUNT" ( "LOCK" | "UNLOCK" ) ;
/// password_expire = "PASSWORD" "EXPIRE" [ "DEFAULT" | "NEVER" | "INTERVAL" days day ] ;
/// password_history = "PASSWORD" ( "HISTORY" ( integer | "DEFAULT" ) | "REUSE" "INTERVAL" ( integer day | "DEFAULT" ) ) ;
/// password_current = "PASSWORD" "REQUIRE" "CURRENT" [ "DEFAULT" | "OPTIONAL" ] ;
/// day = "DAY" | "SQL_TSI_DAY" ;
/// failed_logins = "FAILED_LOGIN_ATTEMPTS" integer | "PASSWORD_LOCK_TIME" ( integer | "UNBOUNDED" ) ;
/// ```
fn password_and_lock_options<'a, 's: 'a>(mut i: Input<'a, 's>) -> Parsed<'a, 's, Vec<PasswordOrLockOption<'s>>> {
    let mut options: Vec<PasswordOrLockOption<'s>> = Vec::new();
    loop {
        let start = i;
        let next = match i.word() {
            word::ACCOUNT => keyword_of(Feature::AccountLock, word::ACCOUNT)(i),
            word::PASSWORD => keyword_of(Feature::AccountLock, word::PASSWORD)(i),
            word::FAILED_LOGIN_ATTEMPTS => keyword_of(Feature::FailedLogins, word::FAILED_LOGIN_ATTEMPTS)(i),
            word::PASSWORD_LOCK_TIME => keyword_of(Feature::FailedLogins, word::PASSWORD_LOCK_TIME)(i),
            _ => {
                let _ = keyword_of(Feature::AccountLock, word::ACCOUNT)(i);
                keyword_of(Feature::AccountLock, word::PASSWORD)(i)
            }
        };
        let Ok((next, _)) = next else { return Ok((i, options)) };
        let is_lock = start.word() == word::ACCOUNT;
        let again = |option: &PasswordOrLockOption| {
            is_lock == matches!(option.what, PasswordOrLock::AccountLock | PasswordOrLock::AccountUnlock)
        };
        let next = if options.iter().any(again) {
            match next.gate(Feature::RepeatedAccountOptions, start) {
                Ok((next, ())) => next,
                Err(_) => return Ok((i, options)),
            }
        } else {
            next
        };
        let (next, what) = password_or_lock_option(start, next)?;
        options.push(PasswordOrLockOption { span: start.span_to(next), what });
        i = next;
    }
}

fn password_or_lock_option<'a, 's: 'a>(start: Input<'a, 's>, i: Input<'a, 's>) -> Parsed<'a, 's, PasswordOrLock<'s>> {
    match start.word() {
        word::ACCOUNT => match i.word() {
            word::LOCK => Ok((i.advance(1), PasswordOrLock::AccountLock)),
            word::UNLOCK => Ok((i.advance(1), PasswordOrLock::AccountUnlock)),
            _ => {
                let _ = keyword(word::LOCK)(i);
                i.fail(Expected::Word(word::UNLOCK))
            }
        },
        word::FAILED_LOGIN_ATTEMPTS => integer(i).map(|(i, n)| (i, PasswordOrLock::FailedLoginAttempts(n))),
        word::PASSWORD_LOCK_TIME => match keyword(word::UNBOUNDED)(i) {
            Ok((i, _)) => Ok((i, PasswordOrLock::PasswordLockTime(None))),
            Err(_) => integer(i).map(|(i, n)| (i, PasswordOrLock::PasswordLockTime(Some(n)))),
        },
        _ => password_option(i),
    }
}

fn password_option<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, PasswordOrLock<'s>> {
    match i.word() {
        word::EXPIRE => password_expire(i.advance(1)),
        word::HISTORY => {
            let (i, _) = keyword_of(Feature::PasswordHistory, word::HISTORY)(i)?;
            match keyword(word::DEFAULT)(i) {
                Ok((i, _)) => Ok((i, PasswordOrLock::PasswordHistory(None))),
                Err(_) => integer(i).map(|(i, n)| (i, PasswordOrLock::PasswordHistory(Some(n)))),
            }
        }
        word::REUSE => {
            let (i, _) = keyword_of(Feature::PasswordHistory, word::REUSE)(i)?;
            let (i, _) = keyword(word::INTERVAL)(i)?;
            match keyword(word::DEFAULT)(i) {
                Ok((i, _)) => Ok((i, PasswordOrLock::PasswordReuseInterval(None))),
                Err(_) => {
                    let (i, n) = integer(i)?;
                    let (i, ()) = day(i)?;
                    Ok((i, PasswordOrLock::PasswordReuseInterval(Some(n))))
                }
            }
        }
        word::REQUIRE => {
            let (i, _) = keyword_of(Feature::PasswordRequireCurrent, word::REQUIRE)(i)?;
            let (i, _) = keyword(word::CURRENT)(i)?;
            Ok(match i.word() {
                word::DEFAULT => (i.advance(1), PasswordOrLock::PasswordRequireCurrentDefault),
                word::OPTIONAL => (i.advance(1), PasswordOrLock::PasswordRequireCurrentOptional),
                _ => {
                    let _ = keyword(word::DEFAULT)(i);
                    let _ = keyword(word::OPTIONAL)(i);
                    (i, PasswordOrLock::PasswordRequireCurrent)
                }
            })
        }
        _ => {
            let _ = keyword_of(Feature::PasswordHistory, word::HISTORY)(i);
            let _ = keyword_of(Feature::PasswordHistory, word::REUSE)(i);
            let _ = keyword_of(Feature::PasswordRequireCurrent, word::REQUIRE)(i);
            i.fail(Expected::Word(word::EXPIRE))
        }
    }
}

fn password_expire<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, PasswordOrLock<'s>> {
    match i.word() {
        word::DEFAULT => Ok((i.advance(1), PasswordOrLock::PasswordExpireDefault)),
        word::NEVER => Ok((i.advance(1), PasswordOrLock::PasswordExpireNever)),
        word::INTERVAL => {
            let (i, n) = days(i.advance(1))?;
            let (i, ()) = day(i)?;
            Ok((i, PasswordOrLock::PasswordExpireInterval(n)))
        }
        _ => {
            for word in [word::DEFAULT, word::NEVER, word::INTERVAL] {
                let _ = keyword(word)(i);
            }
            Ok((i, PasswordOrLock::PasswordExpire))
        }
    }
}

/// Two spellings of one token.
fn day<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, ()> {
    if i.word() == word::SQL_TSI_DAY { Ok((i.advance(1), ())) } else { keyword(word::DAY)(i).map(|(i, _)| (i, ())) }
}

fn user_attribute<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Option<UserAttribute<'s>>> {
    let is_json = start.word() == word::ATTRIBUTE;
    let word = if is_json { word::ATTRIBUTE } else { word::COMMENT };
    match keyword_of(Feature::UserAttribute, word)(start) {
        Ok((i, _)) => {
            let (i, value) = text(i)?;
            Ok((i, Some(UserAttribute { span: start.span_to(i), is_json, value })))
        }
        Err(_) => Ok((start, None)),
    }
}
