//! A whole script.

use std::path::Path;
use std::sync::Arc;

use super::statement::{Outcome, Runs};
use super::{Upgrade, remark};
use crate::lexer::Token;
use crate::script::{Counts, Event, Kind, RawStatement, Script, ScriptOptions, ScriptRule};
use crate::server::Targets;
use crate::source::{LineIndex, Position, Span};

/// A script in the words of other servers.
#[derive(Clone, PartialEq, Eq)]
pub struct Upgraded {
    /// The new text, which may hold secrets; the old one if nothing changes.
    pub text: Vec<u8>,
    /// How many statements there are of each kind.
    pub counted: Counted,
    /// What a person must see to, or should know, in the order of the script.
    pub noted: Vec<Noted>,
}

/// Statements about replication and accounts, by what became of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Counted {
    /// They say the same in other words now.
    pub rewritten: u64,
    /// They are left to a person.
    pub left: u64,
    /// The servers take them as they are.
    pub unchanged: u64,
}

/// A place of the old text, and what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Where.
    pub at: Position,
    /// Whether it is left to a person; otherwise it should be known.
    pub is_left: bool,
    /// On one line, in lower case; quotes no literal.
    pub message: String,
}

/// Without the text, which may hold secrets.
impl std::fmt::Debug for Upgraded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { text: _, counted, noted } = self;
        f.debug_struct("Upgraded").field("counted", counted).field("noted", noted).finish_non_exhaustive()
    }
}

/// A statement's place in the new text: offset and length.
type Place = (u64, usize);

/// Puts a script into the words of other servers. Takes time that is linear in the text.
///
/// ```
/// use replint::upgrade::{Upgrade, upgrade};
///
/// let to_84 = Upgrade::to("mysql-8.4".parse()?)?;
/// let upgraded = upgrade(b"CHANGE MASTER TO MASTER_HOST = 'db1'; -- the source\nSTART SLAVE;\n", &to_84);
/// assert_eq!(upgraded.text, b"CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1'; -- the source\nSTART REPLICA;\n");
/// assert_eq!(upgraded.counted.rewritten, 2);
/// # Ok::<(), replint::server::TargetError>(())
/// ```
pub fn upgrade(text: &[u8], upgrade: &Upgrade) -> Upgraded {
    Sequence::new(upgrade).upgrade(text)
}

/// Scripts that run one after the other, as migrations do: an account that the first creates is there for the second.
///
/// ```
/// use replint::upgrade::{Sequence, Upgrade};
///
/// let to_84 = Upgrade::to("mysql-8.4".parse()?)?;
/// let mut migrations = Sequence::new(&to_84);
/// migrations.upgrade(b"CREATE USER app;\n");
/// let upgraded = migrations.upgrade(b"GRANT SELECT ON a.* TO app REQUIRE SSL;\n");
/// assert_eq!(upgraded.text, b"ALTER USER app REQUIRE SSL;\nGRANT SELECT ON a.* TO app;\n");
/// # Ok::<(), replint::server::TargetError>(())
/// ```
pub struct Sequence<'u> {
    upgrade: &'u Upgrade,
    up: Runs,
    /// Which script is next: places of channels are told in their own.
    number: usize,
}

impl<'u> Sequence<'u> {
    /// Before the first script.
    pub fn new(upgrade: &'u Upgrade) -> Self {
        Self { upgrade, up: Runs::new(upgrade), number: 0 }
    }

    /// The next script. Takes time that is linear in its text and in what the scripts before it set up.
    pub fn upgrade(&mut self, text: &[u8]) -> Upgraded {
        let mut up = std::mem::replace(&mut self.up, Runs::new(self.upgrade));
        up.path = Arc::from(Path::new(&self.number.to_string()));
        self.number += 1;
        let (upgraded, up) = of_script(text, self.upgrade, up);
        self.up = up;
        upgraded
    }
}

