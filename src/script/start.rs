//! What stands where a statement would start: blanks, comments, commands of the client, prompts, or the statement.

use std::io::{self, Read};

use super::command::{self, Long, Short};
use super::prompt;
use super::rules::{Rules, comment_end, opens_dash_comment};
use super::section::{self, Section};
use super::splitter::{AHEAD, Unclosed};
use super::unclosed::Opened;
use super::{Base, Found, Problem, Script, ScriptEdit, ScriptRule, liquibase, template};
use crate::lexer;

/// MariaDB's dumps start with it, for the client only.
const SANDBOX: &[u8] = b"/*M!999999\\-";

/// So many bytes are wanted to tell.
pub(super) const WANTED: usize = prompt::LONGEST + AHEAD;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    End,
    /// A backslash before the end of a line.
    Backslash,
    Prompt(usize),
    /// A line that a client printed.
    Output,
    Delimiter(usize),
    LineComment,
    /// `--` without a blank behind it.
    DashLine,
    Comment,
    Short(Short),
    ControlBlock(usize),
    Long(Long, usize),
    Statement,
}

/// What follows in the file.
pub(super) enum Next {
    Statement,
    /// Nothing yet: look again.
    Again,
    End,
}

/// A prompt before the statement or command at hand.
#[derive(Clone, Copy)]
pub(super) struct Prompt {
    base: Base,
    len: u32,
    /// Whether a blank stands behind it, as the client writes it.
    blank: u32,
}

impl<R: Read> Script<R> {
    fn opening(&self) -> Opening {
        let rest = self.input.rest(self.at);
        if rest.is_empty() {
            return Opening::End;
        }
        if let Some(opening) = self.line_opening(rest) {
            return opening;
        }
        if self.placeholders
            && !self.rules.section
            && let Some(len) = template::block(rest, self.line_start)
        {
            return Opening::ControlBlock(len);
        }
        opening_of(rest, &self.rules).unwrap_or(Opening::Statement)
    }

    /// What only a line can start with.
    fn line_opening(&self, rest: &[u8]) -> Option<Opening> {
        if !self.line_start || self.rules.section {
            return None;
        }
        match prompt::starts(rest) {
            Some(len) => return Some(Opening::Prompt(len)),
            None if self.session && (self.vertical || prompt::is_output(rest)) => return Some(Opening::Output),
            None => {}
        }
        None
    }

    /// Passes what stands before the next statement.
    pub(super) fn next(&mut self) -> io::Result<Next> {
        self.input.want(self.at, WANTED)?;
        if self.pass_blanks() {
            // There may be more of them.
            return Ok(Next::Again);
        }
        self.input.want(self.at, WANTED)?;
        if self.placeholders {
            let wanted = template::wanted(self.input.rest(self.at));
            self.input.want(self.at, wanted)?;
        }
        match self.opening() {
            Opening::End => {
                self.flush_prompt();
                return Ok(Next::End);
            }
            Opening::Backslash => self.at += 1,
            Opening::Prompt(len) => self.prompt(len),
            Opening::Output => self.output()?,
            Opening::Delimiter(len) | Opening::ControlBlock(len) => self.pass(len),
            Opening::LineComment => self.line_comment()?,
            Opening::DashLine => {
                self.dash_line();
                self.line_comment()?;
            }
            Opening::Comment => self.comment()?,
            Opening::Short(command) => self.short(command)?,
            Opening::Long(command, word) => return self.long(command, word),
            Opening::Statement => return Ok(Next::Statement),
        }
        Ok(Next::Again)
    }

    /// Passes blanks and ends of lines that are held; whether that was everything.
    fn pass_blanks(&mut self) -> bool {
        let rest = self.input.rest(self.at);
        let (held, mut blank, mut newlines) = (rest.len(), 0, 0_usize);
        for byte in rest.iter().take_while(|byte| lexer::is_space(**byte)) {
            blank += 1;
            newlines += usize::from(*byte == b'\n');
        }
        if newlines > 0 {
            self.flush_prompt();
            // An empty line ends what a client printed.
            self.vertical &= !self.line_start && newlines == 1;
            self.line_start = true;
        }
        self.at += blank as u64;
        blank > 0 && blank == held
    }

    /// Passes something that is not blank.
    pub(super) fn pass(&mut self, len: usize) {
        self.at += len as u64;
        self.line_start = false;
    }

    fn prompt(&mut self, len: usize) {
        self.flush_prompt();
        let base = self.input.base(self.at);
        let blank = self.input.rest(self.at).get(len) == Some(&b' ');
        self.prompt = Some(Prompt { base, len: len as u32, blank: u32::from(blank) });
        (self.session, self.vertical) = (true, false);
        self.pass(len);
    }

    /// Reports a prompt behind which no statement stands.
    fn flush_prompt(&mut self) {
        if let Some(prompt) = self.prompt.take() {
            self.found.push_back(Found::Problem(in_script(prompt, &[])));
        }
    }

