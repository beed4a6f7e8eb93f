use super::{Account, Run, ServerOptions};

/// What a whole repository adds up to: the state that each sequence of scripts leaves behind, on servers of which it is not known which is which.
///
/// A script that stands for itself is a sequence; the migrations of a directory are another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topology {
    /// One for each sequence, in the order of the paths of their first scripts.
    pub runs: Vec<Run>,
    /// The option files of the repository, in the order of their paths.
    pub option_files: Vec<ServerOptions>,
}

impl Topology {
    /// The only account of a user that there is anywhere, and the state that it is in; `None` if there are several, or none.
    pub fn only_account<'t>(&'t self, user: &'t str) -> Option<(&'t Run, &'t Account)> {
        let mut found = self.runs.iter().flat_map(|run| run.accounts_of(user).map(move |account| (run, account)));
        let first = found.next();
        first.filter(|_| found.next().is_none())
    }
}
