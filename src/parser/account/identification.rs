//! IDENTIFIED …

use crate::ast::{
    AccountName, Identification, IdentifiedBy, PluginAuthentication, PluginCredential, Secret, UserSpecification,
};
use crate::lexer::TokenKind;
use crate::parser::input::{Input, Parsed, keyword, keyword_of, keywords, name_or_text, phrase_of, symbol, text};
use crate::parser::name::account_at;
use crate::parser::trace::Expected;
use crate::server::{Feature, Place, word};

/// A plain string, kept secret.
pub(super) fn secret<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Secret<'s>> {
    text(i).map(|(i, text)| (i, Secret::new(text)))
}

/// ```ebnf
/// hash = TEXT | <hex-hash> ( HEX | HEXTEXT ) ;
/// ```
pub(super) fn hash<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Secret<'s>> {
    match start.token().kind {
        TokenKind::Hex | TokenKind::HexText => {
            let (i, ()) = start.advance(1).gate(Feature::HexHash, start)?;
            Ok((i, Secret::new(start.text_here())))
        }
        _ => secret(start),
    }
}

/// A factor of CREATE USER, ADD and MODIFY.
///
/// ```ebnf
/// identification = "IDENTIFIED" ( "BY" password | "WITH" plugin_authentication
///                | <via> ( "VIA" | "WITH" ) via_authentication { <via-or> "OR" via_authentication } ) ;
/// password = TEXT | <random-password> "RANDOM" "PASSWORD" | <password-hash> "PASSWORD" TEXT ;
/// plugin_authentication = <plugin> ( NAME.plugin | TEXT )
///     [ "AS" hash | <plugin-by> "BY" ( TEXT | <random-password> "RANDOM" "PASSWORD" ) ] ;
/// ```
pub(super) fn identification<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Identification<'s>> {
    identification_with(Feature::PasswordHash)(start)
}

/// An [`identification`] in which `BY PASSWORD 'hash'` needs a feature of its own.
pub(super) fn identification_with<'a, 's: 'a>(
    password_hash: Feature,
) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Identification<'s>> {
    move |start| {
        let (i, _) = keyword(word::IDENTIFIED)(start)?;
        let (i, by) = identified_by(i, password_hash)?;
        Ok((i, Identification { span: start.span_to(i), by }))
    }
}

fn identified_by<'a, 's: 'a>(i: Input<'a, 's>, password_hash: Feature) -> Parsed<'a, 's, IdentifiedBy<'s>> {
    match i.word() {
        word::BY => password(i.advance(1), password_hash),
        word::VIA => {
            let (i, _) = keyword_of(Feature::Via, word::VIA)(i)?;
            via(i)
        }
        word::WITH if !i.lacks(Feature::Via) => {
            let with = i;
            let (i, ()) = with.advance(1).gate(Feature::Via, with)?;
            via(i)
        }
        word::WITH => {
            let (i, plugin) = plugin_authentication(i.advance(1))?;
            Ok((i, IdentifiedBy::Plugins(vec![plugin])))
        }
        _ => {
            let _ = i.fail::<()>(Expected::Word(word::BY));
            i.fail(Expected::Word(word::WITH))
        }
    }
}

fn password<'a, 's: 'a>(i: Input<'a, 's>, password_hash: Feature) -> Parsed<'a, 's, IdentifiedBy<'s>> {
    match i.word() {
        word::RANDOM => {
            let (i, _) = phrase_of(Feature::RandomPassword, &[word::RANDOM, word::PASSWORD])(i)?;
            Ok((i, IdentifiedBy::RandomPassword))
        }
        word::PASSWORD => {
            let (i, _) = keyword_of(Feature::PasswordHash, word::PASSWORD)(i)?;
            let (i, ()) = i.gate(password_hash, i)?;
            let (i, hash) = secret(i)?;
            Ok((i, IdentifiedBy::PasswordHash(hash)))
        }
        _ => secret(i).map(|(i, password)| (i, IdentifiedBy::Password(password))),
    }
}

fn plugin_authentication<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, PluginAuthentication<'s>> {
    let (i, plugin) = name_or_text(Place::Plugin)(start)?;
    let (i, credential) = match i.word() {
        word::AS => {
            let (i, hash) = hash(i.advance(1))?;
            (i, Some(PluginCredential::Hash(hash)))
        }
        word::BY if !i.lacks(Feature::PluginBy) => {
            let (i, _) = keyword_of(Feature::PluginBy, word::BY)(i)?;
            match i.word() {
                word::RANDOM => {
                    let (i, _) = phrase_of(Feature::RandomPassword, &[word::RANDOM, word::PASSWORD])(i)?;
                    (i, Some(PluginCredential::RandomPassword))
                }
                _ => {
                    let (i, password) = secret(i)?;
                    (i, Some(PluginCredential::Password(password)))
                }
            }
        }
        _ => {
            let _ = keyword(word::AS)(i);
            let _ = keyword_of(Feature::PluginBy, word::BY)(i);
            (i, None)
        }
    };
    Ok((i, PluginAuthentication { span: start.span_to(i), plugin, credential }))
}

