//! Option files: the rules look at what a file says to servers and clients, and what nobody knows to be public is kept from readers.

use std::path::Path;
use std::sync::Arc;

use super::asked::{Asked, SettingsByFile};
use super::directive::{About, Directives};
use super::hidden::announces;
use super::shown::{Told, show};
use super::{Settings, upgrade};
use crate::diagnostic::{Diagnostic, Ordinals, View};
use crate::model::{Origin, Run, ServerOptions};
use crate::option_file::{Entry, Item, OptionFile, comments};
use crate::parser::ParseOptions;
use crate::rules::{Context, Scope};
use crate::server::ServerOption;
use crate::source::{Base, Span, masked, path};

/// Whether a file of this name is read as an option file, not as a script.
///
/// ```
/// assert!(replint::lint::is_option_file("etc/mysql/my.cnf".as_ref()));
/// assert!(!replint::lint::is_option_file("users.sql".as_ref()));
/// ```
pub fn is_option_file(path: &Path) -> bool {
    let name = path::split(path).map_or(&[][..], |(_, name)| name.as_encoded_bytes());
    let ending = name.last_chunk::<4>().filter(|_| name.len() > 4);
    name == b".my.cnf" || ending.is_some_and(|it| it.eq_ignore_ascii_case(b".cnf") || it.eq_ignore_ascii_case(b".ini"))
}

/// What is wrong with an option file, in its order.
///
/// A file in which no server and no client looks for anything is somebody else's: nothing is wrong with it.
///
/// ```
/// use replint::lint::{Settings, option_file};
/// use replint::model::ServerOptions;
///
/// let settings = Settings { targets: "mysql-8.4".parse().unwrap(), ..Settings::default() };
/// let file = ServerOptions::read("my.cnf", b"[mysqld]\nexpire_logs_days = 7\n", &());
/// assert_eq!(option_file(&file, &settings)[0].rule, "unknown-server-option");
/// ```
pub fn option_file(file: &ServerOptions, settings: &Settings) -> Vec<Diagnostic> {
    let path = &file.origin().path;
    let is_named_so = path.file_name().is_some_and(|name| name == "my.cnf" || name == ".my.cnf");
    if !is_named_so && !file.is_for_servers() {
        return Vec::new();
    }
    let mut found = findings(file, settings);
    if let Some(later) = upgrade::settings(settings) {
        upgrade::add(&mut found, findings(file, &later), settings);
    }
    directives(file.origin()).apply(&mut found, path, settings);
    found.sort_by_key(|diagnostic| (diagnostic.primary.offset, diagnostic.rule));
    let mut ordinals = Ordinals::default();
    found.iter_mut().for_each(|diagnostic| ordinals.number(diagnostic));
    found
}

fn findings(file: &ServerOptions, settings: &Settings) -> Vec<Diagnostic> {
    let (targets, servers) = (&settings.targets, settings.targets.servers());
    let (run, mut found) = (Run::new(servers), Vec::new());
    let asked = Asked::by(&[settings]);
    let scope = Scope { servers, targets, run: &run, known: &asked.known };
    for entry in asked.of_option_files.all() {
        entry.check.of_option_file(file, &mut Context::new(entry, &scope, &mut found));
    }
    let found = found.into_iter().map(|finding| (Some(Arc::clone(file.origin())), finding)).collect();
    let (sql_mode, placeholders) = (settings.sql_mode, settings.placeholders);
    let mut options = ParseOptions { targets: targets.clone(), sql_mode, placeholders };
    let mut shown = Vec::new();
    let mut report = |diagnostic| shown.push(diagnostic);
    show(found, None, &mut Told::new(), &SettingsByFile::all(settings), &mut options, &mut Vec::new(), &mut report);
    shown
}

