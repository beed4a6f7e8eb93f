//! The lists of a channel, as the servers at hand read them.

use std::borrow::Cow;

use crate::model::{Channel, Place, Setting, Value};
use crate::rules::Finding;
use crate::server::{ChannelOptionName as Name, ServerSet};
use crate::source::Span;
use crate::tls::{self, CipherList, Ciphersuites, Element, Library, Protocols};

/// A list that an option of a channel holds, where the channel may use TLS.
pub(super) struct Listed<'c> {
    pub(super) setting: &'c Setting,
    pub(super) text: Cow<'c, str>,
    pub(super) servers: ServerSet,
}

/// What becomes of a list: an answer for each library that some of the servers may be built with.
pub(super) struct Answers<L>(Vec<(ServerSet, L)>);

impl<'c> Listed<'c> {
    /// The list of an option; `None` where it is not set, not known, or cut off.
    pub(super) fn of(channel: &'c Channel, option: Name) -> Option<Self> {
        let setting = channel.value(option).given()?;
        let text = setting.text()?;
        let servers = channel.servers() - channel.switch(Name::Ssl).off;
        (text.len() <= Setting::KEPT && !servers.is_empty()).then_some(Self { setting, text, servers })
    }

    pub(super) fn as_ciphers(&self) -> Answers<CipherList<'_>> {
        let readings = tls::readings(self.servers);
        let read = |reading: &tls::Reading| tls::cipher_list(&self.text, reading.library, reading.servers);
        Answers(readings.iter().map(|reading| (reading.servers, read(reading))).collect())
    }

    pub(super) fn as_suites(&self) -> Answers<Ciphersuites<'_>> {
        Answers::of_libraries(self.servers, |library, _| tls::ciphersuites(&self.text, library))
    }

    pub(super) fn as_protocols(&self) -> Answers<Protocols<'_>> {
        Answers::of_libraries(self.servers, |library, servers| tls::protocols(&self.text, library, servers))
    }

    /// Where a part of the list stands; the whole value where that is not known.
    pub(super) fn place(&self, start: usize, len: usize) -> Place {
        self.setting.part(start, len).unwrap_or_else(|| self.setting.value_place())
    }

    /// The edit that puts another list in place of this one.
    pub(super) fn replaced(&self, list: String) -> Option<(Span, String)> {
        self.setting.part(0, self.text.len()).map(|place| (place.span, list))
    }
}

impl<L> Answers<L> {
    fn of_libraries(servers: ServerSet, answer: impl Fn(Library, ServerSet) -> L) -> Self {
        let has_servers = |library: &Library| servers.intersects(library.servers());
        let answers = Library::all().filter(has_servers).map(|library| {
            let servers = servers & library.servers();
            (servers, answer(library, servers))
        });
        Self(answers.collect())
    }

    /// The servers for which something holds, whatever library they are built with.
    pub(super) fn wherever(&self, holds: impl Fn(&L) -> bool) -> ServerSet {
        self.on_all(|servers, answer| if holds(answer) { servers } else { ServerSet::EMPTY })
    }

    /// Those that every answer names which concerns them.
    pub(super) fn on_all(&self, named: impl Fn(ServerSet, &L) -> ServerSet) -> ServerSet {
        let all = self.0.iter().fold(ServerSet::EMPTY, |all, (servers, _)| all | *servers);
        self.0.iter().fold(all, |left, (servers, answer)| left - (*servers - named(*servers, answer)))
    }

    /// The answer of the newest library of some servers.
    pub(super) fn newest(&self, servers: ServerSet) -> Option<&L> {
        self.0.iter().rev().find(|(these, _)| these.intersects(servers)).map(|(_, answer)| answer)
    }
}

impl<'v> Answers<CipherList<'v>> {
    /// The elements of the list, and the servers for which something holds of each and of the list.
    pub(super) fn elements(
        &self,
        holds: impl Fn(&CipherList<'_>, &Element<'_>) -> bool,
    ) -> Vec<(Element<'v>, ServerSet)> {
        let Some((_, newest)) = self.0.last() else { return Vec::new() };
        let found = newest.elements.iter().map(|element| {
            let servers = self.wherever(|list| {
                let same = list.elements.iter().find(|other| other.start == element.start);
                same.is_some_and(|same| holds(list, same))
            });
            (*element, servers)
        });
        found.filter(|(_, servers)| !servers.is_empty()).collect()
    }
}

/// What TLS_VERSION makes of the protocols of a channel; `None` where that is not known.
pub(super) fn protocols(channel: &Channel) -> Option<Answers<Protocols<'_>>> {
    let text = match channel.value(Name::TlsVersion) {
        Value::Unknown => return None,
        Value::Unset => Cow::Borrowed(""),
        Value::Given(setting) => setting.text()?,
    };
    // The answers must outlive the text: a list with escapes is not looked at.
    let Cow::Borrowed(text) = text else { return None };
    Some(Answers::of_libraries(channel.servers(), |library, servers| tls::protocols(text, library, servers)))
}

/// Those of equal servers together, in order.
pub(super) fn grouped<T>(found: Vec<(T, ServerSet)>) -> Vec<(ServerSet, Vec<T>)> {
    let mut groups: Vec<(ServerSet, Vec<T>)> = Vec::new();
    for (item, servers) in found {
        match groups.iter_mut().find(|(known, _)| *known == servers) {
            Some((_, items)) => items.push(item),
            None => groups.push((servers, vec![item])),
        }
    }
    groups
}

/// A part of a list as messages name it.
pub(super) fn named(text: &str) -> String {
    const LONGEST: usize = 64;
    let is_plain = text.len() <= LONGEST && text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic());
    if is_plain && !text.contains('`') { format!("`{text}`") } else { "an element".to_owned() }
}

/// Three of the parts by name, and how many more there are.
pub(super) fn some_of<'t>(parts: impl ExactSizeIterator<Item = &'t str>) -> String {
    let all = parts.len();
    let mut names: Vec<String> = parts.take(if all == 4 { 4 } else { 3 }).map(named).collect();
    if all > names.len() {
        names.push(format!("{} more", all - names.len()));
    }
    let last = names.pop().unwrap_or_default();
    if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) }
}

/// What is left of a list, for the end of a message.
pub(super) fn remaining(list: &CipherList<'_>) -> String {
    match list.ciphers() {
        [] => "nothing remains".to_owned(),
        [one] => format!("only {one} remains"),
        [first, second] => format!("{first} and {second} remain"),
        [first, rest @ ..] => format!("{first} and {} more remain", rest.len()),
    }
}

/// Says at the first part what is to be said there, and at the others what is to be said at each.
pub(super) fn label_parts(finding: &mut Finding, parts: impl IntoIterator<Item = (Place, String)>) {
    for (at, (place, label)) in parts.into_iter().enumerate() {
        if at == 0 {
            finding.label(label);
        } else {
            finding.also(&place, label);
        }
    }
}
