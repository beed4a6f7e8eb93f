//! The state machine that finds where a statement ends: quotes, comments, the delimiter, and commands of the client.

use fearless_simd::Level;
use memchr::memmem;

use super::blocks::{self, Held, Reading};
use super::command::{self, Short};
use super::input::Window;
use super::prompt;
use super::rules::{DollarQuotes, Rules, comment_end, opens_dash_comment};
use super::section::{self, Section};
use crate::lexer;

/// So many bytes are wanted behind a place that may mean something: the longest thing recognized by its start.
pub(super) const AHEAD: usize = 64;
/// So many bytes are wanted before it: the longest thing recognized by its end, a prompt.
pub(super) const BEHIND: u64 = 320;

/// Where the splitter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Text,
    Quote(u8),
    DollarQuote,
    Comment,
    LineComment,
    /// What a command of the client takes, to the delimiter or the end of the line.
    Arguments,
}

/// Why the splitter stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// At the end of the window.
    More,
    /// Before the delimiter.
    Delimiter,
    /// Before a semicolon, under another delimiter.
    Semicolon,
    /// Before the comment that ends a section, or begins another.
    SectionEnd,
    /// Before a prompt.
    Prompt,
    /// Before a command of the client that ends the statement or changes the delimiter.
    Command(Short),
}

/// What a quote or comment is that the file ends in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unclosed {
    Quote(u8),
    Comment,
}

/// Finds the end of one statement at a time.
pub(super) struct Splitter {
    /// What the processor can do.
    level: Level,
    /// The block at hand.
    held: Held,
    state: State,
    /// Where the quote or comment opened.
    opened: u64,
    /// With both dollars.
    tag: Vec<u8>,
    /// Whether a prompt stood before the statement.
    prompted: bool,
    /// Prompts inside it: where, and how many bytes.
    pub(super) prompts: Vec<(u64, u32)>,
    /// Whether semicolons are part of the statement.
    pub(super) in_body: bool,
    /// Whether an executable comment is open.
    pub(super) in_version_comment: bool,
}

/// A place in the window.
struct Scan<'w> {
    window: Window<'w>,
    /// Where the statement starts, if that is still held.
    first: usize,
    at: usize,
}

impl Scan<'_> {
    fn rest(&self) -> &[u8] {
        self.window.bytes.get(self.at..).unwrap_or_default()
    }

    /// How far back in the statement is looked.
    fn behind(&self) -> usize {
        self.at.saturating_sub(BEHIND as usize).max(self.first)
    }

    fn before(&self) -> &[u8] {
        self.window.bytes.get(self.behind()..self.at).unwrap_or_default()
    }

    fn offset(&self, at: usize) -> u64 {
        self.window.origin + at as u64
    }

    /// To what was found so far ahead; else to the end.
    fn go(&mut self, found: Option<usize>) -> Option<Stop> {
        match found {
            Some(len) => {
                self.at += len;
                None
            }
            None => {
                self.at = self.window.bytes.len();
                Some(Stop::More)
            }
        }
    }
}

impl Splitter {
    pub(super) fn new() -> Self {
        Self {
            level: Level::new(),
            held: Held::default(),
            state: State::Text,
            opened: 0,
            tag: Vec::new(),
            prompted: false,
            prompts: Vec::new(),
            in_body: false,
            in_version_comment: false,
        }
    }

    /// Before a new statement.
    pub(super) fn begin(&mut self, prompted: bool) {
        self.state = State::Text;
        self.prompted = prompted;
        self.prompts.clear();
        self.in_body = false;
        self.in_version_comment = false;
    }

    /// The quote or comment that is open, and where it opened.
    pub(super) fn unclosed(&self) -> Option<(Unclosed, u64)> {
        match self.state {
            State::Quote(quote) => Some((Unclosed::Quote(quote), self.opened)),
            State::DollarQuote => Some((Unclosed::Quote(b'$'), self.opened)),
            State::Comment => Some((Unclosed::Comment, self.opened)),
            State::Text | State::LineComment | State::Arguments => None,
        }
    }

    /// A command with arguments was met: passes them.
    pub(super) fn pass_arguments(&mut self) {
        self.state = State::Arguments;
    }

