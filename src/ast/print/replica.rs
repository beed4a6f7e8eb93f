//! START, STOP and RESET REPLICA, SHOW REPLICA STATUS, and those of the binary logs.

use super::Print;
use super::printer::Printer;
use super::spelling::{BINARY_LOGS, REPLICAS, RESET, SHOW_STATUS, START, STOP, Spellings, until};
use crate::ast::{
    Reset, ResetItem, ResetWhat, ShowBinaryLogStatus, ShowReplicaStatus, ShowReplicas, Spelling, StartReplica,
    StopReplica, Text, ThreadType, UntilCondition,
};
use crate::server::{Flavor, ServerSet};
use crate::source::Span;

impl Print for StartReplica<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("START");
        to.replica(&START, self.spelling, self.all, self.connection.as_ref());
        to.nodes(&self.threads);
        // MariaDB has the channel before UNTIL, MySQL behind everything.
        let channel_first = to.only(ServerSet::of_flavor(Flavor::MariaDb));
        if channel_first {
            to.clause("FOR CHANNEL", self.channel.as_ref());
        }
        if !self.until.is_empty() {
            to.words("UNTIL");
            to.nodes(&self.until);
        }
        to.clause("USER =", self.user.as_ref());
        if let Some(password) = &self.password {
            to.words("PASSWORD =");
            to.secret(password);
        }
        to.clause("DEFAULT_AUTH =", self.default_auth.as_ref());
        to.clause("PLUGIN_DIR =", self.plugin_dir.as_ref());
        if !channel_first {
            to.clause("FOR CHANNEL", self.channel.as_ref());
        }
    }
}

impl Print for StopReplica<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("STOP");
        to.replica(&STOP, self.spelling, self.all, self.connection.as_ref());
        to.nodes(&self.threads);
        to.clause("FOR CHANNEL", self.channel.as_ref());
    }
}

impl Print for ThreadType<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words(&self.word.0.to_ascii_uppercase());
    }
}

impl Print for UntilCondition<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.spelled(&until(self.kind), self.spelling);
        if let Some(value) = &self.value {
            to.words("=");
            value.print(to);
        }
    }
}

impl Print for Reset<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("RESET");
        to.nodes(&self.items);
    }
}

impl Print for ResetItem<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match &self.what {
            ResetWhat::Replica { spelling, connection, all, channel, .. } => {
                to.replica(&RESET, *spelling, None, connection.as_ref());
                to.flag(*all, "ALL");
                to.clause("FOR CHANNEL", channel.as_ref());
            }
            ResetWhat::BinaryLogs { spelling, to: first, .. } => {
                to.spelled(&BINARY_LOGS, *spelling);
                if let Some(first) = first {
                    to.words("TO");
                    to.number(first);
                }
            }
            ResetWhat::QueryCache => to.words("QUERY CACHE"),
            ResetWhat::Persist { if_exists, variable } => {
                to.words("PERSIST");
                to.flag(*if_exists, "IF EXISTS");
                if let Some(variable) = variable {
                    variable.print(to);
                }
            }
        }
    }
}

impl Print for ShowReplicaStatus<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("SHOW");
        to.replica(&SHOW_STATUS, self.spelling, self.all, self.connection.as_ref());
        to.words("STATUS");
        to.flag(self.nonblocking, "NONBLOCKING");
        to.clause("FOR CHANNEL", self.channel.as_ref());
    }
}

impl Print for ShowReplicas {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("SHOW");
        to.replica_hosts(self.form);
    }
}

impl Print for ShowBinaryLogStatus {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("SHOW");
        to.binary_log_status(self.form);
    }
}

impl Printer<'_> {
    /// `SLAVE`, `REPLICA`, MariaDB's `ALL SLAVES`, `SLAVE 'name'`
    fn replica(&mut self, words: &Spellings, spelling: Spelling, all: Option<Span>, connection: Option<&Text<'_>>) {
        self.flag(all, "ALL");
        self.spelled(if all.is_some() { &REPLICAS } else { words }, spelling);
        if let Some(connection) = connection {
            self.text(connection);
        }
    }
}
