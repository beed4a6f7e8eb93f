//! How a channel is named: behind FOR CHANNEL, or as MariaDB's connection.

use super::site::{Edit, Site};
use crate::ast::{ReplicationStatement, ResetWhat, Text};
use crate::server::Feature;
use crate::source::Span;

/// A name, moved to where the servers look for it.
pub(super) fn channel_name(statement: &ReplicationStatement<'_>, site: Site<'_>) -> Vec<Edit> {
    let takes_connection = site.to.is_subset(Feature::NamedConnections.servers());
    let takes_channel = site.to.is_subset(Feature::ForChannel.servers());
    let Some(Named { word, end, connection, channel }) = named(statement) else { return Vec::new() };
    match (connection, channel) {
        (Some(name), None) if !takes_connection && takes_channel => {
            let clause = [b" FOR CHANNEL ", site.of(name.span())].concat();
            let before = site.before(name.span().start).map_or(word.end, |token| token.span().end);
            vec![(Span::new(before, name.span().end), Vec::new()), (Span::new(end, end), clause)]
        }
        (None, Some(name)) if !takes_channel && takes_connection => {
            // Behind the token before FOR.
            let Some(before) = site.ahead_of(name.span().start, 3) else { return Vec::new() };
            let connection = [b" ", site.of(name.span())].concat();
            let clause = Span::new(before.span().end, name.span().end);
            vec![(Span::new(word.end, word.end), connection), (clause, Vec::new())]
        }
        _ => Vec::new(),
    }
}

struct Named<'a, 's> {
    /// Behind it stands the name of a connection.
    word: Span,
    /// Here stands FOR CHANNEL.
    end: u32,
    connection: Option<&'a Text<'s>>,
    channel: Option<&'a Text<'s>>,
}

fn named<'a, 's>(statement: &'a ReplicationStatement<'s>) -> Option<Named<'a, 's>> {
    let of = |word: Span, end: u32, connection: &'a Option<Text<'s>>, channel: &'a Option<Text<'s>>| Named {
        word,
        end,
        connection: connection.as_ref(),
        channel: channel.as_ref(),
    };
    Some(match statement {
        ReplicationStatement::ChangeSource(it) => of(it.word, it.span.end, &it.connection, &it.channel),
        ReplicationStatement::Start(it) => of(it.word, it.span.end, &it.connection, &it.channel),
        ReplicationStatement::Stop(it) => of(it.word, it.span.end, &it.connection, &it.channel),
        // Its name stands before STATUS or behind it.
        ReplicationStatement::ShowReplicaStatus(it) => of(it.word, it.span.end, &it.connection, &it.channel),
        ReplicationStatement::Reset(it) => match &it.items[..] {
            [item] => match &item.what {
                ResetWhat::Replica { word, connection, channel, .. } => of(*word, item.span.end, connection, channel),
                _ => return None,
            },
            _ => return None,
        },
        _ => return None,
    })
}
