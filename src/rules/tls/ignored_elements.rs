//! Elements of a cipher list that the library skips or that change nothing: why, and what was perhaps meant.

use super::listed::{Answers, Listed, grouped, label_parts, remaining, some_of};
use crate::model::Channel;
use crate::rules::Context;
use crate::server::ChannelOptionName as Name;
use crate::tls::{self, CipherList, Effect, Element, Idle, Library, Operator, Unknown};

/// Why an element put nothing into the list; `None` if it did, or was never to.
pub(super) fn why(element: &Element<'_>, library: Library) -> Option<String> {
    let why = match element.effect {
        Effect::Ignored(unknown, name) => match unknown {
            Unknown::NoSuchName => match tls::did_you_mean(name, library) {
                Some(near) => return Some(format!("no such name; did you mean {near}?")),
                None => "no such name",
            },
            Unknown::Case(right) => return Some(format!("letter case counts: {right}")),
            Unknown::Tls13Suite => "a suite of TLS 1.3",
            Unknown::RegisteredName(right) => return Some(format!("called {right} here")),
            Unknown::NotInLibrary => "not in the libraries of this server",
            Unknown::NotFirst => "means something at the start only, and the server's own list stands there",
        },
        Effect::Nothing(Idle::Blocked) => "forbidden by the server",
        Effect::Nothing(Idle::Banned) => "banned by an element before it",
        Effect::Nothing(Idle::Empty) => "no cipher of this kind in the library",
        Effect::Nothing(Idle::Contradiction) => "no cipher is all of this",
        Effect::Bans(_) | Effect::Deletes(_) | Effect::Nothing(Idle::Absent) if element.operator != Operator::Add => {
            "takes out, and puts nothing in"
        }
        _ => return None,
    };
    Some(why.to_owned())
}

/// The list with other names for those that are near to one; `None` if nothing is.
pub(super) fn meant(text: &str, elements: &[Element<'_>], library: Library) -> Option<String> {
    let (mut fixed, mut at) = (String::new(), 0);
    for element in elements {
        let Effect::Ignored(unknown, name) = element.effect else { continue };
        let near = match unknown {
            Unknown::Case(right) | Unknown::RegisteredName(right) => Some(right),
            Unknown::NoSuchName => tls::did_you_mean(name, library),
            _ => None,
        };
        let (Some(near), Some(offset)) = (near, element.text.find(name)) else { continue };
        let start = element.start + offset;
        fixed.push_str(text.get(at..start)?);
        fixed.push_str(near);
        at = start + name.len();
    }
    fixed.push_str(text.get(at..)?);
    (at > 0).then_some(fixed)
}

/// Reports elements that the library skips for some reason, while the list works without them.
pub(super) fn report(
    channel: &Channel,
    cx: &mut Context<'_>,
    is_reason: impl Fn(Unknown) -> bool,
    what: [&str; 2],
    help: Option<&str>,
) {
    let Some(listed) = Listed::of(channel, Name::SslCipher) else { return };
    let answers: Answers<CipherList<'_>> = listed.as_ciphers();
    let is_skipped = |list: &CipherList<'_>, element: &Element<'_>| match element.effect {
        Effect::Ignored(unknown, name) => {
            list.is_accepted() && element.is_ignored() && is_reason(unknown) && tls::weakness(name).is_none()
        }
        _ => false,
    };
    for (servers, elements) in grouped(answers.elements(is_skipped)) {
        let (Some(first), Some(list)) = (elements.first(), answers.newest(servers)) else { continue };
        let place = |element: &Element<'_>| listed.place(element.start, element.text.len());
        let names = some_of(elements.iter().map(|element| element.text));
        let [one, several] = what;
        let what = if elements.len() == 1 { one } else { several };
        let message = format!("{names} {what}: {}", remaining(list));
        let finding = cx.report(&place(first), message).on(servers);
        let labels = elements.iter().filter_map(|element| Some((place(element), why(element, list.library)?)));
        label_parts(finding, labels);
        if let Some(help) = help {
            finding.help(help);
        }
        if let Some(edit) = meant(&listed.text, &elements, list.library).and_then(|text| listed.replaced(text)) {
            finding.unsafe_fix(vec![edit]);
        }
    }
}
