use std::collections::BTreeMap;

use crate::source::{LineIndex, Span, masked};

/// The longest line that is shown whole, in bytes.
const WIDEST: u32 = 200;
/// How much of a longer line is shown before the place of interest, in bytes.
const LEAD: u32 = 60;
/// A place of more lines is shown by its first line.
const TALLEST: usize = 6;

/// The masked lines around the places of a diagnostic, with one line of context.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Excerpt {
    /// In the order of the file; numbers may be left out between two.
    pub lines: Vec<ExcerptLine>,
}

/// A line, or as much of a very long one as can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExcerptLine {
    /// From 1.
    pub number: u64,
    /// The column of the first character of `text`: 1, unless the start of a very long line is left out.
    pub column: u64,
    /// Without its end. What stands before the statement on its first line is blank; `…` stands for what is left out.
    pub text: String,
}

impl Excerpt {
    /// The lines that the spans touch, and their neighbours. Where lines are cut, the first span of a line decides what is shown.
    pub fn new(index: &LineIndex<'_>, hidden: &[Span], spans: &[Span]) -> Self {
        let mut wanted: BTreeMap<usize, Option<u32>> = BTreeMap::new();
        for span in spans {
            let (first, mut last) = (index.line(span.start), index.line(span.end.max(span.start)));
            if last - first >= TALLEST {
                last = first;
            }
            for line in first.saturating_sub(1)..=(last + 1).min(index.lines() - 1) {
                let focus = wanted.entry(line).or_default();
                if line == first {
                    focus.get_or_insert(span.start);
                }
            }
        }
        Self { lines: wanted.into_iter().map(|(line, focus)| ExcerptLine::new(index, hidden, line, focus)).collect() }
    }
}

impl ExcerptLine {
    fn new(index: &LineIndex<'_>, hidden: &[Span], line: usize, focus: Option<u32>) -> Self {
        let whole = index.line_span(line);
        let window = window(index.text(), whole, focus);
        let first = index.position(window.start);
        let mut text = masked(index.text(), window, hidden);
        if window.end < whole.end {
            text.push('…');
        }
        let (column, lead) = match first.column {
            1 => (1, String::new()),
            column if window.start == whole.start && column <= u64::from(WIDEST) => {
                (1, " ".repeat(column as usize - 1))
            }
            column => (column - 1, "…".to_owned()),
        };
        Self { number: first.line, column, text: lead + &text }
    }
}

/// The part of a line to show.
fn window(text: &[u8], whole: Span, focus: Option<u32>) -> Span {
    if whole.len() <= WIDEST {
        return whole;
    }
    let start = focus.map_or(whole.start, |at| at.saturating_sub(LEAD).max(whole.start));
    let end = whole.end.min(start + WIDEST);
    let continues = |at: u32| text.get(at as usize).is_some_and(|byte| byte & 0xc0 == 0x80);
    // A character has at most three bytes behind its first.
    let start = (start..end).take(4).find(|at| !continues(*at)).unwrap_or(start);
    let end = (start..=end).rev().take(4).find(|at| !continues(*at)).unwrap_or(end);
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Base;

    fn excerpt(text: &str, base: Base, spans: &[Span]) -> Vec<(u64, u64, String)> {
        let index = LineIndex::new(text.as_bytes(), base);
        Excerpt::new(&index, &[], spans).lines.into_iter().map(|line| (line.number, line.column, line.text)).collect()
    }

    #[test]
    fn neighbours_are_shown_and_the_first_line_is_padded() {
        let base = Base { offset: 90, line: 7, column: 5 };
        let lines = excerpt("a\nb\nc\nd\ne", base, &[Span::new(0, 1), Span::new(8, 9)]);
        assert_eq!(lines, [(7, 1, "    a".to_owned()), (8, 1, "b".into()), (10, 1, "d".into()), (11, 1, "e".into())]);
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = "ñ".repeat(100_000);
        let lines = excerpt(&text, Base::default(), &[Span::new(100_000, 100_002)]);
        let [(1, column, shown)] = &lines[..] else { panic!("{lines:?}") };
        assert_eq!(*column, 50_000 - 30);
        assert_eq!(shown.chars().count(), 102);
        assert!(shown.starts_with("…ñ") && shown.ends_with("ñ…"), "{shown}");
    }

    #[test]
    fn a_statement_far_to_the_right_is_not_padded() {
        let base = Base { offset: 4_000_000, line: 1, column: 4_000_001 };
        assert_eq!(excerpt("x", base, &[Span::new(0, 1)]), [(1, 4_000_000, "…x".to_owned())]);
    }

    #[test]
    fn a_place_of_many_lines_is_shown_by_its_first() {
        let lines = excerpt(&"x\n".repeat(50_000), Base::default(), &[Span::new(0, 100_000)]);
        assert_eq!(lines.iter().map(|(number, ..)| *number).collect::<Vec<_>>(), [1, 2]);
    }
}
