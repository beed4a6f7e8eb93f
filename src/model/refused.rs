//! What servers refuse of a CHANGE that they can read.

use super::{COORDINATES, Channel, Place};
use crate::ast::{AccountName, ChangeSource, ChannelOption, ChannelValue, Content, Number, Part, Text};
use crate::server::{Behaviour, ChannelOptionName as Name, Excess, OptionLimit, ServerSet, Unit};
use crate::source::Span;

/// A CHANGE that servers answer with an error.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// They.
    pub servers: ServerSet,
    /// The error.
    pub errno: u16,
    /// Why, in words.
    pub what: &'static str,
    /// What they refuse.
    pub place: Place,
}

/// The options that must not be empty, and the error.
pub(crate) const NEVER_EMPTY: [(Name, u16); 2] = [(Name::Host, 1210), (Name::RelayLogFile, 1380)];

/// What a CHANGE has in it that is refused.
const REFUSABLE: Content = {
    use Part::{EmptyValue, Ids, LargeNumber, LongValue, OddValue, TwiceGiven};
    let [file, position, relay_file, relay_position] = COORDINATES;
    let options = [file, position, relay_file, relay_position, Name::IgnoreServerIds];
    Content::any_of(&[EmptyValue, Ids, LargeNumber, LongValue, OddValue, TwiceGiven], &options)
};

impl ChannelOption<'_> {
    /// The limits of an option that its value exceeds; of a number also which.
    pub(crate) fn exceeded(&self) -> impl Iterator<Item = (&'static OptionLimit, Option<&Number<'_>>)> {
        let limits = self.name.limits().filter(|_| self.may_exceed());
        let lengths = if self.may_exceed() { lengths(self) } else { None };
        let numbers: &[Number<'_>] = match &self.value {
            ChannelValue::Number(number) => std::slice::from_ref(number),
            ChannelValue::Ids(ids) => ids,
            _ => &[],
        };
        let is_above = |number: &Number<'_>, most: u64| match self.name {
            Name::HeartbeatPeriod => number.decimal().is_some_and(|seconds| seconds > most as f64),
            _ => number.integer().is_some_and(|value| value > most),
        };
        limits.flat_map(move |limit| {
            let is_long = match (limit.unit, lengths) {
                (Unit::Bytes, Some((bytes, _))) => bytes > limit.most,
                (Unit::Characters, Some((_, characters))) => characters > limit.most,
                _ => false,
            };
            let numbers =
                numbers.iter().filter(move |number| limit.unit == Unit::Number && is_above(number, limit.most));
            is_long.then_some((limit, None)).into_iter().chain(numbers.map(move |number| (limit, Some(number))))
        })
    }

    /// Whether its value, which is no longer than it is written, may exceed a limit.
    fn may_exceed(&self) -> bool {
        let is_longer = |text: &Text<'_>| self.name.limits().any(|limit| text.raw().len() as u64 > limit.most);
        match &self.value {
            ChannelValue::Text(text) => is_longer(text),
            ChannelValue::Secret(secret) => is_longer(secret.expose()),
            _ => self.name.limits().next().is_some(),
        }
    }

    /// The text of an option that is kept as a line, if it goes on over the end of one.
    pub(crate) fn broken_line(&self) -> Option<&Text<'_>> {
        // These are read in another way.
        if matches!(self.name, Name::CompressionAlgorithms | Name::AssignGtidsToAnonymousTransactions) {
            return None;
        }
        let text = match &self.value {
            ChannelValue::Text(text) => text,
            ChannelValue::Secret(secret) => secret.expose(),
            _ => return None,
        };
        Some(text).filter(|text| text.value().is_some_and(|value| value.contains('\n')))
    }
}

/// The length of a text in bytes and in characters; of an account the bytes of its host and the characters of its user.
fn lengths(option: &ChannelOption<'_>) -> Option<(u64, u64)> {
    let lengths = |text: &Text<'_>| {
        let (bytes, value) = (text.decode_bytes().len(), text.value()?);
        let characters = if value.is_ascii() { value.len() } else { value.chars().count() };
        Some((bytes as u64, characters as u64))
    };
    match &option.value {
        ChannelValue::Text(text) => lengths(text),
        ChannelValue::Secret(secret) => lengths(secret.expose()),
        ChannelValue::Account(account) => {
            let AccountName::Named { user, host } = &account.name else { return None };
            let host = host.as_ref().and_then(lengths).map_or(0, |(bytes, _)| bytes);
            Some((host, lengths(user).map_or(0, |(_, characters)| characters)))
        }
        _ => None,
    }
}

impl Channel {
    /// The servers that refuse IGNORE_SERVER_IDS in a statement after which the channel is this.
    pub(crate) fn refusing_ids(&self) -> ServerSet {
        let gtid = self.switch(Name::AutoPosition).on | Behaviour::GtidByDefault.servers();
        Behaviour::RefusesIgnoredIdsWithGtid.servers() & gtid
    }

    /// Notes what of a statement is refused, after which it would be this; the first refusal counts on each server.
    pub(super) fn note_refusals(
        &mut self,
        statement: &ChangeSource<'_>,
        content: Content,
        place: impl Fn(Span) -> Place,
    ) {
        if !content.meets(REFUSABLE) {
            return;
        }
        let mut found: Vec<(ServerSet, u16, &'static str, Span)> = Vec::new();
        for option in &statement.options {
            for (limit, number) in option.exceeded() {
                if let Excess::Refused(errno) = limit.then {
                    let span = number.map_or(option.span, Number::span);
                    found.push((limit.servers, errno, "a value is larger than the server takes", span));
                }
            }
            if let Some(text) = option.broken_line() {
                let servers = Behaviour::RefusesNewlines.servers();
                found.push((servers, 1525, "a value goes on over the end of a line", text.span()));
            }
        }
        for (name, errno) in NEVER_EMPTY {
            if let Some(option) = statement.last(name).filter(|option| option.value.is_empty_text()) {
                found.push((ServerSet::ALL, errno, "a value that must not be empty is", option.span));
            }
        }
        if let Some(option) = statement.options.iter().find(|option| COORDINATES.contains(&option.name)) {
            let automatic = self.switch(Name::AutoPosition).on;
            found.push((automatic, 1776, "coordinates do not go with AUTO_POSITION", option.span));
        }
        if let Some(option) = statement.last(Name::IgnoreServerIds)
            && matches!(&option.value, ChannelValue::Ids(ids) if !ids.is_empty())
        {
            found.push((self.refusing_ids(), 3139, "server ids cannot be ignored where gtid_mode is ON", option.span));
        }
        let mut gtid = statement.options.iter().filter(|option| option.name == Name::UseGtid).skip(1);
        if let Some(option) = gtid.next() {
            found.push((ServerSet::ALL, 1225, "MASTER_USE_GTID is given twice", option.span));
        }
        for (servers, errno, what, span) in found {
            let before = self.refusals.iter().fold(ServerSet::EMPTY, |all, refusal| all | refusal.servers);
            let servers = (servers & self.servers) - before;
            if !servers.is_empty() {
                self.refusals.push(Refusal { servers, errno, what, place: place(span) });
            }
        }
    }
}

impl ChannelValue<'_> {
    /// Whether it is `''`.
    pub(crate) fn is_empty_text(&self) -> bool {
        matches!(self, ChannelValue::Text(text) if text.is_empty())
    }
}
