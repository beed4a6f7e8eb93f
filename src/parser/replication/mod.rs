//! Channels: CHANGE, START, STOP, RESET and SHOW.

use crate::ast::ReplicationStatement;
use crate::parser::input::{Input, Parsed};
use crate::parser::trace::Expected;

/// ```ebnf
/// replication_statement = "CHANGE" | "START" | "STOP" | "RESET" | "SHOW" ;
/// ```
pub(super) fn statement<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, ReplicationStatement<'s>> {
    i.fail(Expected::Statement)
}
