//! Things with two words, and the servers that know each.

use super::printer::Printer;
use crate::ast::{BinaryLogStatus, ReplicaHosts, Spelling, UntilKind};
use crate::server::{ChannelOptionName, Feature, ServerSet};

/// The legacy and the current word for one thing.
pub(super) struct Spellings {
    legacy: (&'static str, ServerSet),
    current: (&'static str, ServerSet),
}

pub(super) const CHANGE_SOURCE: Spellings = Spellings {
    legacy: ("CHANGE MASTER", Feature::ChangeMaster.servers()),
    current: ("CHANGE REPLICATION SOURCE", Feature::ChangeReplicationSource.servers()),
};
pub(super) const START: Spellings = replica(Feature::StartSlave, Feature::StartReplica);
pub(super) const STOP: Spellings = replica(Feature::StopSlave, Feature::StopReplica);
pub(super) const RESET: Spellings = replica(Feature::ResetSlave, Feature::ResetReplica);
pub(super) const SHOW_STATUS: Spellings = replica(Feature::ShowSlaveStatus, Feature::ShowReplicaStatus);
pub(super) const REPLICAS: Spellings = Spellings {
    legacy: ("SLAVES", Feature::NamedConnections.servers()),
    current: ("REPLICAS", Feature::AllReplicas.servers()),
};
pub(super) const BINARY_LOGS: Spellings = Spellings {
    legacy: ("MASTER", Feature::ResetMaster.servers()),
    current: ("BINARY LOGS AND GTIDS", Feature::ResetBinaryLogs.servers()),
};

pub(super) const PURGE_LOGS: Spellings =
    Spellings { legacy: ("MASTER LOGS", Feature::PurgeMasterLogs.servers()), current: ("BINARY LOGS", ServerSet::ALL) };

pub(super) const SHOW_LOGS: Spellings =
    Spellings { legacy: ("MASTER LOGS", Feature::ShowMasterLogs.servers()), current: ("BINARY LOGS", ServerSet::ALL) };

/// The words for a replica in a statement.
const fn replica(slave: Feature, replica: Feature) -> Spellings {
    Spellings { legacy: ("SLAVE", slave.servers()), current: ("REPLICA", replica.servers()) }
}

pub(super) fn channel_option(name: ChannelOptionName) -> Spellings {
    let facts = name.facts();
    Spellings {
        legacy: (facts.legacy.text(), facts.legacy_servers),
        current: (facts.current.text(), facts.current_servers),
    }
}

pub(super) fn until(kind: UntilKind) -> Spellings {
    let only = |word| Spellings { legacy: (word, ServerSet::ALL), current: (word, ServerSet::ALL) };
    match kind {
        UntilKind::SourceLogFile => channel_option(ChannelOptionName::LogFile),
        UntilKind::SourceLogPos => channel_option(ChannelOptionName::LogPos),
        UntilKind::RelayLogFile => only("RELAY_LOG_FILE"),
        UntilKind::RelayLogPos => only("RELAY_LOG_POS"),
        UntilKind::SqlBeforeGtids => only("SQL_BEFORE_GTIDS"),
        UntilKind::SqlAfterGtids => only("SQL_AFTER_GTIDS"),
        UntilKind::SqlAfterMtsGaps => only("SQL_AFTER_MTS_GAPS"),
        UntilKind::MasterGtidPos => only("MASTER_GTID_POS"),
        UntilKind::UseGtid => channel_option(ChannelOptionName::UseGtid),
        UntilKind::DemoteToReplica => channel_option(ChannelOptionName::DemoteToReplica),
    }
}

impl Printer<'_> {
    /// The word that was written if all servers know it, else the one that they do know.
    pub(super) fn spelled(&mut self, words: &Spellings, written: Spelling) {
        let (written, other) = match written {
            Spelling::Legacy => (words.legacy, words.current),
            Spelling::Current => (words.current, words.legacy),
        };
        let change = !self.only(written.1) && self.only(other.1);
        self.words(if change { other.0 } else { written.0 });
    }

    pub(super) fn replica_hosts(&mut self, written: ReplicaHosts) {
        use ReplicaHosts::{ReplicaHosts as Replica, Replicas, SlaveHosts};
        let known = |form| match form {
            SlaveHosts => Feature::ShowSlaveHosts.servers(),
            Replica => Feature::ShowReplicaHosts.servers(),
            Replicas => Feature::ShowReplicas.servers(),
        };
        let forms = [written, Replicas, Replica, SlaveHosts];
        let form = forms.into_iter().find(|form| self.only(known(*form))).unwrap_or(written);
        self.words(match form {
            SlaveHosts => "SLAVE HOSTS",
            Replica => "REPLICA HOSTS",
            Replicas => "REPLICAS",
        });
    }

    pub(super) fn binary_log_status(&mut self, written: BinaryLogStatus) {
        use BinaryLogStatus::{BinaryLog, Binlog, Master};
        let known = |form| match form {
            Master => Feature::ShowMasterStatus.servers(),
            BinaryLog => Feature::ShowBinaryLogStatus.servers(),
            Binlog => Feature::ShowBinlogStatus.servers(),
        };
        let form =
            [written, BinaryLog, Binlog, Master].into_iter().find(|form| self.only(known(*form))).unwrap_or(written);
        self.words(match form {
            Master => "MASTER STATUS",
            BinaryLog => "BINARY LOG STATUS",
            Binlog => "BINLOG STATUS",
        });
    }
}
