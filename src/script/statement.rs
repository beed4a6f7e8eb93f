//! One statement: read to its end, kept as long as it may be one of ours.

use std::io::{self, Read};

use super::command::Short;
use super::head::{self, Head};
use super::splitter::{BEHIND, Stop, Unclosed};
use super::start::in_script;
use super::unclosed::{self, Opened};
use super::{Base, Found, Kind, Problem, Script, ScriptRule, body};

/// A statement of which it is not known whether it is ours is kept up to this size, in bytes.
const LONGEST_UNDECIDED: u64 = 1 << 20;

/// What is known of the statement at hand.
struct Draft {
    start: u64,
    /// Where it starts, if somebody asked: most statements are only counted.
    base: Option<Base>,
    head: Option<Head>,
    /// How long it shall be before its head is looked at again.
    next_look: u64,
    /// The open quote or comment, where it reaches over what is no longer held.
    opened: Option<Opened>,
}

impl<R: Read> Script<R> {
    /// Reads the statement that starts here.
    pub(super) fn statement(&mut self) -> io::Result<()> {
        let start = self.at;
        let mut draft = Draft { start, base: None, head: None, next_look: BEHIND, opened: None };
        self.splitter.begin(self.prompt.is_some());
        self.line_start = false;
        let mut go = false;
        let (end, len) = loop {
            let window = self.input.window();
            let (at, stop) = self.splitter.run(window, start, self.at, &self.rules);
            let last = window.last;
            self.at = at;
            match stop {
                Stop::More if last => break (at, 0),
                Stop::More => self.more(&mut draft)?,
                Stop::Semicolon if self.head(&mut draft, at, true) == Some(Head::Body) => self.splitter.in_body = true,
                Stop::Semicolon => break (at, 1),
                Stop::Delimiter => break (at, self.rules.delimiter().len()),
                Stop::SectionEnd => break (at, 0),
                Stop::Prompt => {
                    self.line_start = true;
                    break (at, 0);
                }
                Stop::Command(Short::Delimiter) => self.change_delimiter(&mut draft)?,
                Stop::Command(Short::Go) => {
                    go = true;
                    break (at, 2);
                }
                Stop::Command(Short::Arguments | Short::Charset | Short::Alone) => break (at, 2),
                // What stands before it is sent.
                Stop::Command(Short::Quit) => {
                    self.quit = !self.session;
                    break (at, 2);
                }
                Stop::Command(Short::Clear) => {
                    self.at += 2;
                    return Ok(());
                }
            }
        };
        self.at += len as u64;
        if let Some((unclosed, at)) = self.splitter.unclosed() {
            let opened = self.culprit(&mut draft, end).unwrap_or_else(|| self.opened(&mut draft, unclosed, at));
            let statement = self.base(&mut draft);
            self.unclosed(opened, statement);
            return Ok(());
        }
        if self.splitter.in_version_comment
            && len > 0
            && !self.for_others
            && self.head(&mut draft, end, true) == Some(Head::Ours)
        {
            let statement = self.base(&mut draft);
            self.cut_version_comment(statement, end, len);
            return Ok(());
        }
        self.finish(&mut draft, end);
        if go {
            let statement = self.base(&mut draft);
            self.go_in_batch(end, Some(statement));
        }
        Ok(())
    }

    /// Where the statement starts: asked before any place behind that.
    fn base(&mut self, draft: &mut Draft) -> Base {
        *draft.base.get_or_insert_with(|| self.input.base(draft.start))
    }

    fn change_delimiter(&mut self, draft: &mut Draft) -> io::Result<()> {
        self.base(draft);
        self.short_delimiter(self.keep(draft))?;
        self.at += 2;
        self.splitter.pass_arguments();
        Ok(())
    }

    /// Reads on. What cannot be of ours need not stay.
    fn more(&mut self, draft: &mut Draft) -> io::Result<()> {
        let len = self.at - draft.start;
        if len >= draft.next_look || len > LONGEST_UNDECIDED {
            draft.next_look = len * 2;
            self.head(draft, self.at, false);
        }
        let keep = self.keep(draft);
        if let Some((unclosed, at)) = self.splitter.unclosed().filter(|(_, at)| *at < keep) {
            draft.opened = Some(self.opened(draft, unclosed, at));
        }
        if keep > draft.start {
            self.base(draft);
        }
        self.input.fill(keep)
    }

    /// From where on the bytes of a statement must stay.
    fn keep(&self, draft: &Draft) -> u64 {
        let is_short = self.at - draft.start <= self.limit(draft.head);
        if is_short { draft.start } else { self.at.saturating_sub(BEHIND).max(draft.start) }
    }

