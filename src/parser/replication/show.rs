//! SHOW REPLICA STATUS and SHOW BINARY LOG STATUS.

use super::start_replica::all;
use super::{connection_name, for_channel, replica, replicas};
use crate::ast::{BinaryLogStatus, ShowBinaryLogStatus, ShowReplicaStatus};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, phrase_of};
use crate::server::{Feature, word};

/// ```ebnf
/// show_replica_status = "SHOW" replica ( connection_name "STATUS" | "STATUS" [ <show-nonblocking> "NONBLOCKING" ] ) [ <for-channel> for_channel ]
///     | <named-connections> "SHOW" "ALL" replicas "STATUS" ;
/// ```
pub(super) fn show_replica_status<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, ShowReplicaStatus<'s>> {
    let (i, _) = keyword(word::SHOW)(start)?;
    let (i, all) = all(i)?;
    let (i, spelling) = if all.is_some() { replicas(i)? } else { replica(i)? };
    let (i, connection) = if all.is_some() { (i, None) } else { connection_name(i)? };
    let (i, _) = keyword(word::STATUS)(i)?;
    let (i, nonblocking) = match keyword_of(Feature::ShowNonblocking, word::NONBLOCKING)(i) {
        Ok((i, span)) if all.is_none() && connection.is_none() => (i, Some(span)),
        _ => (i, None),
    };
    let (i, channel) = if all.is_some() { (i, None) } else { for_channel(Feature::ForChannel)(i)? };
    Ok((i, ShowReplicaStatus { span: start.span_to(i), spelling, all, connection, nonblocking, channel }))
}

/// ```ebnf
/// show_binary_log_status = "SHOW" ( <show-master-status> "MASTER" | <show-binary-log-status> "BINARY" "LOG"
///     | <show-binlog-status> "BINLOG" ) "STATUS" ;
/// ```
pub(super) fn show_binary_log_status<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, ShowBinaryLogStatus> {
    let (i, _) = keyword(word::SHOW)(start)?;
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
    let (i, _) = keyword(word::STATUS)(i)?;
    Ok((i, ShowBinaryLogStatus { span: start.span_to(i), form }))
}