    /// Goes on from `at`, in the statement that starts at `start`, to the next stop.
    pub(super) fn run(&mut self, window: Window<'_>, start: u64, at: u64, rules: &Rules) -> (u64, Stop) {
        self.search(window, start, at, rules, true)
    }

    /// `in_blocks`: what cannot stop is passed in blocks; without, every byte is looked at, to the same result.
    fn search(&mut self, window: Window<'_>, start: u64, at: u64, rules: &Rules, in_blocks: bool) -> (u64, Stop) {
        let index = |offset: u64| offset.saturating_sub(window.origin) as usize;
        let mut scan = Scan { window, first: index(start), at: index(at) };
        loop {
            if in_blocks {
                self.pass_blocks(&mut scan, rules);
            }
            let stop = match self.state {
                State::Text => self.text(&mut scan, rules),
                State::Quote(quote) => self.quote(&mut scan, quote, rules),
                State::DollarQuote => self.dollar_quote(&mut scan),
                State::Comment => self.comment(&mut scan),
                State::LineComment => self.line_comment(&mut scan),
                State::Arguments => self.arguments(&mut scan, rules),
            };
            if let Some(stop) = stop {
                return (scan.offset(scan.at), stop);
            }
        }
    }

    /// Passes what means nothing, outside of quotes and in single ones.
    fn pass_blocks(&mut self, scan: &mut Scan<'_>, rules: &Rules) {
        let quoted = match self.state {
            State::Text => false,
            State::Quote(b'\'') => true,
            _ => return,
        };
        let delimiter = rules.delimiter().first().copied().unwrap_or(b';');
        // Behind a prompt the start of every line counts; a delimiter may begin like a quote.
        if self.prompted || delimiter == b'\'' {
            return;
        }
        let reading = Reading { quoted, escapes: rules.escapes(b'\''), delimiter };
        let passed = blocks::pass(self.level, scan.rest(), scan.offset(scan.at), reading, &mut self.held);
        if passed.len == 0 {
            return;
        }
        self.state = if passed.quoted { State::Quote(b'\'') } else { State::Text };
        if let Some(opened) = passed.opened {
            self.opened = scan.offset(scan.at + opened);
        }
        scan.at += passed.len;
    }

    fn open(&mut self, scan: &mut Scan<'_>, state: State, len: usize) -> Option<Stop> {
        self.state = state;
        self.opened = scan.offset(scan.at);
        scan.at += len;
        None
    }

    fn text(&mut self, scan: &mut Scan<'_>, rules: &Rules) -> Option<Stop> {
        let found = scan.rest().iter().position(|byte| rules.stops.get(usize::from(*byte)) == Some(&true));
        if scan.go(found).is_some() || (!scan.window.last && scan.rest().len() < AHEAD) {
            return Some(Stop::More);
        }
        let rest = scan.rest();
        match rest.first().copied()? {
            b'\\' if !rules.section => return self.backslash(scan),
            _ if rules.ends(rest) => return Some(Stop::Delimiter),
            b';' if !self.in_body && rules.ends_for_server(rest) => return Some(Stop::Semicolon),
            b'-' if rules.section && section::of_comment(rest) == Some(Section::StatementEnd) => {
                return Some(Stop::SectionEnd);
            }
            b'-' if begins_section(rest, scan.before()) => return Some(Stop::SectionEnd),
            b'-' if opens_dash_comment(rest) => self.state = State::LineComment,
            b'#' => self.state = State::LineComment,
            b'/' if rules.opens_comment(rest) => return self.open(scan, State::Comment, 2),
            b'/' if rest.starts_with(b"/*") => (self.in_version_comment, scan.at) = (true, scan.at + 2),
            b'*' if rest.starts_with(b"*/") => (self.in_version_comment, scan.at) = (false, scan.at + 2),
            quote @ (b'\'' | b'"' | b'`') => return self.open(scan, State::Quote(quote), 1),
            b'$' => return self.dollar(scan, rules),
            b'>' => return self.prompt(scan),
            _ => scan.at += 1,
        }
        None
    }

    fn backslash(&mut self, scan: &mut Scan<'_>) -> Option<Stop> {
        let (len, command) = command::short(scan.rest());
        match command {
            Some(Short::Arguments | Short::Charset) => self.state = State::Arguments,
            Some(command @ (Short::Go | Short::Clear | Short::Quit | Short::Delimiter)) => {
                return Some(Stop::Command(command));
            }
            Some(Short::Alone) | None => {}
        }
        scan.at += len;
        None
    }