    /// The quote or comment that is open, also when it is no longer held.
    fn opened(&mut self, draft: &mut Draft, unclosed: Unclosed, at: u64) -> Opened {
        match draft.opened {
            Some(opened) if opened.base.offset == at => opened,
            _ => {
                self.base(draft);
                Opened::new(&mut self.input, unclosed, at)
            }
        }
    }

    /// The quote that is to blame, if it is not the last one: where a typographic quote was to close one, they pair up wrongly from there on.
    fn culprit(&mut self, draft: &mut Draft, end: u64) -> Option<Opened> {
        let head = self.head(draft, end, true);
        let text = if end - draft.start <= self.limit(head) { self.input.slice(draft.start, end) } else { b"" };
        let (at, quote) = unclosed::culprit(text, self.rules.sql_mode)?;
        self.base(draft);
        Some(Opened::new(&mut self.input, Unclosed::Quote(quote), draft.start + at as u64))
    }

    /// How long a statement may become before it is let go.
    fn limit(&self, head: Option<Head>) -> u64 {
        match head {
            Some(Head::Ours) => self.max_statement,
            Some(Head::Other) => 0,
            _ => LONGEST_UNDECIDED,
        }
    }

    /// What the statement is, as far as `end`; `whole` if it ends there.
    fn head(&mut self, draft: &mut Draft, end: u64, whole: bool) -> Option<Head> {
        if draft.head.is_none() {
            let limit = draft.start + LONGEST_UNDECIDED;
            let text = self.input.slice(draft.start, end.min(limit));
            draft.head = head::of(text, whole && end <= limit, &self.targets, self.rules.sql_mode);
            if draft.head.is_none() && (whole || end > limit) {
                draft.head = Some(Head::Other);
            }
        }
        draft.head
    }

    /// Counts the statement and reports it.
    fn finish(&mut self, draft: &mut Draft, end: u64) {
        if let Some(prompt) = self.prompt.take() {
            self.found.push_back(Found::Problem(in_script(prompt, &self.splitter.prompts)));
        }
        let head = self.head(draft, end, true).unwrap_or(Head::Other);
        let len = end - draft.start;
        let is_grant_table = head == Head::GrantTable || (head == Head::GrantTableName && self.in_mysql);
        if is_grant_table && !self.for_others {
            let base = self.base(draft);
            self.grant_table(base, len);
        }
        let fits = len <= self.limit(Some(head));
        let text = if fits { self.input.slice(draft.start, end).trim_ascii_end() } else { b"" };
        let sql_mode = self.rules.sql_mode;
        if self.for_others {
            self.counts.another_dialect += 1;
            return;
        }
        let kind = match head {
            Head::Other | Head::GrantTable | Head::GrantTableName => None,
            Head::Ours if !fits => {
                let base = self.base(draft);
                return self.too_long(base);
            }
            Head::Ours => Some(Kind::Ours),
            Head::Body if !fits => {
                self.counts.not_analysed += 1;
                return;
            }
            _ if !fits => None,
            Head::Set => {
                let ours = self.modes.follow(text, &mut self.rules.sql_mode, &self.targets);
                let holds = !ours && body::holds_ours(head, text, sql_mode);
                ours.then_some(Kind::Ours).or(holds.then_some(Kind::NotAnalysed))
            }
            Head::Body | Head::Prepare | Head::SetStatement => {
                body::holds_ours(head, text, sql_mode).then_some(Kind::NotAnalysed)
            }
        };
        match kind {
            None => self.counts.other += 1,
            Some(Kind::Ours) => self.counts.ours += 1,
            Some(Kind::NotAnalysed) => self.counts.not_analysed += 1,
        }
        if let Some(kind) = kind {
            let end = draft.start + text.len() as u64;
            let (base, preceding) = (self.base(draft), self.counts.all() - 1);
            self.found.push_back(Found::Statement {
                start: draft.start,
                end,
                base,
                sql_mode,
                kind,
                preceding,
                down: self.down,
            });
        }
    }

    fn grant_table(&mut self, base: Base, len: u64) {
        let head = self.input.slice(base.offset, base.offset + len.min(256));
        let word = head.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        self.found.push_back(Found::Problem(Problem {
            rule: ScriptRule::GrantTableChanged,
            message: "a grant table is changed directly".to_owned(),
            base,
            len: word as u32,
            statement: base,
            help: Some("write CREATE USER, ALTER USER, DROP USER, GRANT or REVOKE".to_owned()),
            fix: Vec::new(),
        }));
    }

    fn too_long(&mut self, base: Base) {
        self.counts.not_analysed += 1;
        self.found.push_back(Found::Problem(Problem {
            rule: ScriptRule::StatementTooLong,
            message: format!("the statement is longer than {} bytes", self.max_statement),
            base,
            len: 1,
            statement: base,
            help: Some("it was not looked at; a greater max-statement-size lets replint read it".to_owned()),
            fix: Vec::new(),
        }));
    }
}