/// `up`: what the scripts before it add up to.
fn of_script(text: &[u8], upgrade: &Upgrade, up: Runs) -> (Upgraded, Runs) {
    let mut reading = Reading::new(text, upgrade, up);
    let counts = reading.script();
    let Reading { mut out, mut noted, mut counted, places, at, mut up, down, inserted, .. } = reading;
    out.extend_from_slice(&text[at..]);
    for (place, message) in remark::of_channels(&up.after, upgrade.from.servers(), upgrade.to.servers()) {
        if place.origin.path == up.path {
            noted.push(Noted { at: place.origin.index().position(place.span.start), is_left: false, message });
        }
    }
    let wanted = Counts { ours: counts.ours + inserted, ..counts };
    let is_sound = up.are_the_same() && down.are_the_same() && reads_as(&out, upgrade, &places, wanted);
    if !is_sound {
        // What it does on the new servers is not known.
        up.not_understood();
        out = text.to_vec();
        counted = Counted { rewritten: 0, left: counted.left + counted.rewritten.max(1), ..counted };
        let message = "the new text would not come to the same: the script is left as it is".to_owned();
        noted.push(Noted { at: Position { line: 1, column: 1 }, is_left: true, message });
    }
    noted.sort_by(|one, two| (one.at, &one.message).cmp(&(two.at, &two.message)));
    (Upgraded { text: out, counted, noted }, up)
}

struct Reading<'t> {
    text: &'t [u8],
    upgrade: &'t Upgrade,
    out: Vec<u8>,
    /// Up to here the text is in `out`.
    at: usize,
    places: Vec<Place>,
    /// So many statements were put before others.
    inserted: u64,
    up: Runs,
    /// Of what takes migrations back.
    down: Runs,
    counted: Counted,
    noted: Vec<Noted>,
    newline: &'static str,
}

impl<'t> Reading<'t> {
    fn new(text: &'t [u8], upgrade: &'t Upgrade, up: Runs) -> Self {
        let first_line = memchr::memchr(b'\n', text).map(|end| &text[..end]);
        Self {
            text,
            upgrade,
            out: Vec::with_capacity(text.len() + text.len() / 8),
            at: 0,
            places: Vec::new(),
            inserted: 0,
            up,
            down: Runs::new(upgrade),
            counted: Counted::default(),
            noted: Vec::new(),
            newline: if first_line.is_some_and(|line| line.ends_with(b"\r")) { "\r\n" } else { "\n" },
        }
    }

    fn script(&mut self) -> Counts {
        let mut script = Script::new(self.text, &options(self.upgrade));
        let mut tokens = Vec::new();
        // A text in memory can always be read.
        while let Ok(Some(event)) = script.next_event() {
            match event {
                Event::Statement(raw) if raw.kind == Kind::Ours => self.statement(&raw, &mut tokens),
                Event::Statement(raw) => {
                    self.runs(raw.down).not_understood();
                    self.leave(&raw, Span::new(0, 0), "it holds statements that are not looked into".to_owned());
                }
                Event::Directive(_) => {}
                Event::Problem(problem) => {
                    let is_unread = matches!(
                        problem.rule,
                        ScriptRule::UnclosedQuote
                            | ScriptRule::UnclosedComment
                            | ScriptRule::StatementTooLong
                            | ScriptRule::Utf16Encoding
                            | ScriptRule::GrantTableChanged
                    );
                    if is_unread {
                        self.up.not_understood();
                        self.down.not_understood();
                        let at = Position { line: problem.base.line, column: problem.base.column };
                        self.counted.left += 1;
                        self.noted.push(Noted { at, is_left: true, message: problem.message });
                    }
                }
            }
        }
        script.counts()
    }

    fn runs(&mut self, down: bool) -> &mut Runs {
        if down { &mut self.down } else { &mut self.up }
    }

