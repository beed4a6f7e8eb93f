//! Offsets to lines and columns.

use std::fmt;
use std::sync::Arc;

use super::{Base, Span};

/// A line and column, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Position {
    /// From 1.
    pub line: u64,
    /// From 1, in characters of the line.
    pub column: u64,
}

/// Bytes between two places whose characters are counted when the index is built.
const STRIDE: usize = 4096;

/// The lines of a statement: built once, then every position is found without reading the statement again.
///
/// ```
/// use replint::source::{Base, LineIndex, Position};
///
/// let index = LineIndex::new("SET\n  ñ = 1".as_bytes(), Base::default());
/// assert_eq!(index.position(9), Position { line: 2, column: 5 });
/// ```
#[derive(Clone)]
pub struct LineIndex<'t> {
    text: &'t [u8],
    base: Base,
    lines: Arc<Lines>,
}

/// What is known of a text's lines, without the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// Where each line starts.
    starts: Vec<u32>,
    /// Offsets and the characters before them; none if every character is a byte.
    counted: Vec<(u32, u32)>,
}

impl Lines {
    /// Reads a text.
    pub fn of(text: &[u8]) -> Self {
        let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text).map(|at| at as u32 + 1)).collect();
        let counted = if text.is_ascii() { Vec::new() } else { count(text) };
        Self { starts, counted }
    }
}

/// Without the text, which may hold secrets.
impl fmt::Debug for LineIndex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LineIndex")
            .field("base", &self.base)
            .field("lines", &self.lines.starts.len())
            .finish_non_exhaustive()
    }
}

impl<'t> LineIndex<'t> {
    /// Reads a statement that stands at `base` in its file.
    pub fn new(text: &'t [u8], base: Base) -> Self {
        Self::with_lines(text, base, Arc::new(Lines::of(text)))
    }

    /// With the lines of the same text, read before.
    pub fn with_lines(text: &'t [u8], base: Base, lines: Arc<Lines>) -> Self {
        Self { text, base, lines }
    }

    /// The statement.
    pub fn text(&self) -> &'t [u8] {
        self.text
    }

    /// Where the statement stands in its file.
    pub fn base(&self) -> Base {
        self.base
    }

    /// Where a byte of the statement stands in the file. An offset behind the end is the end.
    pub fn position(&self, offset: u32) -> Position {
        let offset = offset.min(self.text.len() as u32);
        let line = self.line(offset);
        let before = if line == 0 { self.base.column } else { 1 };
        let characters = self.characters_before(offset) - self.characters_before(self.line_span(line).start);
        Position { line: self.base.line + line as u64, column: before + u64::from(characters) }
    }

    /// The line of an offset: 0 is the statement's first.
    pub fn line(&self, offset: u32) -> usize {
        self.lines.starts.partition_point(|start| *start <= offset) - 1
    }

    /// How many lines the statement touches: 1 or more.
    pub fn lines(&self) -> usize {
        self.lines.starts.len()
    }

    /// The bytes of a line without its end; empty behind the last line.
    pub fn line_span(&self, line: usize) -> Span {
        let end = self.text.len() as u32;
        let start = self.lines.starts.get(line).copied().unwrap_or(end);
        let mut stop = self.lines.starts.get(line + 1).map_or(end, |next| next - 1);
        if stop > start && self.text[stop as usize - 1] == b'\r' {
            stop -= 1;
        }
        Span::new(start, stop)
    }

    fn characters_before(&self, offset: u32) -> u32 {
        if self.lines.counted.is_empty() {
            return offset;
        }
        let last = self.lines.counted.partition_point(|(at, _)| *at <= offset).saturating_sub(1);
        let (from, before) = self.lines.counted[last];
        before + characters(Span::new(from, offset).of(self.text)) as u32
    }
}

/// As `String::from_utf8_lossy` decodes them: each run of bytes that is no character counts as one.
fn characters(bytes: &[u8]) -> usize {
    bytes.utf8_chunks().map(|chunk| chunk.valid().chars().count() + usize::from(!chunk.invalid().is_empty())).sum()
}

/// The characters before about every [`STRIDE`]th byte.
fn count(text: &[u8]) -> Vec<(u32, u32)> {
    let mut counted = vec![(0, 0)];
    let (mut at, mut before, mut last) = (0, 0, 0);
    let mut step = |bytes: usize, characters: usize| {
        at += bytes;
        before += characters;
        if at - last >= STRIDE {
            counted.push((at as u32, before as u32));
            last = at;
        }
    };
    for chunk in text.utf8_chunks() {
        let mut rest = chunk.valid();
        while !rest.is_empty() {
            let (piece, behind) = rest.split_at(rest.floor_char_boundary(STRIDE));
            step(piece.len(), piece.chars().count());
            rest = behind;
        }
        if !chunk.invalid().is_empty() {
            step(chunk.invalid().len(), 1);
        }
    }
    counted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn place(line: u64, column: u64) -> Position {
        Position { line, column }
    }

    #[test]
    fn columns_count_characters_from_the_base() {
        let index = LineIndex::new("aé'\r\nü\n".as_bytes(), Base { offset: 70, line: 3, column: 11 });
        assert_eq!(index.position(0), place(3, 11));
        assert_eq!(index.position(3), place(3, 13));
        assert_eq!(index.position(6), place(4, 1));
        assert_eq!(index.position(8), place(4, 2));
        assert_eq!(index.position(9), place(5, 1));
        assert_eq!(index.position(900), place(5, 1));
        assert_eq!(index.line_span(0), Span::new(0, 4));
        assert_eq!(index.line_span(9), Span::new(9, 9));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn positions_are_those_of_the_decoded_text(bytes in prop::collection::vec(prop_oneof![Just(b'\n'), Just(0xc3), Just(0xa9), any::<u8>()], 0..9000)) {
            let index = LineIndex::new(&bytes, Base::default());
            for offset in [0, bytes.len() / 3, bytes.len() / 2, bytes.len()] {
                let line_start = bytes[..offset].iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
                let lines = bytes[..offset].iter().filter(|b| **b == b'\n').count() as u64;
                let column = String::from_utf8_lossy(&bytes[line_start..offset]).chars().count() as u64;
                // A place inside a character is that character's own or the next one's: both are right.
                let found = index.position(offset as u32);
                prop_assert_eq!(found.line, lines + 1);
                prop_assert!(found.column.abs_diff(column + 1) <= 1, "{:?} {}", found, column + 1);
            }
        }
    }
}