/// The comments that speak to replint: about their own line, or the next one that says something.
fn directives(origin: &Origin) -> Directives {
    let (text, index) = (&origin.text, origin.index());
    let mut directives = Directives::default();
    let lines = (0..index.lines()).map(|line| (line, index.line_span(line)));
    let comments: Vec<(usize, Span)> = comments(text).map(|span| (index.line(span.start), span)).collect();
    let says = |whole: &Span| !matches!(whole.of(text).trim_ascii(), [] | [b'#' | b';', ..]);
    let lines: Vec<(usize, Span)> = lines.filter(|(_, whole)| says(whole)).collect();
    for (line, comment) in comments {
        let next = lines.partition_point(|(known, _)| *known < line);
        let about = lines.get(next).map_or(About::Nothing, |(_, whole)| About::Statement(u64::from(whole.start)));
        let position = index.position(comment.start);
        let base = Base { offset: u64::from(comment.start), line: position.line, column: position.column };
        directives.comment_about(comment.of(text), base, about, next == 0);
    }
    directives
}

/// The lines of a file, and what of them must not be shown.
pub(super) fn view(origin: &Origin) -> View<'_> {
    View::new(Arc::clone(&origin.path), origin.index(), hidden(&origin.text)).by_line()
}

/// The text of an option file as it may be shown. Lines stay lines.
///
/// ```
/// let text = b"[client]\npassword = tiger\nssl_ca = /etc/ca.pem\n";
/// assert_eq!(replint::lint::masked_option_file(text), "[client]\npassword = *****\nssl_ca = /etc/ca.pem\n");
/// ```
pub fn masked_option_file(text: &[u8]) -> String {
    masked(text, Span::new(0, text.len() as u32), &hidden(text))
}

/// All but groups, names, paths of other files, and values of options that hold no secret; of a comment what comes before a value.
fn hidden(text: &[u8]) -> Vec<Span> {
    let file = OptionFile::parse(text);
    let mut public: Vec<Span> = Vec::new();
    for item in &file.items {
        match item {
            Item::Group(group) => public.push(Span::new(group.span.start - 1, group.span.end + 1)),
            Item::Include(include) => {
                let before = &text[..include.span.start as usize];
                let start = memchr::memrchr(b'!', before).unwrap_or(before.len());
                public.push(Span::new(start as u32, include.span.end));
            }
            Item::Entry(entry) => {
                let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
                if entry.name_span.of(text).iter().all(|byte| is_name(*byte)) {
                    public.push(entry.name_span);
                }
                public.extend(entry.value.as_ref().filter(|_| is_public(entry)).map(|value| value.span));
            }
        }
    }
    for comment in comments(text) {
        let bytes = comment.of(text);
        let shown = memchr::memchr(b'=', bytes).unwrap_or(bytes.len());
        if !announces(bytes) && !bytes.contains(&b'\'') && !bytes.contains(&b'"') {
            public.push(Span::new(comment.start, comment.start + shown as u32));
        }
    }
    public.sort_unstable();
    let mut hidden = Vec::new();
    let mut at = 0;
    for span in public {
        hide(text, Span::new(at, span.start), &mut hidden);
        at = at.max(span.end);
    }
    hide(text, Span::new(at, text.len() as u32), &mut hidden);
    hidden
}

/// Hides a stretch, but for the blanks, equals signs and quotes at its ends and what else says nothing.
fn hide(text: &[u8], span: Span, hidden: &mut Vec<Span>) {
    let says_nothing = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'!' | b'"' | b'\'');
    let bytes = span.of(text);
    let Some(first) = bytes.iter().position(|byte| !says_nothing(byte)) else { return };
    let last = bytes.iter().rposition(|byte| !says_nothing(byte)).unwrap_or(first);
    hidden.push(Span::new(span.start + first as u32, span.start + last as u32 + 1));
}

/// Whether the value of an option is a file, a switch, a list of ciphers, and no password or statement.
fn is_public(entry: &Entry) -> bool {
    let (_, variable) = entry.name.split();
    let known = ServerOption::of_name(variable).or_else(|| ServerOption::of_name(entry.name.as_str()));
    !entry.name.is_secret() && known.is_some_and(|option| !option.name.starts_with("init-"))
}