    fn dollar(&mut self, scan: &mut Scan<'_>, rules: &Rules) -> Option<Stop> {
        let opens = match rules.dollar_quotes {
            DollarQuotes::Never => false,
            DollarQuotes::BehindAs => is_behind_as(scan.before()),
            DollarQuotes::Always => !scan.before().last().copied().is_some_and(lexer::is_name),
        };
        let name = scan
            .rest()
            .iter()
            .skip(1)
            .take(AHEAD - 2)
            .take_while(|byte| lexer::is_name(**byte) && **byte != b'$')
            .count();
        match scan.rest().get(..name + 2) {
            Some(tag @ [.., b'$']) if opens => {
                self.tag.clear();
                self.tag.extend_from_slice(tag);
                self.open(scan, State::DollarQuote, name + 2)
            }
            _ => {
                scan.at += 1;
                None
            }
        }
    }

    /// A prompt ends with `>`: a new one ends the statement, one between its lines is passed.
    fn prompt(&mut self, scan: &mut Scan<'_>) -> Option<Stop> {
        let text = scan.window.bytes.get(scan.behind()..=scan.at)?;
        if let Some(before) = prompt::ends(text) {
            scan.at -= before;
            return Some(Stop::Prompt);
        }
        if self.prompted
            && let Some(before) = prompt::ends_continuation(text)
        {
            let behind = 1 + usize::from(scan.rest().get(1) == Some(&b' '));
            self.prompts.push((scan.offset(scan.at - before), (before + behind) as u32));
            scan.at += behind;
        } else {
            scan.at += 1;
        }
        None
    }

    fn quote(&mut self, scan: &mut Scan<'_>, quote: u8, rules: &Rules) -> Option<Stop> {
        let rest = scan.rest();
        let escape = if rules.escapes(quote) { b'\\' } else { quote };
        let newline = if self.prompted { b'\n' } else { quote };
        if scan.go(memchr::memchr3(quote, escape, newline, rest)).is_some() {
            return Some(Stop::More);
        }
        let rest = scan.rest();
        match rest.first().copied()? {
            byte if byte == quote => {
                self.state = State::Text;
                scan.at += 1;
            }
            b'\\' if rest.len() > 1 => scan.at += 2,
            b'\\' if scan.window.last => scan.at += 1,
            b'\n' if rest.len() >= AHEAD || scan.window.last => {
                scan.at += 1;
                if let Some(len) = prompt::continuation(scan.rest()) {
                    self.prompts.push((scan.offset(scan.at), len as u32));
                    scan.at += len;
                }
            }
            _ => return Some(Stop::More),
        }
        None
    }

    fn dollar_quote(&mut self, scan: &mut Scan<'_>) -> Option<Stop> {
        let Some(len) = memmem::find(scan.rest(), &self.tag) else {
            return scan_tail(scan, self.tag.len());
        };
        self.state = State::Text;
        scan.at += len + self.tag.len();
        None
    }

    fn comment(&mut self, scan: &mut Scan<'_>) -> Option<Stop> {
        let Some(len) = comment_end(scan.rest()) else {
            return scan_tail(scan, 2);
        };
        self.state = State::Text;
        scan.at += len;
        None
    }

    fn line_comment(&mut self, scan: &mut Scan<'_>) -> Option<Stop> {
        let stop = scan.go(memchr::memchr(b'\n', scan.rest()));
        if stop.is_none() {
            self.state = State::Text;
        }
        stop
    }

    fn arguments(&mut self, scan: &mut Scan<'_>, rules: &Rules) -> Option<Stop> {
        let delimiter = rules.delimiter();
        let first = delimiter.first().copied().unwrap_or(b'\n');
        if scan.go(memchr::memchr2(b'\n', first, scan.rest())).is_some()
            || (!scan.window.last && scan.rest().len() < AHEAD)
        {
            return Some(Stop::More);
        }
        if scan.rest().starts_with(b"\n") {
            self.state = State::Text;
        } else if scan.rest().starts_with(delimiter) {
            self.state = State::Text;
            scan.at += delimiter.len();
        } else {
            scan.at += 1;
        }
        None
    }
}

