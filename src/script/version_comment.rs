//! A delimiter in an executable comment: the clients cut there.

use std::io::Read;

use super::{Base, Found, Problem, Script, ScriptEdit, ScriptRule};

impl<R: Read> Script<R> {
    /// Reports the delimiter at `end`, of `len` bytes, and passes the end of the comment if it follows at once.
    pub(super) fn cut_version_comment(&mut self, statement: Base, end: u64, len: usize) {
        self.counts.ours += 1;
        let base = self.input.base(end);
        let behind = end + len as u64;
        let rest = self.input.rest(behind);
        let blanks = rest.len() - rest.trim_ascii_start().len();
        let mut fix = Vec::new();
        if rest.get(blanks..).is_some_and(|rest| rest.starts_with(b"*/")) {
            let closed = behind + blanks as u64 + 2;
            let delimiter = String::from_utf8_lossy(self.input.slice(end, behind)).into_owned();
            let is_ended = self.input.rest(closed).trim_ascii_start().starts_with(delimiter.as_bytes());
            fix.push(ScriptEdit { start: end, end: behind, text: String::new() });
            if !is_ended {
                fix.push(ScriptEdit { start: closed, end: closed, text: delimiter });
            }
            self.at = closed;
        }
        self.found.push_back(Found::Problem(Problem {
            rule: ScriptRule::DelimiterInVersionComment,
            message: "the client ends the statement at this delimiter, in the middle of an executable comment"
                .to_owned(),
            base,
            len: len as u32,
            statement,
            help: Some("put the delimiter behind the `*/`".to_owned()),
            fix,
        }));
    }
}
