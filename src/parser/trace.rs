//! What was expected at the farthest place that a parse reached.

use std::cell::RefCell;

use crate::server::{ChannelOptionName, Feature, Place, ServerSet, StaticPrivilege, Word};

/// One thing that would have let the parse go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    Word(Word),
    Symbol(u8),
    Text,
    Name,
    Number,
    Host,
    Account,
    Role,
    ChannelOption,
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
    /// A rule that stands behind the grammar, in the words of the message.
    Rule(&'static str),
}

/// Collects expectations; only those of the farthest token are kept.
#[derive(Default)]
pub(super) struct Trace {
    state: RefCell<(usize, Vec<Expected>)>,
}

impl Trace {
    pub(super) fn expected(&self, at: usize, expected: Expected) {
        let mut state = self.state.borrow_mut();
        if at > state.0 {
            *state = (at, Vec::new());
        }
        if at == state.0 && !state.1.contains(&expected) {
            state.1.push(expected);
        }
    }

    /// The index of the farthest token, and what could have stood there.
    pub(super) fn farthest(self) -> (usize, Vec<Expected>) {
        self.state.into_inner()
    }
}