    /// To the end of the line, before its newline.
    pub(super) fn pass_line(&mut self) -> io::Result<()> {
        loop {
            let rest = self.input.rest(self.at);
            let newline = memchr::memchr(b'\n', rest);
            self.at += newline.unwrap_or(rest.len()) as u64;
            if newline.is_some() || self.input.window().last {
                return Ok(());
            }
            self.input.fill(self.at)?;
        }
    }

    fn output(&mut self) -> io::Result<()> {
        let rest = self.input.rest(self.at);
        self.vertical = (self.vertical && !prompt::is_row_count(rest)) || prompt::opens_vertical_row(rest);
        self.line_start = false;
        self.pass_line()
    }

    fn line_comment(&mut self) -> io::Result<()> {
        let opening = if self.input.rest(self.at).starts_with(b"#") { 1 } else { 2 };
        self.directive(opening, b"\n")?;
        if liquibase::is_for_others(self.input.rest(self.at)).is_some() {
            self.input.want(self.at, liquibase::LONGEST)?;
            self.for_others = liquibase::is_for_others(self.input.rest(self.at)).unwrap_or_default();
        }
        match section::of_comment(self.input.rest(self.at)) {
            Some(Section::Up) => self.down = false,
            Some(Section::Down) => self.down = true,
            Some(Section::StatementBegin) => self.rules.section = true,
            Some(Section::StatementEnd) => self.rules.section = false,
            None => {}
        }
        self.pass_line()
    }

    /// A comment for MariaDB's client and old ones of MySQL; newer ones send it with the statement behind it.
    fn dash_line(&mut self) {
        if !self.dash_lines_are_sent || self.rules.section {
            return;
        }
        if self.input.rest(self.at).starts_with(b"--liquibase ") {
            self.dash_lines_are_sent = false;
            return;
        }
        let base = self.input.base(self.at);
        let (behind, text) = (base.offset + 2, " ".to_owned());
        self.found.push_back(Found::Problem(Problem {
            rule: ScriptRule::DashesWithoutBlank,
            message: "two dashes without a blank behind them are no comment".to_owned(),
            base,
            len: 2,
            statement: base,
            help: Some(
                "the mysql client sends the line with the statement behind it, and the server refuses both".to_owned(),
            ),
            fix: vec![ScriptEdit { start: behind, end: behind, text }],
        }));
    }

    fn comment(&mut self) -> io::Result<()> {
        self.directive(2, b"*/")?;
        let start = self.at;
        let mut opened = None;
        self.at += 2;
        loop {
            let rest = self.input.rest(self.at);
            if let Some(len) = comment_end(rest) {
                self.at += len as u64;
                return Ok(());
            }
            let len = rest.len() as u64;
            // Once it is looked for further on, the opening is no longer held.
            let opened = *opened.get_or_insert_with(|| Opened::new(&mut self.input, Unclosed::Comment, start));
            if self.input.window().last {
                self.at += len;
                self.unclosed(opened, opened.base);
                return Ok(());
            }
            self.at += len.saturating_sub(1);
            self.input.fill(self.at)?;
        }
    }
}

fn opening_of(rest: &[u8], rules: &Rules) -> Option<Opening> {
    if rules.ends(rest) {
        return Some(Opening::Delimiter(rules.delimiter().len()));
    }
    match rest.first()? {
        b';' => Some(Opening::Delimiter(1)),
        b'#' => Some(Opening::LineComment),
        b'-' if opens_dash_comment(rest) => Some(Opening::LineComment),
        b'-' if rest.starts_with(b"--") => Some(Opening::DashLine),
        b'/' if rules.opens_comment(rest) || rest.starts_with(SANDBOX) => Some(Opening::Comment),
        b'\\' if !rules.section => match command::short(rest) {
            (_, Some(command)) => Some(Opening::Short(command)),
            (1, None) => Some(Opening::Backslash),
            _ => None,
        },
        _ if rules.section => None,
        _ => command::long(rest, rules.delimiter()).map(|(command, word)| Opening::Long(command, word)),
    }
}

/// The problem of a statement with prompts before and in it.
pub(super) fn in_script(prompt: Prompt, others: &[(u64, u32)]) -> Problem {
    let edit = |start: u64, len: u32| ScriptEdit { start, end: start + u64::from(len), text: String::new() };
    let first = edit(prompt.base.offset, prompt.len + prompt.blank);
    let others = others.iter().map(|(start, len)| edit(*start, *len));
    Problem {
        rule: ScriptRule::PromptInScript,
        message: "a prompt of the client stands before the statement".to_owned(),
        base: prompt.base,
        len: prompt.len,
        statement: prompt.base,
        help: Some("remove it: a script holds only what was typed behind it".to_owned()),
        fix: std::iter::once(first).chain(others).collect(),
    }
}
