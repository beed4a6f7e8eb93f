use crate::ast::Revoke;
use crate::parser::input::{Input, Parsed};
use crate::parser::trace::Expected;
pub(in crate::parser) fn revoke<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Revoke<'s>> { i.fail(Expected::Statement) }
