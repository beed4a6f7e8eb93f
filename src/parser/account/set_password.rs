//! SET PASSWORD.

use super::alter_user::{replace, retain};
use super::identification::secret;
use crate::ast::{NewPassword, SetPassword};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, symbol};
use crate::parser::name::user;
use crate::parser::set::equals;
use crate::server::{Feature, Place, word};

/// ```ebnf
/// password_clause = "PASSWORD" [ "FOR" user.user ]
///     ( ( "=" | ":=" ) ( TEXT [ replace ] [ retain ]
///                      | <password-function> "PASSWORD" "(" TEXT ")" | <old-password-function> "OLD_PASSWORD" "(" TEXT ")" )
///     | <set-random-password> "TO" "RANDOM" [ replace ] [ retain ] ) ;
/// ```
pub(in crate::parser) fn password_clause<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, SetPassword<'s>> {
    let (i, _) = keyword(word::PASSWORD)(start)?;
    let (i, account) = match keyword(word::FOR)(i) {
        Ok((i, _)) => user(Place::User)(i).map(|(i, account)| (i, Some(account)))?,
        Err(_) => (i, None),
    };
    if let Ok((i, _)) = keyword_of(Feature::SetRandomPassword, word::TO)(i) {
        let before = i;
        let (i, _) = keyword(word::RANDOM)(i)?;
        let password_span = before.span_to(i);
        let (i, replace) = replace(i)?;
        let (i, retain_current) = retain(i)?;
        return Ok((
            i,
            SetPassword {
                span: start.span_to(i),
                account,
                password: NewPassword::Random,
                password_span,
                replace,
                retain_current,
            },
        ));
    }
    let (before, ()) = equals(i)?;
    let i = before;
    let (i, password) = match i.word() {
        word::PASSWORD => {
            let (i, secret) = function(i, Feature::PasswordFunction)?;
            (i, NewPassword::PasswordFunction(secret))
        }
        word::OLD_PASSWORD => {
            let (i, secret) = function(i, Feature::OldPasswordFunction)?;
            (i, NewPassword::OldPasswordFunction(secret))
        }
        _ => secret(i).map(|(i, secret)| (i, NewPassword::Text(secret)))?,
    };
    let password_span = before.span_to(i);
    let is_text = matches!(password, NewPassword::Text(_));
    let (i, replace) = if is_text { replace(i)? } else { (i, None) };
    let (i, retain_current) = if is_text { retain(i)? } else { (i, None) };
    Ok((i, SetPassword { span: start.span_to(i), account, password, password_span, replace, retain_current }))
}

fn function<'a, 's: 'a>(i: Input<'a, 's>, feature: Feature) -> Parsed<'a, 's, crate::ast::Secret<'s>> {
    let (i, _) = keyword_of(feature, i.word())(i)?;
    let (i, _) = symbol(b'(')(i)?;
    let (i, password) = secret(i)?;
    let (i, _) = symbol(b')')(i)?;
    Ok((i, password))
}
