//! A quote or comment in which the file ends.

use std::io::Read;

use super::input::Input;
use super::splitter::{BEHIND, Unclosed};
use super::words::{Piece, Readers, Words};
use super::{Base, Found, Problem, Script, ScriptEdit, ScriptRule};
use crate::lexer::{self, SqlMode};

/// Characters that look like a quote.
const LOOKALIKES: [char; 7] = ['\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{b4}', '\u{ff07}', '\u{ff02}'];

/// What is open, and where.
#[derive(Clone, Copy)]
pub(super) struct Opened {
    unclosed: Unclosed,
    pub(super) base: Base,
    lookalike: Option<Lookalike>,
}

/// A character that may have been meant as the closing quote.
#[derive(Clone, Copy)]
struct Lookalike {
    /// In bytes behind the quote.
    at: usize,
    character: char,
    /// Whether a value can end there.
    closes: bool,
}

impl Opened {
    /// Looks at the quote or comment at `at`, which is still held with what stands in its line.
    pub(super) fn new<R: Read>(input: &mut Input<R>, unclosed: Unclosed, at: u64) -> Self {
        let base = input.base(at);
        let quoted = matches!(unclosed, Unclosed::Quote(b'\'' | b'"' | b'`')).then(|| input.slice(at + 1, at + BEHIND));
        Self { unclosed, base, lookalike: quoted.and_then(lookalike) }
    }
}

/// The first character of the line that looks like a quote, one that closes a value before all others.
fn lookalike(quoted: &[u8]) -> Option<Lookalike> {
    let quoted = quoted.get(..BEHIND as usize).unwrap_or(quoted);
    let line = quoted.get(..memchr::memchr(b'\n', quoted).unwrap_or(quoted.len()))?;
    let found = || (0..line.len()).filter_map(|at| starts(line, at));
    found().find(|it| it.closes).or_else(|| found().next())
}

fn starts(line: &[u8], at: usize) -> Option<Lookalike> {
    let rest = line.get(at..)?;
    let is = |mark: &char| rest.starts_with(mark.encode_utf8(&mut [0; 4]).as_bytes());
    let character = LOOKALIKES.into_iter().find(is)?;
    let behind = rest.get(character.len_utf8()).copied();
    let closes = behind.is_none_or(|byte| lexer::is_space(byte) || matches!(byte, b',' | b';' | b')' | b'@'));
    Some(Lookalike { at, character, closes })
}

/// Where the first quote opens that reaches over its line and has in it what looks like a quote; and that quote.
pub(super) fn culprit(text: &[u8], sql_mode: SqlMode) -> Option<(usize, u8)> {
    let mut words = Words::new(text, true, Readers::All, sql_mode);
    loop {
        match words.next() {
            Piece::Quoted(inner) if inner.contains(&b'\n') && lookalike(inner).is_some_and(|it| it.closes) => {
                let at = words.at().checked_sub(inner.len() + 2)?;
                return Some((at, *text.get(at)?));
            }
            Piece::End | Piece::Cut | Piece::Split(_) => return None,
            _ => {}
        }
    }
}

impl<R: Read> Script<R> {
    /// Reports a quote or comment in which the file ends, and the statement that it is in.
    pub(super) fn unclosed(&mut self, opened: Opened, statement: Base) {
        const UNREAD: &str = "nothing from here to the end of the file was looked at";
        self.counts.not_analysed += 1;
        let (rule, what, len) = match opened.unclosed {
            Unclosed::Comment => (ScriptRule::UnclosedComment, "comment", 2),
            Unclosed::Quote(b'`') => (ScriptRule::UnclosedQuote, "backtick", 1),
            Unclosed::Quote(b'"') => (ScriptRule::UnclosedQuote, "double quote", 1),
            Unclosed::Quote(b'$') => (ScriptRule::UnclosedQuote, "dollar quote", 2),
            Unclosed::Quote(_) => (ScriptRule::UnclosedQuote, "quote", 1),
        };
        let mut message = format!("the {what} that opens here is never closed");
        if let Some(Lookalike { character, .. }) = opened.lookalike {
            let (name, number) = (name(character), u32::from(character));
            message += &format!("; the {name} {character} (U+{number:04X}) does not close it");
        }
        self.found.push_back(Found::Problem(Problem {
            rule,
            message,
            base: opened.base,
            len,
            statement,
            help: Some(UNREAD.to_owned()),
            fix: fix(&opened).into_iter().collect(),
        }));
    }
}

fn name(lookalike: char) -> &'static str {
    match lookalike {
        '\u{b4}' => "accent",
        '\u{ff07}' | '\u{ff02}' => "full-width quote",
        _ => "typographic quote",
    }
}

/// The quote that was meant.
fn fix(opened: &Opened) -> Option<ScriptEdit> {
    let Unclosed::Quote(quote) = opened.unclosed else { return None };
    let Lookalike { at, character, .. } = opened.lookalike.filter(|it| it.closes)?;
    let start = opened.base.offset + 1 + at as u64;
    Some(ScriptEdit { start, end: start + character.len_utf8() as u64, text: char::from(quote).to_string() })
}
