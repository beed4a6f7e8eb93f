//! How an account is identified: IDENTIFIED …, SET PASSWORD.

use super::site::{Edit, Site};
use super::words::Words;
use crate::ast::{
    AccountStatement, AlterUser, AlterUserAction, Identification, IdentifiedBy, NewPassword, PluginCredential, Secret,
    SetPassword,
};
use crate::lexer::Token;
use crate::server::{Behaviour, Feature, HashFormat, word};
use crate::source::Span;

const NATIVE: &str = "mysql_native_password";

/// The words of IDENTIFIED BY PASSWORD 'hash', and those that say the same with the plugin's name.
pub(crate) fn password_hash_words(it: &Identification<'_>) -> Option<(Span, &'static str)> {
    let IdentifiedBy::PasswordHash(hash) = &it.by else { return None };
    Some((Span::new(it.span.start, hash.span().start), "IDENTIFIED WITH mysql_native_password AS "))
}

/// Takes PASSWORD() from around the password of SET PASSWORD.
pub(crate) fn without_password_function(it: &SetPassword<'_>) -> Words {
    let NewPassword::PasswordFunction(password) = &it.password else { return Vec::new() };
    let (whole, inner) = (it.password_span, password.span());
    vec![(Span::new(whole.start, inner.start), ""), (Span::new(inner.end, whole.end), "")]
}

/// Whether a text may be a hash of `mysql_native_password`: what a template puts in later may.
fn may_be_native_hash(hash: &Secret<'_>) -> bool {
    let hash = hash.expose();
    hash.value().is_none_or(|value| value.is_empty() || !HashFormat::Native.servers(value.as_bytes()).is_empty())
}

/// CREATE OR REPLACE as DROP … IF EXISTS, and CREATE without these words.
pub(super) fn replaced(it: &AccountStatement<'_>, site: Site<'_>) -> Option<(Vec<u8>, Edit)> {
    if site.to.is_subset(Feature::OrReplace.servers()) {
        return None;
    }
    let (verb, words, names): (&str, Span, Vec<Span>) = match it {
        AccountStatement::CreateUser(it) => {
            ("DROP USER IF EXISTS ", it.or_replace?, it.users.iter().map(|user| user.account.span).collect())
        }
        AccountStatement::CreateRole(it) => {
            ("DROP ROLE IF EXISTS ", it.or_replace?, it.roles.iter().map(|role| role.span).collect())
        }
        _ => return None,
    };
    let names: Vec<&[u8]> = names.into_iter().map(|span| site.of(span)).collect();
    let words = Span::new(site.before(words.start)?.span().end, words.end);
    Some(([verb.as_bytes(), &names.join(&b", "[..])].concat(), (words, site.comments(words, &[]))))
}

/// USER() as CURRENT_USER(), which every server knows.
pub(super) fn own_account(it: &AccountStatement<'_>, site: Site<'_>) -> Option<Edit> {
    let AccountStatement::AlterUser(AlterUser { span, action: AlterUserAction::OwnAccount(_), .. }) = it else {
        return None;
    };
    if site.to.is_subset(Feature::AlterOwnAccount.servers()) {
        return None;
    }
    let verb = site.word(*span, word::USER)?;
    Some((site.word(Span::new(verb.end, span.end), word::USER)?, b"CURRENT_USER".to_vec()))
}

