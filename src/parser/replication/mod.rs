//! Channels, groups and binary logs: CHANGE, START, STOP, RESET, PURGE and SHOW.

mod change_filter;
mod change_source;
mod channel_option;
mod group;
mod purge;
mod reset;
mod show;
mod start_replica;
mod until;

use super::input::{Input, Parsed, Went, keyword, keyword_of, text};
use super::statement::put;
use super::trace::Expected;
use crate::ast::{ReplicationStatement as S, Spelling, Statement, Text};
use crate::lexer::TokenKind;
use crate::server::{Feature, word};

/// ```ebnf
/// replication_statement = change_source | change_filter | start_replica | stop_replica | start_group_replication
///     | stop_group_replication | reset | purge_binary_logs | show_binary_logs | show_replica_status | show_replicas | show_binary_log_status ;
/// ```
pub(super) fn statement<'a, 's: 'a>(i: Input<'a, 's>, into: &mut Option<Statement<'s>>) -> Went<'a, 's> {
    use Statement::Replication as R;
    match (i.word(), i.word_ahead(1), i.word_ahead(2)) {
        (word::CHANGE, word::REPLICATION, word::FILTER) => {
            put(change_filter::change_filter(i), into, |it| R(S::ChangeFilter(it)))
        }
        (word::CHANGE, ..) => put(change_source::change_source(i), into, |it| R(S::ChangeSource(it))),
        (word::START, word::GROUP_REPLICATION, _) => {
            put(group::start_group_replication(i), into, |it| R(S::StartGroup(it)))
        }
        (word::STOP, word::GROUP_REPLICATION, _) => {
            put(group::stop_group_replication(i), into, |it| R(S::StopGroup(it)))
        }
        (word::START, ..) => put(start_replica::start_replica(i), into, |it| R(S::Start(Box::new(it)))),
        (word::STOP, ..) => put(start_replica::stop_replica(i), into, |it| R(S::Stop(it))),
        (word::RESET, ..) => put(reset::reset(i), into, |it| R(S::Reset(it))),
        (word::PURGE, ..) => put(purge::purge_binary_logs(i), into, |it| R(S::PurgeBinaryLogs(it))),
        (word::SHOW, word::MASTER | word::BINARY, word::LOGS) => {
            put(purge::show_binary_logs(i), into, |it| R(S::ShowBinaryLogs(it)))
        }
        (word::SHOW, word::MASTER | word::BINARY | word::BINLOG, _) => {
            put(show::show_binary_log_status(i), into, |it| R(S::ShowBinaryLogStatus(it)))
        }
        (word::SHOW, word::REPLICAS, _) | (word::SHOW, word::SLAVE | word::REPLICA, word::HOSTS) => {
            put(show::show_replicas(i), into, |it| R(S::ShowReplicas(it)))
        }
        (word::SHOW, ..) => put(show::show_replica_status(i), into, |it| R(S::ShowReplicaStatus(it))),
        _ => i.fail(Expected::Statement).map(|(i, ())| i),
    }
}

/// `SLAVE` or `REPLICA`, each with the servers that know the statement by it.
fn replica<'a, 's: 'a>(slave: Feature, replica: Feature) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Spelling> {
    move |i| match keyword_of(slave, word::SLAVE)(i) {
        Ok((i, _)) => Ok((i, Spelling::Legacy)),
        Err(_) => keyword_of(replica, word::REPLICA)(i).map(|(i, _)| (i, Spelling::Current)),
    }
}

/// ```ebnf
/// replicas = "SLAVES" | <all-replicas> "REPLICAS" ;
/// ```
fn replicas<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Spelling> {
    match keyword(word::SLAVES)(i) {
        Ok((i, _)) => Ok((i, Spelling::Legacy)),
        Err(_) => keyword_of(Feature::AllReplicas, word::REPLICAS)(i).map(|(i, _)| (i, Spelling::Current)),
    }
}

/// MariaDB's name of a connection, which may be missing.
///
/// ```ebnf
/// connection_name = <named-connections> TEXT ;
/// ```
fn connection_name<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Option<Text<'s>>> {
    match start.token().kind {
        TokenKind::Text | TokenKind::Placeholder => match start.advance(1).gate(Feature::NamedConnections, start) {
            Ok((i, ())) => Ok((i, Some(start.text_here()))),
            Err(_) => Ok((start, None)),
        },
        _ => Ok((start, None)),
    }
}

/// A channel that may be missing, on the servers with the feature.
///
/// ```ebnf
/// for_channel = "FOR" "CHANNEL" TEXT ;
/// ```
fn for_channel<'a, 's: 'a>(feature: Feature) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Option<Text<'s>>> {
    move |start| {
        let Ok((i, _)) = keyword_of(feature, word::FOR)(start) else { return Ok((start, None)) };
        let (i, _) = keyword(word::CHANNEL)(i)?;
        text(i).map(|(i, name)| (i, Some(name)))
    }
}
