use super::listed::{Listed, grouped, label_parts, some_of};
use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::{ChannelOptionName as Name, ServerSet};
use crate::tls::{Protocol, ProtocolElement};

declare_rule! {
    /// TLS_VERSION allows TLS 1.0 or 1.1.
    ///
    /// ## What the server does
    ///
    /// It uses them where the source offers nothing better. Both are withdrawn (RFC 8996), deprecated since MySQL 5.7.35 and 8.0.26, and gone with
    /// 8.0.28. Not reported: a list without TLSv1.2 on servers that may be built with yaSSL, which has nothing better.
    ///
    /// ## Target
    ///
    /// mysql-5.7
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_SSL = 1, MASTER_TLS_VERSION = 'TLSv1,TLSv1.1,TLSv1.2';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_SSL = 1, MASTER_TLS_VERSION = 'TLSv1.2';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Encrypted Connection TLS Protocols and Ciphers; RFC 8996.
    WeakTlsVersion {
        name: "weak-tls-version", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [TlsVersion]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(listed) = Listed::of(channel, Name::TlsVersion) else { return };
    let answers = listed.as_protocols();
    let Some(list) = answers.newest(listed.servers) else { return };
    // Where some build has no TLS 1.2, older names are weak only beside it.
    let has_better = answers.on_all(|_, list| Protocol::TlsV12.known_by() & list.enabling(Protocol::TlsV12));
    let speaks_better = answers
        .on_all(|servers, list| if Protocol::TlsV12.is_spoken_by(list.library()) { servers } else { ServerSet::EMPTY });
    let names_better = list.elements.iter().any(|element| element.protocol == Some(Protocol::TlsV12));
    let weak = list.elements.iter().enumerate();
    let weak = weak.filter(|(_, element)| element.protocol.is_some_and(|protocol| protocol < Protocol::TlsV12));
    let weak = weak.map(|(at, element)| {
        let known = answers.on_all(|_, list| list.elements.get(at).map_or(ServerSet::EMPTY, |element| element.known));
        (*element, if names_better { known } else { known & (has_better | speaks_better) })
    });
    let weak = weak.filter(|(_, servers)| !servers.is_empty()).collect();
    for (servers, elements) in grouped::<ProtocolElement<'_>>(weak) {
        let Some(first) = elements.first() else { continue };
        let verb = if elements.len() == 1 { "is" } else { "are" };
        let names = some_of(elements.iter().map(|element| element.text));
        let place = |element: &ProtocolElement<'_>| listed.place(element.start, element.text.len());
        let finding = cx.report(&place(first), format!("{names} {verb} allowed, and withdrawn")).on(servers);
        label_parts(finding, elements.iter().map(|element| (place(element), "weak".to_owned())));
        let is_weak = |element: &&ProtocolElement<'_>| elements.iter().any(|weak| weak.start == element.start);
        let left: Vec<&str> = list.elements.iter().filter(|it| !is_weak(it)).map(|element| element.text).collect();
        if let Some(edit) = listed.replaced(left.join(",")).filter(|_| names_better) {
            finding.help("leave it out").unsafe_fix(vec![edit]);
        } else {
            finding.help("write `'TLSv1.2'`");
        }
    }
}