    fn statement(&mut self, raw: &RawStatement<'_>, tokens: &mut Vec<Token>) {
        let (start, upgrade) = (raw.base.offset as usize, self.upgrade);
        let end = start + raw.text.len();
        if self.text.get(start..end) != Some(raw.text) {
            self.runs(raw.down).not_understood();
            self.leave(raw, Span::new(0, 0), "a client's prompt stands in it".to_owned());
            return self.keep(start, end);
        }
        let delimiter = delimiter(&self.text[end..]);
        let (outcome, remarks) = self.runs(raw.down).statement(raw, upgrade, delimiter.is_some(), tokens);
        let lines = LineIndex::new(raw.text, raw.base);
        for (span, message) in remarks {
            self.noted.push(Noted { at: lines.position(span.start), is_left: false, message });
        }
        match outcome {
            Outcome::Unchanged => {
                self.counted.unchanged += 1;
                self.keep(start, end);
            }
            Outcome::Left((span, message)) => {
                self.leave(raw, span, message);
                self.keep(start, end);
            }
            Outcome::Rewritten { before, text } => {
                self.counted.rewritten += 1;
                self.out.extend_from_slice(&self.text[self.at..start]);
                let (delimiter, indent) = (delimiter.unwrap_or_default(), self.indent(start));
                self.inserted += before.len() as u64;
                for statement in before {
                    self.places.push((self.out.len() as u64, statement.len()));
                    self.out.extend_from_slice(&statement);
                    self.out.extend_from_slice(delimiter);
                    self.out.extend_from_slice(self.newline.as_bytes());
                    self.out.extend_from_slice(indent);
                }
                self.places.push((self.out.len() as u64, text.len()));
                self.out.extend_from_slice(&text);
                self.at = end;
            }
        }
    }

    /// A statement of ours stays as it is.
    fn keep(&mut self, start: usize, end: usize) {
        self.out.extend_from_slice(&self.text[self.at..start]);
        self.places.push((self.out.len() as u64, end - start));
        self.out.extend_from_slice(&self.text[start..end]);
        self.at = end;
    }

    fn leave(&mut self, raw: &RawStatement<'_>, span: Span, message: String) {
        self.counted.left += 1;
        let at = LineIndex::new(raw.text, raw.base).position(span.start);
        self.noted.push(Noted { at, is_left: true, message });
    }

    /// What stands before a statement on its line, if it is nothing but blanks.
    fn indent(&self, start: usize) -> &'t [u8] {
        let line = memchr::memrchr(b'\n', &self.text[..start]).map_or(0, |end| end + 1);
        let before = &self.text[line..start];
        if before.trim_ascii().is_empty() { before } else { b"" }
    }
}

/// What ends the statement that stands before `behind`, if it is known. If it is taken for something else the new text does not read as it should,
/// and is not used.
fn delimiter(behind: &[u8]) -> Option<&[u8]> {
    let behind = behind.trim_ascii_start();
    let is_part = |byte: &u8| !byte.is_ascii_alphanumeric() && !byte.is_ascii_whitespace();
    let run = |is_in: &dyn Fn(&u8) -> bool| Some(&behind[..behind.iter().take_while(|byte| is_in(byte)).count()]);
    match behind.first() {
        None | Some(b'\\') => Some(b";"),
        Some(b';') => run(&|byte| *byte == b';'),
        Some(b'-' | b'#') => None,
        Some(b'/') if behind.starts_with(b"/*") => None,
        Some(_) => run(&is_part).filter(|run| !run.is_empty()),
    }
}

/// Whether a text is cut into statements of ours at these places.
fn reads_as(text: &[u8], upgrade: &Upgrade, places: &[Place], counts: Counts) -> bool {
    let mut script = Script::new(text, &options(upgrade));
    let mut places = places.iter();
    while let Ok(Some(event)) = script.next_event() {
        let Event::Statement(raw) = event else { continue };
        if raw.kind == Kind::Ours && places.next() != Some(&(raw.base.offset, raw.text.len())) {
            return false;
        }
    }
    places.next().is_none() && script.counts() == counts
}

fn options(upgrade: &Upgrade) -> ScriptOptions {
    let targets = [&upgrade.from, &upgrade.to].into_iter().flat_map(Targets::named).cloned();
    ScriptOptions {
        targets: Targets::new(targets),
        sql_mode: upgrade.sql_mode,
        placeholders: upgrade.placeholders,
        ..ScriptOptions::default()
    }
}
