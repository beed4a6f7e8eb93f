//! Old words to new ones with the same meaning: what the statements of a script must say on another server.
//!
//! Words are edited in their place; what stands around them stays. Every result is parsed for the new servers, and the script is replayed in its old
//! and its new words: where they do not come to the same, the statement is left as it is, and said so.

mod account;
mod channel;
mod grant;
mod mode;
mod remark;
mod script;
mod site;
mod statement;
mod words;

pub(crate) use account::{password_hash_words, without_password_function};
pub use script::{Counted, Noted, Sequence, Upgraded, upgrade};
pub(crate) use words::replication_words;

use crate::lexer::SqlMode;
use crate::server::{Flavor, Target, TargetError, Targets, Version};

/// From which servers to which, and how scripts are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upgrade {
    /// The servers that the scripts were written for.
    pub from: Targets,
    /// Those that shall take them; all of them.
    pub to: Targets,
    /// The session's `sql_mode` at the start of each script.
    pub sql_mode: SqlMode,
    /// Whether placeholders of templates may stand for values and names.
    pub placeholders: bool,
}

impl Upgrade {
    /// To some servers from those of their own kind before them: MySQL from 5.7, MariaDB from 10.3 on.
    ///
    /// # Errors
    /// None in practice: the names of the first servers are known.
    pub fn to(to: Targets) -> Result<Self, TargetError> {
        let mut from: Vec<Target> = Vec::new();
        for flavor in [Flavor::MySql, Flavor::MariaDb] {
            let of_flavor = || to.named().iter().filter(|target| target.flavor == flavor);
            let Some(first) = of_flavor().map(|target| target.version).min() else { continue };
            let Version { major, minor, .. } = first;
            let range = match flavor {
                Flavor::MySql if first >= Version::new(5, 7, 0) => format!("mysql-5.7..{major}.{minor}"),
                Flavor::MariaDb if first >= Version::new(10, 3, 0) => format!("mariadb-10.3..{major}.{minor}"),
                _ => continue,
            };
            from.extend(Target::parse(&range)?.into_iter().filter(|target| target.version < first));
        }
        let from = if from.is_empty() { to.clone() } else { Targets::new(from) };
        Ok(Self { from, to, sql_mode: SqlMode::default(), placeholders: true })
    }
}
