//! What the tables say of the options of a server's option file.

use super::ServerSet;
use super::option_tables::SERVER_OPTIONS;

/// One line of `grammar/server_options.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ServerOption {
    /// With `-` for every `_`.
    pub(crate) name: &'static str,
    /// The releases that do not start with it, as far as that is known.
    pub(crate) unknown_to: ServerSet,
    /// Whether the command line clients take it too.
    pub(crate) of_clients: bool,
    /// What to do where it is not known.
    pub(crate) instead: Option<&'static str>,
}

impl ServerOption {
    /// The option of a name, with `-` for every `_`.
    pub(crate) fn of_name(name: &str) -> Option<&'static Self> {
        SERVER_OPTIONS.binary_search_by(|option| option.name.cmp(name)).ok().map(|at| &SERVER_OPTIONS[at])
    }

    /// The names of all that the table has.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        SERVER_OPTIONS.iter().map(|option| option.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_found_by_name() {
        assert!(ServerOption::of_name("gtid-mode").unwrap().unknown_to.is_subset(ServerSet::ALL));
        assert!(ServerOption::of_name("gtid_mode").is_none());
        assert!(ServerOption::names().is_sorted());
    }
}
