//! SHOW REPLICA STATUS, SHOW REPLICAS and SHOW BINARY LOG STATUS.

use super::start_replica::all;
use super::{connection_name, for_channel, replica, replicas};
use crate::ast::{BinaryLogStatus, ReplicaHosts, ShowBinaryLogStatus, ShowReplicaStatus, ShowReplicas, Spelling};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, phrase_of};
use crate::server::{Feature, word};

/// ```ebnf
/// show_replica_status = "SHOW" ( <show-slave-status> "SLAVE" | <show-replica-status> "REPLICA" )
///         ( connection_name "STATUS" | "STATUS" [ <show-nonblocking> "NONBLOCKING" ] ) [ <for-channel> for_channel ]
///     | <named-connections> "SHOW" "ALL" replicas "STATUS" ;
/// ```
pub(super) fn show_replica_status<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, ShowReplicaStatus<'s>> {
    let (i, _) = keyword(word::SHOW)(start)?;
    let (i, all) = all(i)?;
    let named = i;
    let (i, spelling) =
        if all.is_some() { replicas(i)? } else { replica(Feature::ShowSlaveStatus, Feature::ShowReplicaStatus)(i)? };
    let word = named.span_to(i);
    let (i, connection) = if all.is_some() { (i, None) } else { connection_name(i)? };
    if all.is_none() && connection.is_none() {
        let _ = keyword(word::HOSTS)(i);
    }
    let (i, _) = keyword(word::STATUS)(i)?;
    let (i, nonblocking) = match keyword_of(Feature::ShowNonblocking, word::NONBLOCKING)(i) {
        Ok((i, span)) if all.is_none() && connection.is_none() => (i, Some(span)),
        _ => (i, None),
    };
    let (i, channel) = if all.is_some() { (i, None) } else { for_channel(Feature::ForChannel)(i)? };
    Ok((i, ShowReplicaStatus { span: start.span_to(i), spelling, word, all, connection, nonblocking, channel }))
}

/// ```ebnf
/// show_replicas = "SHOW" ( ( <show-slave-hosts> "SLAVE" | <show-replica-hosts> "REPLICA" ) "HOSTS" | <show-replicas> "REPLICAS" ) ;
/// ```
pub(super) fn show_replicas<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, ShowReplicas> {
    let (i, _) = keyword(word::SHOW)(start)?;
    let named = i;
    let (i, form) = match i.word() {
        word::REPLICAS => {
            keyword_of(Feature::ShowReplicas, word::REPLICAS)(i).map(|(i, _)| (i, ReplicaHosts::Replicas))?
        }
        _ => {
            let (i, spelling) = replica(Feature::ShowSlaveHosts, Feature::ShowReplicaHosts)(i)?;
            let form = if spelling == Spelling::Legacy { ReplicaHosts::SlaveHosts } else { ReplicaHosts::ReplicaHosts };
            keyword(word::HOSTS)(i).map(|(i, _)| (i, form))?
        }
    };
    Ok((i, ShowReplicas { span: start.span_to(i), form, word: named.span_to(i) }))
}

/// ```ebnf
/// show_binary_log_status = "SHOW" ( <show-master-status> "MASTER" | <show-binary-log-status> "BINARY" "LOG"
///     | <show-binlog-status> "BINLOG" ) "STATUS" ;
/// ```
pub(super) fn show_binary_log_status<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, ShowBinaryLogStatus> {
    let (i, _) = keyword(word::SHOW)(start)?;
    let named = i;
    let (i, form) = match i.word() {
        word::MASTER => {
            keyword_of(Feature::ShowMasterStatus, word::MASTER)(i).map(|(i, _)| (i, BinaryLogStatus::Master))?
        }
        word::BINARY => {
            let (i, _) = phrase_of(Feature::ShowBinaryLogStatus, &[word::BINARY, word::LOG])(i)?;
            (i, BinaryLogStatus::BinaryLog)
        }
        _ => keyword_of(Feature::ShowBinlogStatus, word::BINLOG)(i).map(|(i, _)| (i, BinaryLogStatus::Binlog))?,
    };
    let word = named.span_to(i);
    let (i, _) = keyword(word::STATUS)(i)?;
    Ok((i, ShowBinaryLogStatus { span: start.span_to(i), form, word }))
}
