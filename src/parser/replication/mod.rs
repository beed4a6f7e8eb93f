//! Channels: CHANGE, START, STOP, RESET and SHOW.

mod change_filter;
mod change_source;
mod channel_option;
mod reset;
mod show;
mod start_replica;
mod until;

use super::input::{Input, Parsed, keyword, keyword_of, text};
use super::trace::Expected;
use crate::ast::{ReplicationStatement as S, Spelling, Text};
use crate::lexer::TokenKind;
use crate::server::{Feature, Word, word};

/// ```ebnf
/// replication_statement = change_source | change_filter | start_replica | stop_replica | reset
///     | show_replica_status | show_binary_log_status ;
/// ```
pub(super) fn statement<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, S<'s>> {
    match (i.word(), i.word_ahead(1), i.word_ahead(2)) {
        (word::CHANGE, word::REPLICATION, word::FILTER) => {
            change_filter::change_filter(i).map(|(i, it)| (i, S::ChangeFilter(it)))
        }
        (word::CHANGE, ..) => change_source::change_source(i).map(|(i, it)| (i, S::ChangeSource(it))),
        (word::START, ..) => start_replica::start_replica(i).map(|(i, it)| (i, S::Start(it))),
        (word::STOP, ..) => start_replica::stop_replica(i).map(|(i, it)| (i, S::Stop(it))),
        (word::RESET, ..) => reset::reset(i).map(|(i, it)| (i, S::Reset(it))),
        (word::SHOW, word::MASTER | word::BINARY | word::BINLOG, _) => {
            show::show_binary_log_status(i).map(|(i, it)| (i, S::ShowBinaryLogStatus(it)))
        }
        (word::SHOW, ..) => show::show_replica_status(i).map(|(i, it)| (i, S::ShowReplicaStatus(it))),
        _ => i.fail(Expected::Statement),
    }
}

/// ```ebnf
/// replica = <slave> "SLAVE" | <replica> "REPLICA" ;
/// ```
fn replica<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Spelling> {
    spelling(word::SLAVE, word::REPLICA)(i)
}

/// ```ebnf
/// replicas = <slave> "SLAVES" | <replica> "REPLICAS" ;
/// ```
fn replicas<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Spelling> {
    spelling(word::SLAVES, word::REPLICAS)(i)
}

fn spelling<'a, 's: 'a>(legacy: Word, current: Word) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Spelling> {
    move |i| {
        if i.word() == legacy {
            return keyword_of(Feature::Slave, legacy)(i).map(|(i, _)| (i, Spelling::Legacy));
        }
        let _ = keyword(legacy)(i);
        keyword_of(Feature::Replica, current)(i).map(|(i, _)| (i, Spelling::Current))
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
