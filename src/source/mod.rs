//! Bytes and places in them.

mod letter_case;
mod line_index;
mod masked;
pub(crate) mod path;

pub(crate) use letter_case::in_case_of;
pub use line_index::{LineIndex, Lines, Position};
pub(crate) use masked::plain;
pub use masked::{MASK, masked, visible};

/// Where a statement starts in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Base {
    /// Bytes before it.
    pub offset: u64,
    /// Its line, from 1.
    pub line: u64,
    /// Its column, from 1, in characters.
    pub column: u64,
}

impl Default for Base {
    /// The start of a file.
    fn default() -> Self {
        Self { offset: 0, line: 1, column: 1 }
    }
}

/// A range of bytes in a statement: `start` inclusive, `end` exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte behind it.
    pub end: u32,
}

impl Span {
    /// From `start` to `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// From the start of this one to the end of the other.
    pub const fn to(self, other: Span) -> Self {
        Self { start: self.start, end: if other.end > self.start { other.end } else { self.end } }
    }

    /// The bytes of `source` that it covers; empty if it lies outside.
    pub fn of(self, source: &[u8]) -> &[u8] {
        source.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// In bytes.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing: a place between two bytes.
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}
