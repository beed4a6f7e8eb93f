//! Binary logs: PURGE, SHOW.

use super::node::node;
use super::{SetValue, Spelling, Text};
use crate::source::Span;

node! {
    /// `PURGE BINARY LOGS`, `PURGE MASTER LOGS`
    pub struct PurgeBinaryLogs<'s> {
        /// All of it.
        span: Span,
        /// MASTER or BINARY.
        spelling: Spelling,
        /// Where that word stands.
        word: Span,
        /// Which of them stay.
        up_to: PurgeUpTo<'s>,
    }
}

node! {
    /// The first binary log that is kept.
    pub enum PurgeUpTo<'s> {
        /// `TO 'binlog.000010'`
        File(Text<'s>),
        /// `BEFORE '2025-01-01 00:00:00'`
        Time(SetValue<'s>),
    }
}

node! {
    /// `SHOW BINARY LOGS`, `SHOW MASTER LOGS`
    pub struct ShowBinaryLogs {
        /// All of it.
        span: Span,
        /// MASTER or BINARY.
        spelling: Spelling,
        /// Where that word stands.
        word: Span,
    }
}
