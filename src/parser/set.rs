//! SET: passwords, roles, variables.

use super::account;
use super::input::{Input, Parsed};
use super::trace::Expected;
use crate::ast::{AccountStatement, Statement};
use crate::server::word;

pub(super) fn statement<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Statement<'s>> {
    match i.word_ahead(1) {
        word::PASSWORD => account::set_password(i).map(|(i, it)| (i, Statement::Account(AccountStatement::SetPassword(it)))),
        word::ROLE => account::set_role(i).map(|(i, it)| (i, Statement::Account(AccountStatement::SetRole(it)))),
        word::DEFAULT => account::set_default_role(i).map(|(i, it)| (i, Statement::Account(AccountStatement::SetDefaultRole(it)))),
        _ => i.advance(1).fail(Expected::Statement),
    }
}
