//! The error of a rejected statement, from what was expected at the farthest place.

use super::trace::Failure;
use super::{ParseOptions, trace_part};
use crate::lexer::Token;
use crate::server::ServerSet;
use crate::source::Span;

/// The name of a rule of the area `syntax`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SyntaxRule {
    /// Something else was expected.
    UnexpectedToken,
}

impl SyntaxRule {
    /// As it is selected and ignored.
    pub const fn name(self) -> &'static str {
        match self {
            SyntaxRule::UnexpectedToken => "unexpected-token",
        }
    }
}

/// What a server stops at.
#[derive(Clone, Debug, PartialEq)]
pub struct SyntaxError {
    /// Its rule.
    pub rule: SyntaxRule,
    /// What is wrong, in lower case, on one line.
    pub message: String,
    /// Where.
    pub span: Span,
}

/// Why `part` rejects the statement whose tokens these are.
pub(super) fn explain(text: &[u8], options: &ParseOptions, part: ServerSet, tokens: &[Token]) -> SyntaxError {
    match trace_part(text, options, part, tokens) {
        Failure::Expected(at, expected) => {
            let token = tokens[at.min(tokens.len() - 1)];
            SyntaxError { rule: SyntaxRule::UnexpectedToken, message: format!("expected {expected:?}"), span: token.span() }
        }
        Failure::Refused(span, rule) => SyntaxError { rule: SyntaxRule::UnexpectedToken, message: format!("expected {rule:?}"), span },
    }
}
