//! Comments that tell replint what to leave out: `-- replint: ignore[rule-a, rule-b] reason`.
//!
//! One that stands in a statement, behind it on its last line, or before it, is about this statement. `ignore-file[…]` before the first
//! statement is about the file. What such a comment gets wrong, or does not need, is a finding of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, LazyLock};

use memchr::memmem::Finder;

use super::Settings;
use super::selection::nearest;
use crate::diagnostic::Applicability::{Safe, Unsafe};
use crate::diagnostic::{Diagnostic, Rule, View};
use crate::lexer;
use crate::rules;
use crate::script::{DirectiveComment, Kind, RawStatement, directive_text};
use crate::server::Targets;
use crate::source::{Base, LineIndex, Span};

/// What a comment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// The whole file.
    File,
    /// The statement that starts at this offset.
    Statement(u64),
    /// The statement before which so many stand, if it is one of ours.
    Next(u64),
    /// Nothing that is looked at.
    Nothing,
}

/// A comment that speaks to replint.
pub(super) struct Directive {
    text: Box<[u8]>,
    base: Base,
    pub(super) about: About,
    said: Said,
}

/// What it says.
enum Said {
    /// To leave out what these rules find.
    Ignore(Vec<Named>),
    /// To leave out something, without a rule, which should stand at this offset of the comment.
    WithoutRule(u32),
    /// Something else.
    Unknown,
}

struct Named {
    name: Box<str>,
    /// In the comment.
    span: Span,
    used: bool,
}

impl Directive {
    /// A comment with its marks. `about`: what it is about, unless it says that it is about the file; `first`: no statement stands before it.
    pub(super) fn new(text: &[u8], base: Base, about: About, first: bool) -> Option<Self> {
        let said = directive_text(text)?;
        let is_file = said.trim_ascii_start().starts_with(b"ignore-file");
        let about = match is_file {
            true if first => About::File,
            true => About::Nothing,
            false => about,
        };
        Some(Self { text: text.into(), base, about, said: read(text) })
    }

    /// Whether it leaves out a finding in what it is about.
    pub(super) fn ignores(&mut self, finding: &Diagnostic) -> bool {
        let Said::Ignore(names) = &mut self.said else { return false };
        let named = names.iter_mut().find(|named| *named.name == *finding.rule);
        named.map(|named| named.used = true).is_some()
    }

    /// What is wrong with it, when everything else was found: `told` are the rules that found something in what it is about.
    fn findings(&self, path: &Arc<Path>, settings: &Settings, told: &BTreeSet<&str>) -> Vec<Diagnostic> {
        let shown = memchr::memchr(b']', &self.text).map_or(self.text.len(), |end| end + 1);
        let index = LineIndex::new(&self.text[..shown], self.base);
        let view = View::new(Arc::clone(path), index, Vec::new());
        let servers = settings.targets.servers();
        let all = Span::new(0, self.text.len() as u32);
        let shown = Span::new(0, shown as u32);
        let report = |rule: &'static str, span: Span, message: &str, help: String, (edits, applicability)| {
            let rule = rules::rule_of(rule);
            let severity = settings.severity(&rule)?;
            let builder = view.diagnostic(Rule { severity, ..rule }, span, message, servers).help(Some(help));
            Some(builder.fix(edits, applicability).finish())
        };
        let names = match &self.said {
            Said::WithoutRule(at) => {
                let names: Vec<&str> = told.iter().copied().collect();
                let (help, fix) = match names[..] {
                    [] => ("nothing is found there: remove it".to_owned(), (vec![(all, String::new())], Safe)),
                    _ => {
                        let list = format!("[{}]", names.join(", "));
                        (format!("write `ignore{list}`"), (vec![(Span::new(*at, *at), list)], Unsafe))
                    }
                };
                return report("ignore-without-rule", shown, "no rule is named to be ignored", help, fix)
                    .into_iter()
                    .collect();
            }
            Said::Unknown => {
                let help =
                    "write `ignore[rule] reason`, or `ignore-file[rule] reason` before the first statement".to_owned();
                return report(
                    "unknown-directive",
                    shown,
                    "replint does not know this comment",
                    help,
                    (Vec::new(), Safe),
                )
                .into_iter()
                .collect();
            }
            Said::Ignore(names) => names,
        };
        let needless = |named: &&Named| {
            !named.used && settings.rule(&named.name).is_none_or(|entry| settings.severity(&entry.rule).is_some())
        };
        let all_needless = names.iter().all(|named| needless(&named));
        let mut found = Vec::new();
        for (at, named) in names.iter().enumerate().filter(|(_, named)| needless(named)) {
            if settings.rule(&named.name).is_none() {
                let near = nearest(&named.name);
                let help = near
                    .map_or_else(|| "`replint rules` lists them".to_owned(), |near| format!("did you mean `{near}`?"));
                let edits = near.map(|near| (named.span, near.to_owned())).into_iter().collect();
                found.extend(report(
                    "unknown-ignored-rule",
                    named.span,
                    "no rule has this name",
                    help,
                    (edits, Unsafe),
                ));
                continue;
            }
            let gone = match names.get(at + 1) {
                _ if all_needless => all,
                Some(next) => Span::new(named.span.start, next.span.start),
                None => Span::new(
                    at.checked_sub(1).map_or(named.span.start, |before| names[before].span.end),
                    named.span.end,
                ),
            };
            let where_ = match self.about {
                About::File => "in this file",
                About::Nothing | About::Next(_) => "here: no statement that is looked at belongs to the comment",
                About::Statement(_) => "in this statement",
            };
            let message = format!("{} finds nothing {where_}", named.name);
            let edits = if all_needless && at > 0 { Vec::new() } else { vec![(gone, String::new())] };
            found.extend(report("unused-ignore", named.span, &message, "remove it".to_owned(), (edits, Safe)));
        }
        found
    }
}

