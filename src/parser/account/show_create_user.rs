//! SHOW CREATE USER.

use crate::ast::ShowCreateUser;
use crate::lexer::TokenKind;
use crate::parser::input::{Input, Parsed, keywords};
use crate::parser::name::user;
use crate::server::{Feature, Place, word};

/// ```ebnf
/// show_create_user = <show-create-user> "SHOW" "CREATE" "USER" user.user
///     | <show-create-own-user> "SHOW" "CREATE" "USER" ;
/// ```
pub(in crate::parser) fn show_create_user<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, ShowCreateUser<'s>> {
    let (i, _) = keywords(&[word::SHOW, word::CREATE, word::USER])(start)?;
    let (i, ()) = i.gate(Feature::ShowCreateUser, start.advance(2))?;
    let ends = i.token().kind == TokenKind::End || i.symbol() == b';';
    let (i, account) = if ends && !i.lacks(Feature::ShowCreateOwnUser) {
        (i.gate(Feature::ShowCreateOwnUser, i)?.0, None)
    } else {
        user(Place::User)(i).map(|(i, account)| (i, Some(account)))?
    };
    Ok((i, ShowCreateUser { span: start.span_to(i), account }))
}
