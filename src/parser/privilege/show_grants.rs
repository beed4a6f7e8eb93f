//! SHOW GRANTS.

use crate::ast::ShowGrants;
use crate::parser::input::{Input, Parsed, keyword, keyword_of, keywords, list};
use crate::parser::name::{account, user};
use crate::server::{Feature, Place, word};

/// ```ebnf
/// show_grants = "SHOW" "GRANTS" [ "FOR" account.user [ <show-grants-using> "USING" user.user { "," user.user } ] ] ;
/// ```
pub(in crate::parser) fn show_grants<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, ShowGrants<'s>> {
    let (i, _) = keywords(&[word::SHOW, word::GRANTS])(start)?;
    let Ok((i, _)) = keyword(word::FOR)(i) else {
        return Ok((i, ShowGrants { span: start.span_to(i), account: None, roles: Vec::new() }));
    };
    let (i, account) = account(Place::User)(i)?;
    let (i, roles) = match keyword_of(Feature::ShowGrantsUsing, word::USING)(i) {
        Ok((i, _)) => list(user(Place::User))(i)?,
        Err(_) => (i, Vec::new()),
    };
    Ok((i, ShowGrants { span: start.span_to(i), account: Some(account), roles }))
}
