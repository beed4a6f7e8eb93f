//! Option files of servers and clients.

use crate::model::ServerOptions;
use crate::option_file::{Entry, Placed, Prefix, ProblemKind, Program, is_template};
use crate::rules::Context;
use crate::server::{ServerOption, ServerSet};
use crate::source::Span;

super::rules! {
    blocked_server_cipher,
    client_group_not_read,
    duplicate_server_option,
    include_loop,
    invalid_server_tls_version,
    misread_line,
    misspelt_server_option,
    option_file_stops,
    option_in_client_group,
    password_in_option_file,
    replica_starts_itself,
    server_certificate_without_key,
    server_tls_off,
    unknown_server_option,
    unreadable_include,
}

/// An option that servers read.
struct ServerEntry<'f> {
    entry: &'f Entry,
    prefix: Prefix,
    /// What the table has of it.
    known: Option<&'static ServerOption>,
    /// Those of the targets that read it.
    servers: ServerSet,
}

impl<'f> ServerEntry<'f> {
    fn of(file: &ServerOptions, placed: Placed<'f>, servers: ServerSet) -> Option<Self> {
        let servers = file.readers(Program::Server, placed.group, servers);
        let (prefix, known) = known(placed.entry);
        (!servers.is_empty()).then_some(Self { entry: placed.entry, prefix, known, servers })
    }

    /// Whether it sets the option of this name, not only its limit.
    fn is(&self, name: &str) -> bool {
        !self.prefix.maximum && self.known.is_some_and(|known| known.name == name)
    }
}

/// The option that an entry is about, if the table has it, and how it is written.
fn known(entry: &Entry) -> (Prefix, Option<&'static ServerOption>) {
    let (prefix, variable) = entry.name.split();
    let whole = entry.name.as_str().strip_prefix("loose-").unwrap_or(entry.name.as_str());
    match ServerOption::of_name(whole) {
        Some(option) => (Prefix { loose: prefix.loose, ..Prefix::default() }, Some(option)),
        None => (prefix, ServerOption::of_name(variable)),
    }
}

/// The options of a file that servers read.
fn of_servers<'f>(file: &'f ServerOptions, cx: &Context<'_>) -> Vec<ServerEntry<'f>> {
    let servers = cx.servers();
    file.entries().filter_map(|placed| ServerEntry::of(file, placed, servers)).collect()
}

/// The part of a value that starts at a byte of it; the whole value where escapes move it.
fn part(entry: &Entry, start: usize, len: usize) -> Span {
    let Some(value) = &entry.value else { return entry.name_span };
    let is_moved = value.span.len() as usize != value.expose().len();
    if is_moved || len == 0 {
        return value.span;
    }
    let start = value.span.start + start as u32;
    Span::new(start, start + len as u32)
}

/// Reports the problems of some kinds in the file.
fn problems(file: &ServerOptions, cx: &mut Context<'_>, is_told: impl Fn(ProblemKind) -> bool, help: &str) {
    for problem in file.problems() {
        let text = String::from_utf8_lossy(problem.span.of(&file.origin().text));
        if is_told(problem.kind) && !is_template(&text) {
            cx.report(problem.span, problem.kind.to_string()).help(help);
        }
    }
}

/// The servers of a set of which something holds.
fn each(servers: ServerSet, holds: impl Fn(ServerSet) -> bool) -> ServerSet {
    let one = servers.releases().map(|(bit, _)| ServerSet::of_bit(bit)).filter(|server| holds(*server));
    one.fold(ServerSet::EMPTY, |all, server| all | server)
}
