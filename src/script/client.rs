//! What the client does with its own commands, as far as it matters for what follows.

use std::io::{self, Read};

use super::command::{self, Argument, End, LONGEST_LINE, Long, Short};
use super::start::Next;
use super::{Found, Problem, Script, ScriptRule};
use crate::lexer;

impl<R: Read> Script<R> {
    /// A command of one letter stands where a statement would start.
    pub(super) fn short(&mut self, command: Short) -> io::Result<()> {
        self.line_start = false;
        match command {
            Short::Charset => {}
            Short::Go => self.go_in_batch(self.at, None),
            _ => self.command_in_batch(self.at, 2, None, None),
        }
        match command {
            Short::Quit => self.quit = !self.session,
            Short::Delimiter => {
                self.short_delimiter(self.at)?;
                return self.arguments();
            }
            Short::Arguments | Short::Charset => return self.arguments(),
            Short::Go | Short::Clear | Short::Alone => {}
        }
        self.at += 2;
        Ok(())
    }

    /// Passes a command of one letter and what it takes, to the delimiter or the end of the line.
    fn arguments(&mut self) -> io::Result<()> {
        let mut from = 2;
        let len = loop {
            match self.command_end(from)? {
                Some((End::Go, at)) => from = at + 1,
                Some((End::Line, at)) => break at,
                Some((End::Delimiter, at)) => break at + self.rules.delimiter().len(),
                None => return self.pass_line(),
            }
        };
        self.at += len as u64;
        Ok(())
    }

    /// What ends the command at hand, and how far ahead; `None` if its line is longer than any command.
    fn command_end(&mut self, from: usize) -> io::Result<Option<(End, usize)>> {
        loop {
            let rest = self.input.rest(self.at);
            let line = rest.get(..LONGEST_LINE).unwrap_or(rest);
            let is_long = line.len() == LONGEST_LINE;
            let last = self.input.window().last && !is_long;
            match command::end(line, from, self.rules.delimiter(), last) {
                None if !is_long => self.input.fill(self.at)?,
                end => return Ok(end),
            }
        }
    }

    /// Where the line ends; `None` if it is longer than any command. What is held from `keep` on stays.
    fn line_end(&mut self, keep: u64) -> io::Result<Option<u64>> {
        loop {
            let rest = self.input.rest(self.at);
            let line = rest.get(..LONGEST_LINE).unwrap_or(rest);
            match memchr::memchr(b'\n', line) {
                Some(len) => return Ok(Some(self.at + len as u64)),
                None if line.len() == LONGEST_LINE => return Ok(None),
                None if self.input.window().last => return Ok(Some(self.at + line.len() as u64)),
                None => self.input.fill(keep)?,
            }
        }
    }

    /// `\d` stands here: sets the delimiter. What is held from `keep` on stays.
    pub(super) fn short_delimiter(&mut self, keep: u64) -> io::Result<()> {
        let end = self.line_end(keep)?.unwrap_or_default();
        let argument = command::argument(self.input.slice(self.at + 2, end));
        self.set_delimiter(argument, 2);
        Ok(())
    }

    fn set_delimiter(&mut self, argument: Argument, len: u32) {
        match argument {
            Argument::Delimiter(delimiter) => self.rules.set_delimiter(delimiter),
            Argument::Refused => {}
            Argument::Missing => {
                let base = self.input.base(self.at);
                self.found.push_back(Found::Problem(Problem {
                    rule: ScriptRule::DelimiterWithoutArgument,
                    message: "DELIMITER without a delimiter behind it".to_owned(),
                    base,
                    len,
                    statement: base,
                    help: Some(
                        "the old delimiter stays in force; write DELIMITER ; to go back to the semicolon".to_owned(),
                    ),
                    fix: Vec::new(),
                }));
            }
        }
    }

    /// A command of one word stands where a statement would start; it is a statement after all if the command takes nothing and more follows.
    pub(super) fn long(&mut self, command: Long, word: usize) -> io::Result<Next> {
        if command == Long::Delimiter {
            return self.long_delimiter(word);
        }
        let (end, at) = match self.command_end(word)? {
            None | Some((End::Go, _)) => return Ok(Next::Statement),
            Some(end) => end,
        };
        let arguments = self.input.rest(self.at).get(word..at).unwrap_or_default();
        let takes_arguments = matches!(command, Long::Arguments | Long::Statement);
        if !takes_arguments && !arguments.trim_ascii().is_empty() {
            return Ok(Next::Statement);
        }
        if command == Long::Statement {
            let database = arguments.trim_ascii();
            self.in_mysql = [&b"mysql"[..], b"`mysql`"].iter().any(|name| database.eq_ignore_ascii_case(name));
        }
        if command != Long::Statement {
            self.command_in_batch(self.at, word, None, None);
        } else if end == End::Line {
            let len = word + arguments.trim_ascii_end().len();
            self.undelimited_in_batch(word, len);
        }
        if command == Long::Quit {
            self.quit = !self.session;
        }
        self.pass(at + if end == End::Delimiter { self.rules.delimiter().len() } else { 0 });
        Ok(Next::Again)
    }

    /// `DELIMITER` takes its line, unless the old delimiter follows at once.
    fn long_delimiter(&mut self, word: usize) -> io::Result<Next> {
        let Some(end) = self.line_end(self.at)? else { return Ok(Next::Statement) };
        let line = self.input.slice(self.at, end).get(word..).unwrap_or_default();
        let taken = if line.first().copied().is_none_or(lexer::is_space) { line } else { b"" };
        let (argument, len) = (command::argument(taken), word + taken.len());
        self.set_delimiter(argument, word as u32);
        self.pass(len);
        Ok(Next::Again)
    }
}
