//! Since when and until when: the message for what a server does not have.

use super::{SyntaxError, SyntaxRule};
use crate::server::{Flavor, ServerSet};
use crate::source::Span;

pub(super) struct Availability<'a> {
    /// In the words of the message.
    pub(super) what: &'a str,
    /// Who has it.
    pub(super) servers: ServerSet,
    /// What to write on the others.
    pub(super) instead: Option<&'a str>,
    pub(super) is_option: bool,
}

impl Availability<'_> {
    /// Why `part` does not have it. The message depends on the flavour only, so that neighbouring releases share it.
    pub(super) fn explain(&self, span: Span, part: ServerSet) -> SyntaxError {
        let (rule, message) = self.reason(part);
        let error = SyntaxError::new(rule, span, message);
        match self.instead {
            Some(instead) if instead != self.what => error.help(format!("use {instead}")),
            _ => error,
        }
    }

    fn reason(&self, part: ServerSet) -> (SyntaxRule, String) {
        let what = self.what;
        let flavors = [Flavor::MySql, Flavor::MariaDb].map(|flavor| part & ServerSet::of_flavor(flavor));
        let (flavor, here) = match flavors {
            [mysql, mariadb] if mariadb.is_empty() => (Flavor::MySql, mysql),
            [mysql, mariadb] if mysql.is_empty() => (Flavor::MariaDb, mariadb),
            _ => return (SyntaxRule::NeedsNewerServer, format!("{what} needs {}", self.servers)),
        };
        let having = self.servers & ServerSet::of_flavor(flavor);
        let versions = |set: ServerSet| set.iter().map(|(_, version)| version);
        let (Some(first), Some(oldest), Some(newest)) =
            (versions(having).min(), versions(here).min(), versions(here).max())
        else {
            let what = ["a ", "an "].iter().find_map(|article| what.strip_prefix(article)).unwrap_or(what);
            return (SyntaxRule::OtherFlavour, format!("{flavor} has no {what}; {} has", self.servers));
        };
        if newest < first {
            return (SyntaxRule::NeedsNewerServer, format!("{what} needs {having}"));
        }
        let gone = versions(ServerSet::of_flavor(flavor) - self.servers)
            .filter(|version| *version > first && *version <= oldest)
            .min();
        match gone {
            Some(gone) => {
                let rule = if self.is_option { SyntaxRule::RemovedOption } else { SyntaxRule::RemovedSyntax };
                (rule, format!("{what} was removed in {flavor} {gone}"))
            }
            None => (SyntaxRule::NeedsNewerServer, format!("{what} needs {having}")),
        }
    }
}
