//! What was expected at the farthest place that a parse reached.

use std::cell::RefCell;

use crate::server::{ChannelOptionName, Feature, Place, ServerSet, StaticPrivilege, Word};
use crate::source::Span;

/// One thing that would have let the parse go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    Word(Word),
    Symbol(u8),
    Text,
    /// A value of SET.
    Value,
    Name,
    Number,
    Host,
    Account,
    Role,
    ChannelOption,
    /// A condition of UNTIL.
    UntilCondition,
    Privilege,
    End,
    /// One of the statements that replint reads.
    Statement,
    /// The text is right, but no server at hand has the feature.
    Feature(Feature),
    /// The word is right, but reserved on every server at hand.
    Unreserved(Word, Place),
    /// The option is right, but no server at hand has it in this spelling.
    Option(ChannelOptionName, bool, ServerSet),
    /// The privilege is right, but no server at hand has it.
    StaticPrivilege(StaticPrivilege),
    /// A rule that stands behind the grammar: the message, or what is expected in words.
    Rule(&'static str),
}

/// Collects expectations; only those of the farthest token are kept.
#[derive(Default)]
pub(super) struct Trace {
    farthest: RefCell<(usize, Vec<Expected>)>,
    refused: RefCell<Option<(Span, Expected)>>,
}

/// Where a statement fails, and why.
pub(super) enum Failure {
    /// At this token none of these stands.
    Expected(usize, Vec<Expected>),
    /// The grammar accepts it, a rule behind the grammar does not.
    Refused(Span, Expected),
}

impl Trace {
    // Most parses have no trace, and what asks for one is everywhere.
    #[cold]
    #[inline(never)]
    pub(super) fn expected(&self, at: usize, expected: Expected) {
        let mut state = self.farthest.borrow_mut();
        if at > state.0 {
            state.0 = at;
            state.1.clear();
        }
        if at == state.0 && !state.1.contains(&expected) {
            state.1.push(expected);
        }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn refused(&self, span: Span, rule: Expected) {
        self.refused.borrow_mut().get_or_insert((span, rule));
    }

    /// The failure of a statement that was read `to_its_end`, or not. The servers look at the rules behind the grammar as soon as the
    /// statement could end.
    pub(super) fn failure(self, to_its_end: bool) -> Failure {
        let (at, expected) = self.farthest.into_inner();
        match self.refused.into_inner() {
            Some((span, rule)) if to_its_end || expected.contains(&Expected::End) => Failure::Refused(span, rule),
            _ => Failure::Expected(at, expected),
        }
    }
}