/// Whether the line begins what a tool sends apart from what stands before it, with or without a delimiter.
fn begins_section(rest: &[u8], before: &[u8]) -> bool {
    let is_line = before.is_empty() || before.ends_with(b"\n");
    is_line && matches!(section::of_comment(rest), Some(Section::Up | Section::Down))
}

/// To the end of the window, but for what may be the start of a mark of `len` bytes.
fn scan_tail(scan: &mut Scan<'_>, len: usize) -> Option<Stop> {
    let tail = if scan.window.last { 0 } else { len - 1 };
    scan.at = scan.at.max(scan.window.bytes.len().saturating_sub(tail));
    Some(Stop::More)
}

/// Whether the text ends with `AS` or, for other dialects, `DO`.
fn is_behind_as(before: &[u8]) -> bool {
    let Some((word, blank)) = before.trim_ascii_end().split_last_chunk::<2>().map(|(left, word)| (word, left.last()))
    else {
        return false;
    };
    let ends_blank = before.last().copied().is_some_and(lexer::is_space);
    let is_word = word.eq_ignore_ascii_case(b"AS") || word.eq_ignore_ascii_case(b"DO");
    ends_blank && is_word && !blank.copied().is_some_and(lexer::is_name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lexer::SqlMode;
    use crate::script::rules::Delimiter;
    use crate::server::ServerSet;

    /// Where, why, and what is open there.
    type Stopped = (u64, Stop, Option<(Unclosed, u64)>);

    /// What is found in a text that is read in windows that end at `cuts`: each stop and what is open there.
    fn stops(text: &[u8], cuts: &[usize], rules: &Rules, in_blocks: bool) -> Vec<Stopped> {
        let (mut splitter, mut found) = (Splitter::new(), Vec::new());
        let (mut start, mut at) = (0, 0);
        let mut ends = cuts.iter().map(|cut| cut % (text.len() + 1)).collect::<Vec<_>>();
        ends.sort_unstable();
        for end in ends.into_iter().chain([text.len()]) {
            let window = Window { bytes: &text[..end], origin: 0, last: end == text.len() };
            loop {
                let (to, stop) = splitter.search(window, start, at, rules, in_blocks);
                at = to;
                if stop != Stop::More {
                    found.push((at, stop, splitter.unclosed()));
                    (start, at) = (at + 1, at + 1);
                    splitter.begin(false);
                } else {
                    break;
                }
            }
        }
        found.push((at, Stop::More, splitter.unclosed()));
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]
        #[test]
        fn blocks_pass_what_a_look_at_every_byte_passes(
            text in proptest::collection::vec(
                prop_oneof![
                    20 => Just(b"a".to_vec()), 4 => Just(b"'".to_vec()), 3 => Just(b"\\".to_vec()), 1 => Just(b"\"".to_vec()), 1 => Just(b"`".to_vec()),
                    1 => Just(b";".to_vec()), 2 => Just(b"-".to_vec()), 1 => Just(b"/*".to_vec()), 1 => Just(b"*/".to_vec()), 1 => Just(b"-- ".to_vec()),
                    1 => Just(b"\n".to_vec()), 1 => Just(b"$$".to_vec()), 1 => Just(b">".to_vec()), 1 => Just(b"#".to_vec()), 1 => Just(b"/*!50000 ".to_vec()),
                    2 => Just(vec![b'x'; 70]), 2 => Just(b"'y\\'z'".repeat(13)), 1 => Just(vec![b'\\'; 65]), 1 => Just(vec![0xe9, 0x27]),
                ],
                0..60,
            ).prop_map(|parts| parts.concat()),
            cuts in proptest::collection::vec(any::<usize>(), 0..3),
            no_backslash_escapes: bool, ansi_quotes: bool,
            delimiter in proptest::sample::select(vec![";", "//", "$$", "a", "'", "--"]),
        ) {
            let sql_mode = SqlMode { no_backslash_escapes, ansi_quotes, ..SqlMode::default() };
            let mut rules = Rules::new(ServerSet::ALL, sql_mode);
            rules.set_delimiter(Delimiter::new(delimiter.as_bytes()).unwrap());
            prop_assert_eq!(stops(&text, &cuts, &rules, true), stops(&text, &cuts, &rules, false));
        }
    }
}
