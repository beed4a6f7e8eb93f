use super::site::{Edit, Site};
use crate::ast::{
    BinaryLogStatus, ChangeSource, ReplicaHosts, ReplicationStatement, Reset, ResetWhat, ShowReplicaStatus, Spelling,
    StartReplica, UntilCondition, UntilKind,
};
use crate::server::{ChannelOptionName as Name, Feature, ServerSet};
use crate::source::Span;

/// Places of a statement, and the words to put there.
pub(crate) type Words = Vec<(Span, &'static str)>;

/// The words of a statement that other words take the place of on `to`: what these servers no longer know or warn of. What they have no word for
/// stays, for the parser to say so. Sorted by place.
pub(crate) fn replication_words(statement: &ReplicationStatement<'_>, to: ServerSet) -> Words {
    let mut words = Vec::new();
    match statement {
        ReplicationStatement::ChangeSource(it) => change(it, to, &mut words),
        ReplicationStatement::Start(it) => start(it, to, &mut words),
        ReplicationStatement::Stop(it) => {
            let pair = (Feature::StopSlave, Feature::StopReplica);
            replica((it.spelling, it.word, it.all), pair, to, &mut words);
        }
        ReplicationStatement::ShowReplicaStatus(it) => {
            let pair = (Feature::ShowSlaveStatus, Feature::ShowReplicaStatus);
            replica((it.spelling, it.word, it.all), pair, to, &mut words);
        }
        ReplicationStatement::Reset(it) => reset(it, to, &mut words),
        ReplicationStatement::PurgeBinaryLogs(it) => {
            binary_logs((it.spelling, it.word), Feature::PurgeMasterLogs, to, &mut words);
        }
        ReplicationStatement::ShowBinaryLogs(it) => {
            binary_logs((it.spelling, it.word), Feature::ShowMasterLogs, to, &mut words);
        }
        ReplicationStatement::ShowReplicas(it) => {
            let third = (it.form == ReplicaHosts::ReplicaHosts).then_some(Feature::ShowReplicaHosts);
            let is_legacy = it.form == ReplicaHosts::SlaveHosts;
            match instead_of_three(third, is_legacy, Feature::ShowSlaveHosts, Feature::ShowReplicas, to) {
                Some(Spelling::Current) => words.push((it.word, "REPLICAS")),
                Some(Spelling::Legacy) => words.push((it.word, "SLAVE HOSTS")),
                None => {}
            }
        }
        ReplicationStatement::ShowBinaryLogStatus(it) => {
            let third = (it.form == BinaryLogStatus::Binlog).then_some(Feature::ShowBinlogStatus);
            let is_legacy = it.form == BinaryLogStatus::Master;
            match instead_of_three(third, is_legacy, Feature::ShowMasterStatus, Feature::ShowBinaryLogStatus, to) {
                Some(Spelling::Current) => words.push((it.word, "BINARY LOG")),
                Some(Spelling::Legacy) => words.push((it.word, "MASTER")),
                None => {}
            }
        }
        ReplicationStatement::ChangeFilter(_)
        | ReplicationStatement::StartGroup(_)
        | ReplicationStatement::StopGroup(_) => {}
    }
    words.sort_unstable_by_key(|(span, _)| *span);
    words
}

/// The spelling to change to; `None` if the one that was written is as good. MariaDB has no preference, MySQL warns of the older words before it drops
/// them.
fn instead(is_legacy: bool, legacy: Feature, current: Feature, to: ServerSet) -> Option<Spelling> {
    let (knows_legacy, knows_current) = (to.is_subset(legacy.servers()), to.is_subset(current.servers()));
    match is_legacy {
        true if knows_current && !(knows_legacy && to.is_mariadb()) => Some(Spelling::Current),
        false if !knows_current && knows_legacy => Some(Spelling::Legacy),
        _ => None,
    }
}

/// The same where MariaDB has words of its own, and these may be what was written.
fn instead_of_three(
    third: Option<Feature>,
    is_legacy: bool,
    legacy: Feature,
    current: Feature,
    to: ServerSet,
) -> Option<Spelling> {
    match third {
        Some(third) if to.is_subset(third.servers()) => None,
        Some(_) if to.is_subset(current.servers()) => Some(Spelling::Current),
        Some(_) => Some(Spelling::Legacy).filter(|_| to.is_subset(legacy.servers())),
        None => instead(is_legacy, legacy, current, to),
    }
}

/// SLAVE or REPLICA; behind MariaDB's ALL in the plural, which MySQL has not: there no name means all.
fn replica(
    (spelling, word, all): (Spelling, Span, Option<Span>),
    (legacy, current): (Feature, Feature),
    to: ServerSet,
    words: &mut Words,
) {
    let is_legacy = spelling == Spelling::Legacy;
    if let Some(all) = all {
        if !to.intersects(ServerSet::of_flavor(crate::server::Flavor::MariaDb)) {
            let word_of = if to.is_subset(current.servers()) { "REPLICA" } else { "SLAVE" };
            words.extend([(Span::new(all.start, word.start), ""), (word, word_of)]);
        } else if !is_legacy && !to.is_subset(Feature::AllReplicas.servers()) {
            words.push((word, "SLAVES"));
        }
        return;
    }
    match instead(is_legacy, legacy, current, to) {
        Some(Spelling::Current) => words.push((word, "REPLICA")),
        Some(Spelling::Legacy) => words.push((word, "SLAVE")),
        None => {}
    }
}

fn change(it: &ChangeSource<'_>, to: ServerSet, words: &mut Words) {
    let is_legacy = it.spelling == Spelling::Legacy;
    match instead(is_legacy, Feature::ChangeMaster, Feature::ChangeReplicationSource, to) {
        Some(Spelling::Current) => words.push((it.word, "REPLICATION SOURCE")),
        Some(Spelling::Legacy) => words.push((it.word, "MASTER")),
        None => {}
    }
    for option in &it.options {
        words.extend(option_word(option.name, option.word(), to).map(|word| (option.name_span, word)));
    }
}

/// The name of an option on these servers, if it is not the one that was written.
fn option_word(name: Name, written: &str, to: ServerSet) -> Option<&'static str> {
    name.word_for(to).filter(|word| *word != written)
}