/// MariaDB's form.
///
/// ```ebnf
/// via_authentication = ( NAME.plugin | TEXT ) [ ( "USING" | "AS" ) ( TEXT | <via-password> "PASSWORD" "(" TEXT ")" ) ] ;
/// ```
fn via<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, IdentifiedBy<'s>> {
    let (mut i, first) = via_authentication(i)?;
    let mut plugins = vec![first];
    while let Ok((next, _)) = keyword_of(Feature::ViaOr, word::OR)(i) {
        let (next, plugin) = via_authentication(next)?;
        plugins.push(plugin);
        i = next;
    }
    Ok((i, IdentifiedBy::Plugins(plugins)))
}

fn via_authentication<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, PluginAuthentication<'s>> {
    let (i, plugin) = name_or_text(Place::Plugin)(start)?;
    let (i, credential) = match i.word() {
        word::USING | word::AS if i.word_ahead(1) == word::PASSWORD => {
            let (i, _) = keyword_of(Feature::ViaPassword, word::PASSWORD)(i.advance(1))?;
            let (i, _) = symbol(b'(')(i)?;
            let (i, password) = secret(i)?;
            let (i, _) = symbol(b')')(i)?;
            (i, Some(PluginCredential::PasswordFunction(password)))
        }
        word::USING | word::AS => {
            let (i, hash) = secret(i.advance(1))?;
            (i, Some(PluginCredential::Hash(hash)))
        }
        _ => {
            let _ = keyword(word::USING)(i);
            (i, None)
        }
    };
    Ok((i, PluginAuthentication { span: start.span_to(i), plugin, credential }))
}

/// An account of CREATE USER, or of a GRANT that may identify it.
///
/// ```ebnf
/// create_user_specification = user.user [ identification ] [ <factors> more_factors ] | current_role
///     | <factors> user.user "IDENTIFIED" "WITH" ( NAME.plugin | TEXT ) initial_authentication ;
/// initial_authentication = "INITIAL" "AUTHENTICATION" "IDENTIFIED"
///     ( "BY" ( TEXT | "RANDOM" "PASSWORD" ) | "WITH" ( NAME.plugin | TEXT ) "AS" hash ) ;
/// more_factors = "AND" identification [ "AND" identification ] ;
/// ```
#[inline(always)]
pub(crate) fn user_specification<'a, 's: 'a>(
    start: Input<'a, 's>,
    place: Place,
    identified: Feature,
) -> Parsed<'a, 's, UserSpecification<'s>> {
    let (i, account) = account_at(start, place)?;
    let (i, identification) = match keyword_of(identified, word::IDENTIFIED)(i) {
        // A role has no password.
        Ok((kept, _)) if !matches!(account.name, AccountName::CurrentRole) => {
            let (i, identification) = identification(Input { alive: kept.alive, ..i })?;
            (i, Some(identification))
        }
        _ => (i, None),
    };
    let span = start.span_to(i);
    let (initial_authentication, more_factors) = (None, Vec::new());
    Ok((i, UserSpecification { span, account, identification, initial_authentication, more_factors }))
}

pub(super) fn create_user_specification<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, UserSpecification<'s>> {
    let (mut i, mut specification) = user_specification(start, Place::User, Feature::CreateUser)?;
    if specification.identification.as_ref().is_some_and(is_bare_plugin)
        && let Ok((next, _)) = keyword_of(Feature::Factors, word::INITIAL)(i)
    {
        let (next, _) = keyword(word::AUTHENTICATION)(next)?;
        let (next, initial) = initial_authentication(next)?;
        specification.initial_authentication = Some(Box::new(initial));
        i = next;
    } else {
        let is_role = matches!(specification.account.name, AccountName::CurrentRole);
        while specification.more_factors.len() < 2
            && !is_role
            && let Ok((next, _)) = keyword_of(Feature::Factors, word::AND)(i)
        {
            let (next, factor) = identification(next)?;
            specification.more_factors.push(factor);
            i = next;
        }
    }
    specification.span = start.span_to(i);
    Ok((i, specification))
}

fn is_bare_plugin(identification: &Identification<'_>) -> bool {
    matches!(&identification.by, IdentifiedBy::Plugins(plugins) if plugins.iter().all(|plugin| plugin.credential.is_none()))
}

/// A password, or a plugin with a hash.
fn initial_authentication<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Identification<'s>> {
    let (i, initial) = identification(start)?;
    match &initial.by {
        IdentifiedBy::Password(_) | IdentifiedBy::RandomPassword => Ok((i, initial)),
        IdentifiedBy::Plugins(plugins)
            if plugins.iter().all(|it| matches!(it.credential, Some(PluginCredential::Hash(_)))) =>
        {
            Ok((i, initial))
        }
        // Behind IDENTIFIED WITH plugin.
        _ => start.advance(3).fail(Expected::Word(word::AS)),
    }
}

/// `"DISCARD" "OLD" "PASSWORD"`
pub(super) fn discard_old_password<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, ()> {
    keyword_of(Feature::DualPassword, word::DISCARD)(i)?;
    let (i, _) = keywords(&[word::DISCARD, word::OLD, word::PASSWORD])(i)?;
    i.gate(Feature::DualPassword, i)
}
