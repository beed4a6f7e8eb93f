use super::listed::{Listed, grouped, label_parts, some_of};
use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::{ChannelOptionName as Name, ServerSet};
use crate::tls::{Protocol, ProtocolElement};

declare_rule! {
    /// TLS_VERSION names protocols that the server skips.
    ///
    /// ## What the server does
    ///
    /// It skips every name that it does not know, without a warning, as long as one is left: TLSv1 and TLSv1.1 from 8.0.28 on, TLSv1.3 before 8.0.16, and a
    /// name with a blank before it. `'TLSv1.2, TLSv1.3'` means TLSv1.2 alone.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_TLS_VERSION = 'TLSv1.2, TLSv1.3';
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_TLS_VERSION = 'TLSv1,TLSv1.1,TLSv1.2';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_TLS_VERSION = 'TLSv1.2,TLSv1.3';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; process_tls_version in vio/viosslfactories of MySQL 5.7 to 9.7.
    IgnoredTlsVersion {
        name: "ignored-tls-version", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [TlsVersion]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(listed) = Listed::of(channel, Name::TlsVersion) else { return };
    let answers = listed.as_protocols();
    let Some(list) = answers.newest(listed.servers) else { return };
    let ignored = list.elements.iter().enumerate().map(|(at, element)| {
        // The known names may differ by library, the elements do not.
        let skipped = answers
            .on_all(|_, list| list.accepted - list.elements.get(at).map_or(ServerSet::EMPTY, |element| element.known));
        (*element, skipped)
    });
    let ignored = ignored.filter(|(_, servers)| !servers.is_empty()).collect();
    for (servers, elements) in grouped::<ProtocolElement<'_>>(ignored) {
        let Some(first) = elements.first() else { continue };
        let verb = if elements.len() == 1 { "is" } else { "are" };
        let rest: Vec<&str> = answers.newest(servers).map_or(Vec::new(), |list| {
            let elements = list.elements.iter().filter(|element| servers.is_subset(element.known));
            elements.filter_map(|element| element.protocol).map(Protocol::name).collect()
        });
        let names = some_of(elements.iter().map(|element| element.text));
        let rest = if rest.is_empty() { "the others".to_owned() } else { rest.join(" and ") };
        let place = listed.place(first.start, first.text.len());
        let finding = cx.report(&place, format!("{names} {verb} ignored: the channel uses {rest}")).on(servers);
        let place = |element: &ProtocolElement<'_>| listed.place(element.start, element.text.len());
        label_parts(finding, elements.iter().map(|element| (place(element), label(element).to_owned())));
        let fixed = fixed(&list.elements, &elements, servers);
        if let Some(edit) = listed.replaced(fixed) {
            let only_leaves_out = elements.iter().all(|element| element.did_you_mean().is_none());
            if !only_leaves_out {
                finding.help("names stand between commas, without blanks").unsafe_fix(vec![edit]);
            } else if servers == listed.servers {
                finding.help("leave it out").safe_fix(vec![edit]);
            }
        }
    }
}

/// What is wrong with a name.
pub(super) fn label(element: &ProtocolElement<'_>) -> &'static str {
    match (element.did_you_mean(), element.protocol) {
        (Some(_), _) if element.text.trim() != element.text => "the blank belongs to the name",
        (Some(_), _) => "misspelt",
        (None, Some(_)) => "not known to this server",
        (None, None) => "no such protocol",
    }
}

/// The list with the ignored elements put right, or left out where nothing is near that the servers know.
fn fixed(all: &[ProtocolElement<'_>], ignored: &[ProtocolElement<'_>], servers: ServerSet) -> String {
    let mut names: Vec<&str> = Vec::new();
    for element in all {
        let is_ignored = ignored.iter().any(|ignored| ignored.start == element.start);
        let meant = element.did_you_mean().filter(|name| {
            let protocol = [Protocol::TlsV1, Protocol::TlsV11, Protocol::TlsV12, Protocol::TlsV13];
            protocol.iter().any(|protocol| protocol.name() == *name && servers.is_subset(protocol.known_by()))
        });
        let name = if is_ignored { meant } else { Some(element.text) };
        names.extend(name.filter(|name| !names.iter().any(|known| known.eq_ignore_ascii_case(name))));
    }
    names.join(",")
}
