//! START and STOP GROUP_REPLICATION.

use super::Print;
use super::printer::Printer;
use crate::ast::{GroupReplicationOption, StartGroupReplication, StopGroupReplication};

impl Print for StartGroupReplication<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("START GROUP_REPLICATION");
        to.nodes(&self.options);
    }
}

impl Print for GroupReplicationOption<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match self {
            GroupReplicationOption::User(name) => to.clause("USER =", Some(name)),
            GroupReplicationOption::Password(password) => {
                to.words("PASSWORD =");
                to.secret(password);
            }
            GroupReplicationOption::DefaultAuth(plugin) => to.clause("DEFAULT_AUTH =", Some(plugin)),
        }
    }
}

impl Print for StopGroupReplication {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("STOP GROUP_REPLICATION");
    }
}
