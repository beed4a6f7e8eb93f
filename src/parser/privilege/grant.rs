use crate::ast::Grant;
use crate::parser::input::{Input, Parsed};
use crate::parser::trace::Expected;
pub(in crate::parser) fn grant<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Grant<'s>> { i.fail(Expected::Statement) }
