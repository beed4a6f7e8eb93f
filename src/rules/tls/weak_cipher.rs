use super::listed::{Listed, grouped, label_parts, some_of};
use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::{ChannelOptionName as Name, ServerSet};
use crate::tls::{self, CipherList, Effect, Element, Operator};

declare_rule! {
    /// SSL_CIPHER asks for ciphers that are broken.
    ///
    /// ## What the server does
    ///
    /// MySQL before 5.7.10 and MariaDB hand the list to the library, which uses such a cipher if it still has it and the source wants it. MySQL from 5.7.10
    /// on forbids them in front of the list, and the element is left without an effect.
    ///
    /// Asked for are: nothing encrypted (eNULL), nobody authenticated (aNULL), RC4, RC2, DES, 3DES, MD5, export ciphers. Not reported: elements that take
    /// them out (`!RC4`).
    ///
    /// ## Target
    ///
    /// mariadb-10.11
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_SSL = 1, MASTER_SSL_VERIFY_SERVER_CERT = 1,
    ///     MASTER_SSL_CIPHER = 'ECDHE-RSA-AES128-GCM-SHA256:DES-CBC3-SHA:RC4-SHA';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_SSL = 1, MASTER_SSL_VERIFY_SERVER_CERT = 1,
    ///     MASTER_SSL_CIPHER = 'ECDHE-RSA-AES128-GCM-SHA256:!RC4:!3DES';
    /// ```
    ///
    /// ## Source
    ///
    /// The server's own list, vio/viosslfactories of MySQL 5.7 to 9.7; RFC 7465; CVE-2016-2183.
    WeakCipher {
        name: "weak-cipher", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [SslCipher]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(listed) = Listed::of(channel, Name::SslCipher) else { return };
    let answers = listed.as_ciphers();
    // A list that every library refuses is told elsewhere.
    let refused = answers.wherever(|list| !list.is_accepted());
    let is_weak = |_: &CipherList<'_>, element: &Element<'_>| {
        let is_read = !matches!(element.effect, Effect::Unread | Effect::Breaks(_));
        element.operator == Operator::Add && is_read && tls::weakness(element.text).is_some()
    };
    let weak = answers.elements(is_weak).into_iter().map(|(element, servers)| (element, servers - refused));
    for (servers, elements) in grouped(weak.filter(|(_, servers)| !servers.is_empty()).collect()) {
        let Some(first) = elements.first() else { continue };
        let place = |element: &Element<'_>| listed.place(element.start, element.text.len());
        let verb = if elements.len() == 1 { "is a weak cipher" } else { "are weak ciphers" };
        let names = some_of(elements.iter().map(|element| element.text));
        let finding = cx.report(&place(first), format!("{names} {verb}")).on(servers).help("leave it out");
        let adds = |list: &CipherList<'_>| {
            let is_it = |element: &Element<'_>| elements.iter().any(|weak| weak.start == element.start);
            list.elements.iter().any(|element| is_it(element) && matches!(element.effect, Effect::Adds(_)))
        };
        let is_used = answers.wherever(|list| !adds(list)) & servers != servers;
        label_parts(
            finding,
            elements.iter().filter_map(|element| {
                let why = tls::weakness(element.text)?;
                let end = if is_used { "" } else { ", and the server never uses it" };
                Some((place(element), format!("{why}{end}")))
            }),
        );
        let kept: Vec<&str> = answers.newest(servers).map_or(Vec::new(), |list| {
            let is_weak = |element: &&Element<'_>| elements.iter().any(|weak| weak.start == element.start);
            list.elements.iter().filter(|element| !is_weak(element)).map(|element| element.text).collect()
        });
        let fixed = kept.join(":");
        let still_works = |servers: ServerSet| {
            let readings = tls::readings(servers);
            readings.iter().any(|it| tls::cipher_list(&fixed, it.library, it.servers).is_accepted())
        };
        if still_works(servers) {
            finding.unsafe_fix(listed.replaced(fixed).into_iter().collect());
        }
    }
}
