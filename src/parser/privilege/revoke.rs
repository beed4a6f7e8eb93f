//! REVOKE.

use super::grant::{granted, on_object};
use crate::ast::{Granted, Privileges, Revoke};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, keywords, list, symbol};
use crate::parser::name::{account, if_clause, role, user};
use crate::server::{Feature, Place, word};

/// ```ebnf
/// revoke = "REVOKE" [ <revoke-if-exists> "IF" "EXISTS" ]
///     ( revoked "FROM" account.grantee { "," account.grantee } | "PROXY" "ON" user.user "FROM" user.grantee { "," user.grantee } )
///     [ <revoke-if-exists> "IGNORE" "UNKNOWN" "USER" ] ;
/// revoked = "ALL" [ "PRIVILEGES" ] "," "GRANT" "OPTION" | granted_privileges | granted_roles
///     | <single-role> "ADMIN" "OPTION" "FOR" role.granted ;
/// ```
pub(in crate::parser) fn revoke<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Revoke<'s>> {
    let (i, _) = keyword(word::REVOKE)(start)?;
    let (i, if_exists) = if_clause(Feature::RevokeIfExists, false)(i)?;
    let mut admin_option_for = None;
    let (i, what) = match (i.word(), i.word_ahead(1)) {
        (word::PROXY, next) if next != word::FROM || i.lacks(Feature::SingleRole) => {
            let (i, _) = keyword(word::ON)(i.advance(1))?;
            let (i, proxied) = user(Place::User)(i)?;
            (i, Granted::Proxy(proxied))
        }
        (word::ALL, _) => {
            let i = i.advance(if i.word_ahead(1) == word::PRIVILEGES { 2 } else { 1 });
            match symbol(b',')(i) {
                Ok((i, _)) => {
                    let (i, _) = keywords(&[word::GRANT, word::OPTION])(i)?;
                    (i, Granted::AllAndGrantOption)
                }
                Err(_) => {
                    let (i, on) = on_object(i)?;
                    (i, Granted::Privileges { privileges: Privileges::All, on })
                }
            }
        }
        (word::ADMIN, word::OPTION) if !i.lacks(Feature::SingleRole) => {
            let admin = i;
            let (i, _) = keywords(&[word::ADMIN, word::OPTION, word::FOR])(i)?;
            let (i, ()) = i.gate(Feature::SingleRole, admin)?;
            admin_option_for = Some(admin.span_to(i));
            let (i, one) = role(Place::Granted)(i)?;
            (i, Granted::Roles(vec![one]))
        }
        _ => granted(i, word::FROM)?,
    };
    let (i, _) = keyword(word::FROM)(i)?;
    let (i, accounts) = match what {
        Granted::Proxy(_) => list(user(Place::Grantee))(i)?,
        _ => list(account(Place::Grantee))(i)?,
    };
    let ignore = i;
    let (i, ignore_unknown_user) = match keyword_of(Feature::RevokeIfExists, word::IGNORE)(i) {
        Ok((i, _)) => {
            let (i, _) = keywords(&[word::UNKNOWN, word::USER])(i)?;
            (i, Some(ignore.span_to(i)))
        }
        Err(_) => (i, None),
    };
    Ok((i, Revoke { span: start.span_to(i), if_exists, admin_option_for, what, accounts, ignore_unknown_user }))
}