/// # Errors
/// Why there is no equivalent.
pub(super) fn identification(it: &Identification<'_>, site: Site<'_>) -> Result<Vec<Edit>, String> {
    let is_mysql = !site.to.intersects(Feature::Via.servers());
    match &it.by {
        IdentifiedBy::PasswordHash(hash)
            if !site.to.is_subset(Behaviour::PasswordHashIsNative.servers()) && is_mysql =>
        {
            if !may_be_native_hash(hash) {
                return Err("the hash is none of mysql_native_password; set a new password".to_owned());
            }
            Ok(password_hash_words(it).into_iter().map(|(span, words)| (span, words.into())).collect())
        }
        IdentifiedBy::Plugins(plugins) if plugins.len() == 1 => {
            let plugin = &plugins[0];
            let behind_name = Span::new(plugin.plugin.span().end, plugin.span.end);
            let mut edits = Vec::new();
            if is_mysql {
                edits.extend(site.word(it.span, word::VIA).map(|via| (via, b"WITH".to_vec())));
                match (&plugin.credential, site.word(behind_name, word::USING)) {
                    (Some(PluginCredential::PasswordFunction(password)), _) => {
                        let inner = password.span();
                        edits.push((Span::new(behind_name.start, inner.start), b" BY ".to_vec()));
                        edits.push((Span::new(inner.end, plugin.span.end), Vec::new()));
                    }
                    (Some(PluginCredential::Hash(_)), Some(using)) => edits.push((using, b"AS".to_vec())),
                    _ => {}
                }
            } else if let (Some(PluginCredential::Password(_)), Some(with), Some(by)) =
                (&plugin.credential, site.word(it.span, word::WITH), site.word(behind_name, word::BY))
                && plugin.plugin.value().is_some_and(|name| name.eq_ignore_ascii_case(NATIVE))
            {
                // It is the plugin of MariaDB where none is named.
                edits.push((Span::new(with.start, by.start), Vec::new()));
            }
            Ok(edits)
        }
        _ => Ok(Vec::new()),
    }
}

/// # Errors
/// Why there is no equivalent.
pub(super) fn set_password(it: &SetPassword<'_>, site: Site<'_>) -> Result<Vec<Edit>, String> {
    let plain = Behaviour::SetPasswordIsPlain.servers();
    match &it.password {
        NewPassword::PasswordFunction(_) if site.to.is_subset(plain) && site.from.is_subset(plain) => {
            Ok(without_password_function(it).into_iter().map(|(span, words)| (span, words.into())).collect())
        }
        // A text alone would be a hash to those before, and be taken for one the next time.
        NewPassword::PasswordFunction(password) if site.to.is_subset(plain) => {
            alter(it, password, " IDENTIFIED BY ", site)
        }
        NewPassword::Text(hash) if site.to.is_subset(plain) && !site.from.intersects(plain) => {
            if !may_be_native_hash(hash) {
                return Err("it is read as a hash now and as a password there; set a new password".to_owned());
            }
            let is_empty = hash.expose().is_empty();
            let words = if is_empty { " IDENTIFIED BY " } else { " IDENTIFIED WITH mysql_native_password AS " };
            alter(it, hash, words, site)
        }
        NewPassword::Text(_) if site.from.is_subset(plain) && !site.to.intersects(plain) => {
            let whole = it.password_span;
            let around = |at: u32, text: &[u8]| (Span::new(at, at), text.to_vec());
            Ok(vec![around(whole.start, b"PASSWORD("), around(whole.end, b")")])
        }
        _ => Ok(Vec::new()),
    }
}

/// ALTER USER, with the words before the text of the password.
fn alter(it: &SetPassword<'_>, text: &Secret<'_>, words: &str, site: Site<'_>) -> Result<Vec<Edit>, String> {
    let is_set = |token: &Token| token.word() == word::SET;
    let Some(set) = site.ahead_of(it.span.start, 0).filter(is_set).or(site.before(it.span.start).filter(is_set)) else {
        return Err("it is one of several, and needs a statement of its own".to_owned());
    };
    let value = text.span();
    let mut edits = match &it.account {
        Some(account) => vec![
            (Span::new(set.start, account.span.start), b"ALTER USER ".to_vec()),
            (Span::new(account.span.end, value.start), words.into()),
        ],
        None => vec![(Span::new(set.start, value.start), [b"ALTER USER CURRENT_USER()", words.as_bytes()].concat())],
    };
    if value.end < it.password_span.end {
        edits.push((Span::new(value.end, it.password_span.end), Vec::new()));
    }
    Ok(edits)
}
