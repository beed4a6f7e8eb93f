//! Groups: START and STOP GROUP_REPLICATION.

use super::node::node;
use super::{Secret, Text};
use crate::source::Span;

node! {
    /// `START GROUP_REPLICATION`
    pub struct StartGroupReplication<'s> {
        /// All of it.
        span: Span,
        /// The options, in their order.
        options: Vec<GroupReplicationOption<'s>>,
    }
}

node! {
    /// `USER = 'name'` and its neighbours.
    pub enum GroupReplicationOption<'s> {
        /// `USER = 'name'`
        User(Text<'s>),
        /// `PASSWORD = 'text'`
        Password(Secret<'s>),
        /// `DEFAULT_AUTH = 'plugin'`
        DefaultAuth(Text<'s>),
    }
}

node! {
    /// `STOP GROUP_REPLICATION`
    pub struct StopGroupReplication {
        /// All of it.
        span: Span,
    }
}
