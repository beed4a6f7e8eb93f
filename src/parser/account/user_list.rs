//! DROP USER and RENAME USER.

use crate::ast::{DropUser, Rename, RenameUser};
use crate::parser::input::{Input, Parsed, keyword, keywords, list};
use crate::parser::name::{if_clause, user};
use crate::server::{Feature, Place, word};

/// ```ebnf
/// drop_user = "DROP" "USER" [ <drop-if-exists> "IF" "EXISTS" ] user.user { "," user.user } ;
/// ```
pub(in crate::parser) fn drop_user<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, DropUser<'s>> {
    let (i, _) = keywords(&[word::DROP, word::USER])(start)?;
    let (i, if_exists) = if_clause(Feature::DropIfExists, false)(i)?;
    let (i, users) = list(user(Place::User))(i)?;
    Ok((i, DropUser { span: start.span_to(i), if_exists, users }))
}

/// ```ebnf
/// rename_user = "RENAME" "USER" rename { "," rename } ;
/// rename = user.rename "TO" user.rename ;
/// ```
pub(in crate::parser) fn rename_user<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, RenameUser<'s>> {
    let (i, _) = keywords(&[word::RENAME, word::USER])(start)?;
    let (i, renames) = list(rename)(i)?;
    Ok((i, RenameUser { span: start.span_to(i), renames }))
}

fn rename<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Rename<'s>> {
    let (i, from) = user(Place::Rename)(start)?;
    let (i, _) = keyword(word::TO)(i)?;
    let (i, to) = user(Place::Rename)(i)?;
    Ok((i, Rename { span: start.span_to(i), from, to }))
}
