//! START REPLICA and STOP REPLICA.

use super::channel_option::keyword_here;
use super::until::until;
use super::{connection_name, for_channel, replica, replicas};
use crate::ast::{ReplicaThread, Secret, StartReplica, StopReplica, Text, ThreadType};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, one_of, symbol, text};
use crate::server::{Feature, Word, word};
use crate::source::Span;

/// ```ebnf
/// start_replica = "START" ( <start-slave> "SLAVE" | <start-replica> "REPLICA" ) [ connection_name ] threads [ <channel-before-until> for_channel ] [ until ]
///         [ <start-credentials> "USER" "=" TEXT ] [ <start-credentials> "PASSWORD" "=" TEXT ]
///         [ <start-credentials> "DEFAULT_AUTH" "=" TEXT ] [ <start-credentials> "PLUGIN_DIR" "=" TEXT ] [ <channel-last> for_channel ]
///     | <named-connections> "START" "ALL" replicas threads ;
/// ```
pub(super) fn start_replica<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, StartReplica<'s>> {
    let (i, _) = keyword(word::START)(start)?;
    let (i, all) = all(i)?;
    let named = i;
    let (i, spelling) =
        if all.is_some() { replicas(i)? } else { replica(Feature::StartSlave, Feature::StartReplica)(i)? };
    let word = named.span_to(i);
    let (i, connection) = if all.is_some() { (i, None) } else { connection_name(i)? };
    let (i, threads) = threads(i)?;
    let mut statement = StartReplica {
        span: start.span_to(i),
        spelling,
        word,
        all,
        connection,
        threads,
        until: Vec::new(),
        user: None,
        password: None,
        default_auth: None,
        plugin_dir: None,
        channel: None,
    };
    if statement.all.is_some() {
        return Ok((i, statement));
    }
    let (i, first_channel) = for_channel(Feature::ChannelBeforeUntil)(i)?;
    let (i, until) = until(i)?;
    let (i, user) = credential(word::USER)(i)?;
    let (i, password) = credential(word::PASSWORD)(i)?;
    let (i, default_auth) = credential(word::DEFAULT_AUTH)(i)?;
    let (i, plugin_dir) = credential(word::PLUGIN_DIR)(i)?;
    let (i, last_channel) = for_channel(Feature::ChannelLast)(i)?;
    statement.until = until;
    statement.user = user;
    statement.password = password.map(Secret::new);
    statement.default_auth = default_auth;
    statement.plugin_dir = plugin_dir;
    statement.channel = first_channel.or(last_channel);
    statement.span = start.span_to(i);
    Ok((i, statement))
}

/// ```ebnf
/// stop_replica = "STOP" ( <stop-slave> "SLAVE" | <stop-replica> "REPLICA" ) [ connection_name ] threads [ <for-channel> for_channel ]
///     | <named-connections> "STOP" "ALL" replicas threads ;
/// ```
pub(super) fn stop_replica<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, StopReplica<'s>> {
    let (i, _) = keyword(word::STOP)(start)?;
    let (i, all) = all(i)?;
    let named = i;
    let (i, spelling) =
        if all.is_some() { replicas(i)? } else { replica(Feature::StopSlave, Feature::StopReplica)(i)? };
    let word = named.span_to(i);
    let (i, connection) = if all.is_some() { (i, None) } else { connection_name(i)? };
    let (i, threads) = threads(i)?;
    let (i, channel) = if all.is_some() { (i, None) } else { for_channel(Feature::ForChannel)(i)? };
    Ok((i, StopReplica { span: start.span_to(i), spelling, word, all, connection, threads, channel }))
}

/// MariaDB's `ALL`.
pub(super) fn all<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Option<Span>> {
    match keyword_of(Feature::NamedConnections, word::ALL)(i) {
        Ok((i, span)) => Ok((i, Some(span))),
        Err(_) => Ok((i, None)),
    }
}

/// ```ebnf
/// threads = <thread-list> [ thread { "," thread } ] | <empty-threads> [ thread ] { "," [ thread ] } ;
/// thread = "IO_THREAD" | "RELAY_THREAD" | "SQL_THREAD" ;
/// ```
fn threads<'a, 's: 'a>(mut i: Input<'a, 's>) -> Parsed<'a, 's, Vec<ThreadType<'s>>> {
    let mut threads = Vec::new();
    match thread(i) {
        Ok((next, first)) => {
            threads.push(first);
            i = next;
        }
        Err(_) if i.symbol() == b',' && !i.lacks(Feature::EmptyThreads) => i = i.gate(Feature::EmptyThreads, i)?.0,
        Err(_) => return Ok((i, threads)),
    }
    while let Ok((behind, _)) = symbol(b',')(i) {
        i = match thread(behind) {
            Ok((next, another)) => {
                threads.push(another);
                next
            }
            Err(error) if behind.lacks(Feature::EmptyThreads) => return Err(error),
            Err(_) => behind.gate(Feature::EmptyThreads, behind)?.0,
        };
    }
    Ok((i, threads))
}

fn thread<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, ThreadType<'s>> {
    let (next, word) = one_of(&[word::IO_THREAD, word::RELAY_THREAD, word::SQL_THREAD])(i)?;
    let thread = if word == word::SQL_THREAD { ReplicaThread::Applier } else { ReplicaThread::Receiver };
    Ok((next, ThreadType { span: i.span(), thread, word: keyword_here(i) }))
}

/// `USER = 'name'` and its neighbours, each of which may be missing.
fn credential<'a, 's: 'a>(word: Word) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Option<Text<'s>>> {
    move |i| {
        let Ok((i, _)) = keyword_of(Feature::StartCredentials, word)(i) else { return Ok((i, None)) };
        let (i, _) = symbol(b'=')(i)?;
        text(i).map(|(i, value)| (i, Some(value)))
    }
}
