//! CREATE USER.

use super::identification::create_user_specification;
use super::options::account_options;
use crate::ast::CreateUser;
use crate::parser::input::{Input, Parsed, keyword, keyword_of, keywords, list};
use crate::parser::name::{if_clause, named_role};
use crate::server::{Feature, Place, word};

/// ```ebnf
/// create_user = "CREATE" [ <or-replace> "OR" "REPLACE" ] "USER" [ <create-if-not-exists> "IF" "NOT" "EXISTS" ]
///     create_user_specification { "," create_user_specification }
///     [ <default-role> "DEFAULT" "ROLE" named_role.role { "," named_role.role } ] account_options ;
/// ```
pub(in crate::parser) fn create_user<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, CreateUser<'s>> {
    let (i, _) = keyword(word::CREATE)(start)?;
    let (i, or_replace) = or_replace(i)?;
    let (i, _) = keyword(word::USER)(i)?;
    let (i, if_not_exists) = if_clause(Feature::CreateIfNotExists, true)(i)?;
    let (i, users) = list(create_user_specification)(i)?;
    let (i, default_roles) = match keyword_of(Feature::DefaultRole, word::DEFAULT)(i) {
        Ok((i, _)) => {
            let (i, _) = keyword(word::ROLE)(i)?;
            list(named_role(Place::Role))(i)?
        }
        Err(_) => (i, Vec::new()),
    };
    let (i, options) = account_options(i)?;
    Ok((i, CreateUser { span: start.span_to(i), or_replace, if_not_exists, users, default_roles, options }))
}

/// `[ "OR" "REPLACE" ]`
pub(super) fn or_replace<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Option<crate::source::Span>> {
    if start.word() != word::OR {
        return Ok((start, None));
    }
    // MySQL knows the words from CREATE OR REPLACE VIEW: its error stands behind them.
    let (i, _) = keywords(&[word::OR, word::REPLACE])(start)?;
    let (i, ()) = i.gate(Feature::OrReplace, i)?;
    Ok((i, Some(start.span_to(i))))
}