/// What a comment says; the spans are in it.
fn read(comment: &[u8]) -> Said {
    let text = String::from_utf8_lossy(comment);
    // Lossy text keeps offsets only where nothing was lost.
    let Some(start) = (text.len() == comment.len()).then(|| text.find("replint:")).flatten() else {
        return Said::Unknown;
    };
    let said = &text[start + "replint:".len()..];
    let word = said.trim_start();
    let Some(rest) = word.strip_prefix("ignore-file").or_else(|| word.strip_prefix("ignore")) else {
        return Said::Unknown;
    };
    let without_rule = Said::WithoutRule((text.len() - rest.len()) as u32);
    let Some(list) = rest.trim_start().strip_prefix('[') else { return without_rule };
    let Some((list, _)) = list.split_once(']') else { return Said::Unknown };
    let mut names = Vec::new();
    for part in list.split(',') {
        let name = part.trim();
        let at = name.as_ptr() as usize - text.as_ptr() as usize;
        if !name.is_empty() {
            names.push(Named { name: name.into(), span: Span::new(at as u32, (at + name.len()) as u32), used: false });
        }
    }
    if names.is_empty() { Said::Unknown } else { Said::Ignore(names) }
}

/// The comments of a script that speak to replint.
#[derive(Default)]
pub(super) struct Directives {
    all: Vec<Directive>,
    /// The statement before, and the line of its last character.
    last: Option<(u64, u64)>,
    /// So many of the comments wait for no statement.
    settled: usize,
}

impl Directives {
    /// A comment outside of statements.
    pub(super) fn comment(&mut self, comment: &DirectiveComment) {
        let about = match self.last {
            Some((offset, line)) if !comment.alone && line == comment.base.line => About::Statement(offset),
            _ => About::Next(comment.preceding),
        };
        self.all.extend(Directive::new(&comment.text, comment.base, about, comment.preceding == 0));
    }

    /// A comment of which it is known what it is about; `first`: nothing stands before it that something could be found in.
    pub(super) fn comment_about(&mut self, text: &[u8], base: Base, about: About, first: bool) {
        self.all.extend(Directive::new(text, base, about, first));
    }

    /// A statement: what waits is about it, and so are the comments in it.
    pub(super) fn statement(&mut self, raw: &RawStatement<'_>, targets: &Targets) {
        let offset = raw.base.offset;
        for waiting in &mut self.all[self.settled..] {
            if let About::Next(preceding) = waiting.about {
                let is_next = raw.kind == Kind::Ours && raw.preceding == preceding;
                waiting.about = if is_next { About::Statement(offset) } else { About::Nothing };
            }
        }
        self.settled = self.all.len();
        let lines = memchr::memchr_iter(b'\n', raw.text).count() as u64;
        self.last = Some((offset, raw.base.line + lines));
        static NAME: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"replint:"));
        if NAME.find(raw.text).is_some() {
            let index = LineIndex::new(raw.text, raw.base);
            for span in comments(raw, targets) {
                let position = index.position(span.start);
                let base =
                    Base { offset: offset + u64::from(span.start), line: position.line, column: position.column };
                self.all.extend(Directive::new(span.of(raw.text), base, About::Statement(offset), false));
            }
        }
    }

    /// Takes what is ignored out of what was found, and adds what the comments got wrong.
    pub(super) fn apply(mut self, found: &mut Vec<Diagnostic>, path: &Arc<Path>, settings: &Settings) {
        if self.all.is_empty() {
            return;
        }
        let mut told: BTreeMap<u64, BTreeSet<&str>> = BTreeMap::new();
        for finding in found.iter() {
            told.entry(finding.base.offset).or_default().insert(finding.rule);
        }
        let mut by_statement: BTreeMap<Option<u64>, Vec<usize>> = BTreeMap::new();
        for (at, directive) in self.all.iter().enumerate() {
            let statement = match directive.about {
                About::File => None,
                About::Statement(offset) => Some(offset),
                About::Next(_) | About::Nothing => continue,
            };
            by_statement.entry(statement).or_default().push(at);
        }
        // Every comment is asked: what two of them leave out, both are used for.
        found.retain(|finding| {
            let asked =
                [None, Some(finding.base.offset)].into_iter().filter_map(|key| by_statement.get(&key)).flatten();
            asked.fold(true, |kept, at| !self.all[*at].ignores(finding) & kept)
        });
        let everywhere: BTreeSet<&str> = told.values().flatten().copied().collect();
        found.extend(self.all.iter().flat_map(|directive| {
            let told = match directive.about {
                About::File => Some(&everywhere),
                About::Statement(offset) => told.get(&offset),
                About::Next(_) | About::Nothing => None,
            };
            directive.findings(path, settings, told.unwrap_or(&BTreeSet::new()))
        }));
    }
}

/// The comments in a statement.
fn comments(raw: &RawStatement<'_>, targets: &Targets) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for token in lexer::tokens(raw.text, targets, raw.sql_mode) {
        let (mut at, end) = (start as usize, token.start as usize);
        while at < end {
            let rest = &raw.text[at..end];
            let len = match rest {
                [b'#', ..] | [b'-', b'-', ..] => memchr::memchr(b'\n', rest),
                [b'/', b'*', ..] => memchr::memmem::find(rest, b"*/").map(|len| len + 2),
                _ => Some(0),
            };
            let len = len.unwrap_or(rest.len());
            if len > 0 {
                found.push(Span::new(at as u32, (at + len) as u32));
            }
            at += len.max(1);
        }
        start = token.span().end;
    }
    found
}
