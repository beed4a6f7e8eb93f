use std::path::Path;
use std::sync::Arc;

use super::{Origin, Place};
use crate::option_file::{Files, Group, Options, Placed, Problem, Program, groups};
use crate::server::ServerSet;
use crate::source::Span;

/// An option file of a run, and what it says to servers and clients.
///
/// ```
/// use replint::model::ServerOptions;
/// use replint::option_file::Program;
/// use replint::server::ServerSet;
///
/// let file = ServerOptions::read("my.cnf", b"[mysqld]\nssl_ca = /etc/ca.pem\n[mysqld-8.4]\nskip-ssl\n", &());
/// let server = "mysql-8.4".parse::<replint::server::Targets>().unwrap().servers();
/// assert_eq!(file.find(Program::Server, server, "ssl-ca").unwrap().entry.text().unwrap(), "/etc/ca.pem");
/// let [_, skip] = &file.entries().collect::<Vec<_>>()[..] else { panic!() };
/// assert!(file.readers(Program::Server, skip.group, ServerSet::ALL).intersects(server));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ServerOptions {
    origin: Arc<Origin>,
    options: Options,
}

impl ServerOptions {
    /// Reads a file that was named so; `files` are those that it includes.
    pub fn read(path: impl AsRef<Path>, text: &[u8], files: &dyn Files) -> Self {
        Self::read_as(path.as_ref(), &path.as_ref().to_string_lossy(), text, files)
    }

    /// Reads a file that servers know by another name.
    pub fn read_as(path: &Path, name: &str, text: &[u8], files: &dyn Files) -> Self {
        let options = Options::of_text(name, text, files);
        Self { origin: Arc::new(Origin::of_option_file(path.into(), text)), options }
    }

    /// The file itself.
    pub fn origin(&self) -> &Arc<Origin> {
        &self.origin
    }

    /// What its reader stumbles over, in the file itself.
    pub fn problems(&self) -> &[Problem] {
        self.options.files.first().map_or(&[], |file| &file.file.problems)
    }

    /// The options of the file itself, in order.
    pub fn entries(&self) -> impl Iterator<Item = Placed<'_>> {
        self.options.entries().filter(|placed| placed.file.included_at.is_none())
    }

    /// Whether there is a group in it that a server or a client of any release reads, also behind a place where the reading stops.
    pub fn is_for_servers(&self) -> bool {
        let head = |line: &[u8]| {
            let name = line.trim_ascii().strip_prefix(b"[")?;
            let end = memchr::memchr(b']', name)?;
            Some(String::from_utf8_lossy(&name[..end]).into_owned())
        };
        self.origin.text.split(|byte| *byte == b'\n').filter_map(head).any(|name| {
            [Program::Server, Program::Client]
                .into_iter()
                .any(|program| !readers(program, &name, ServerSet::ALL).is_empty())
        })
    }

    /// The servers of a set that read a group, or those whose client does.
    pub fn readers(&self, program: Program, group: &Group, servers: ServerSet) -> ServerSet {
        readers(program, &group.name, servers)
    }

    /// Where an option that a program of a release knows by this name is set last, also in a file that is included; of several releases the oldest
    /// is asked.
    pub fn find(&self, program: Program, server: ServerSet, known: &str) -> Option<Placed<'_>> {
        let (flavor, version) = server.iter().next()?;
        let groups = groups(program, flavor, version);
        let is_read = |placed: &Placed<'_>| groups.iter().any(|group| placed.group.is(group));
        let is_it = |placed: &Placed<'_>| placed.prefix(known).is_some_and(|prefix| !prefix.maximum);
        self.options.entries().rev().find(|placed| is_read(placed) && is_it(placed))
    }

    /// The value of an option as a server of a release gets it; `None` where it is not set, or a template puts it in later.
    pub fn text(&self, server: ServerSet, known: &str) -> Option<String> {
        Some(self.find(Program::Server, server, known)?.entry.fixed_text()?.into_owned())
    }

    /// Whether a switch is on for a server of a release; `None` where it is not set, or a template puts it in later.
    pub fn switch(&self, server: ServerSet, known: &str) -> Option<bool> {
        let placed = self.find(Program::Server, server, known)?;
        placed.entry.switch(placed.prefix(known).unwrap_or_default())
    }

    /// Whether a file that is included could not be looked at: what is not here may be there.
    pub fn is_partial(&self) -> bool {
        self.options.is_partial()
    }

    /// A place in the file itself.
    pub fn place(&self, span: Span) -> Place {
        Place::new(&self.origin, span)
    }
}

fn readers(program: Program, group: &str, servers: ServerSet) -> ServerSet {
    let reads =
        |(flavor, version)| groups(program, flavor, version).iter().any(|known| known.eq_ignore_ascii_case(group));
    let releases = servers.releases().filter(|(_, release)| reads((release.flavor, release.version)));
    releases.fold(ServerSet::EMPTY, |all, (bit, _)| all | ServerSet::of_bit(bit))
}