fn start(it: &StartReplica<'_>, to: ServerSet, words: &mut Words) {
    replica((it.spelling, it.word, it.all), (Feature::StartSlave, Feature::StartReplica), to, words);
    let renamed = |condition: &UntilCondition<'_>| {
        let name = match condition.kind {
            UntilKind::SourceLogFile => Name::LogFile,
            UntilKind::SourceLogPos => Name::LogPos,
            _ => return None,
        };
        Some((condition.name_span, option_word(name, condition.spelling.word_of(name), to)?))
    };
    words.extend(it.until.iter().filter_map(renamed));
}

fn reset(it: &Reset<'_>, to: ServerSet, words: &mut Words) {
    for item in &it.items {
        match &item.what {
            ResetWhat::Replica { spelling, word, .. } => {
                replica((*spelling, *word, None), (Feature::ResetSlave, Feature::ResetReplica), to, words);
            }
            ResetWhat::BinaryLogs { spelling, word, .. } => {
                let is_legacy = *spelling == Spelling::Legacy;
                match instead(is_legacy, Feature::ResetMaster, Feature::ResetBinaryLogs, to) {
                    Some(Spelling::Current) => words.push((*word, "BINARY LOGS AND GTIDS")),
                    Some(Spelling::Legacy) => words.push((*word, "MASTER")),
                    None => {}
                }
            }
            ResetWhat::QueryCache | ResetWhat::Persist { .. } => {}
        }
    }
}

fn binary_logs((spelling, word): (Spelling, Span), master: Feature, to: ServerSet, words: &mut Words) {
    if spelling == Spelling::Legacy && !to.is_subset(master.servers()) {
        words.push((word, "BINARY"));
    }
}

/// Takes NONBLOCKING out: on later servers SHOW SLAVE STATUS does not wait anyway.
pub(super) fn without_nonblocking(it: &ShowReplicaStatus<'_>, site: Site<'_>) -> Option<Edit> {
    let word = it.nonblocking.filter(|_| !site.to.is_subset(Feature::ShowNonblocking.servers()))?;
    Some((Span::new(site.before(word.start)?.span().end, word.end), Vec::new()))
}
