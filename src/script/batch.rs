//! Commands that newer clients take from a terminal only.

use std::io::Read;

use super::{Base, Found, Problem, Script, ScriptEdit, ScriptRule};

impl<R: Read> Script<R> {
    /// `\g` or `\G` stands at `at` and ends the statement that starts at `statement`; none: it stands alone.
    pub(super) fn go_in_batch(&mut self, at: u64, statement: Option<Base>) {
        let delimiter = self.delimiter();
        let ends_twice = self.input.rest(at + 2).trim_ascii_start().starts_with(delimiter.as_bytes());
        let text = if ends_twice { String::new() } else { delimiter };
        let fix = statement.map(|_| ScriptEdit { start: at, end: at + 2, text });
        self.command_in_batch(at, 2, statement, fix);
    }

    /// `use` or another command that the server understands too stands here, with what it takes; no delimiter follows.
    pub(super) fn undelimited_in_batch(&mut self, word: usize, len: usize) {
        let behind = self.at + len as u64;
        let fix = ScriptEdit { start: behind, end: behind, text: self.delimiter() };
        self.command_in_batch(self.at, word, None, Some(fix));
    }

    /// A command of `len` bytes at `at`, with the edit that has a delimiter do the same. In what was pasted from a session it is none.
    pub(super) fn command_in_batch(&mut self, at: u64, len: usize, statement: Option<Base>, fix: Option<ScriptEdit>) {
        if !self.commands_are_off || self.session || self.for_others {
            return;
        }
        let base = self.input.base(at);
        let word = String::from_utf8_lossy(self.input.slice(at, at + len as u64)).into_owned();
        let instead = match &fix {
            Some(_) => format!("end the statement with `{}`", self.delimiter()),
            None => "remove it".to_owned(),
        };
        self.found.push_back(Found::Problem(Problem {
            rule: ScriptRule::ClientCommandInBatch,
            message: format!("the mysql client does not take `{word}` from a file"),
            base,
            len: len as u32,
            statement: statement.unwrap_or(base),
            help: Some(format!("{instead}, or call the client with --commands")),
            fix: fix.into_iter().collect(),
        }));
    }

    /// The delimiter as text.
    fn delimiter(&self) -> String {
        String::from_utf8_lossy(self.rules.delimiter()).into_owned()
    }
}
