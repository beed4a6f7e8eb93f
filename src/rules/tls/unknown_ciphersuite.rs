use super::listed::{Listed, label_parts, some_of};
use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;
use crate::tls::{Cipher, Suite};

declare_rule! {
    /// TLS_CIPHERSUITES has names in it that are no suites of TLS 1.3.
    ///
    /// ## What the server does
    ///
    /// OpenSSL 3 skips them without a word; OpenSSL 1.1.1 refuses the whole list, and the replica stops with error 2026. Which of them a server is
    /// built with depends on the platform.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_TLS_CIPHERSUITES = 'TLS_AES_128_GMC_SHA256:TLS_AES_256_GCM_SHA384';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_TLS_CIPHERSUITES = 'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384';
    /// ```
    ///
    /// ## Source
    ///
    /// SSL_CTX_set_ciphersuites of OpenSSL 1.1.1w, 3.0.19 and 3.6.5.
    UnknownCiphersuite {
        name: "unknown-ciphersuite", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [TlsCiphersuites]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(listed) = Listed::of(channel, Name::TlsCiphersuites) else { return };
    let answers = listed.as_suites();
    // Where every library refuses the list, or takes nothing from it, that is told elsewhere.
    let lost = answers.wherever(|list| !list.is_accepted()) | answers.wherever(|list| list.suites().is_empty());
    let servers = answers.wherever(|list| list.ignored().next().is_some()) - lost;
    let Some(list) = answers.newest(servers) else { return };
    let ignored: Vec<&Suite<'_>> = list.ignored().collect();
    let (Some(first), [best, ..]) = (ignored.first(), list.suites()) else { return };
    let place = |element: &Suite<'_>| listed.place(element.start, element.text.len());
    let (verb, names) = (if ignored.len() == 1 { "is" } else { "are" }, some_of(ignored.iter().map(|it| it.text)));
    let rest = match list.suites().len() {
        1 => format!("only {best} remains"),
        more => format!("{best} and {} more remain", more - 1),
    };
    let finding = cx.report(&place(first), format!("{names} {verb} no suite of TLS 1.3: {rest}")).on(servers);
    let label = |element: &Suite<'_>| match element.did_you_mean(list.library) {
        Some(near) => format!("did you mean {near}?"),
        None if element.known => "a cipher of TLS 1.2: belongs in SSL_CIPHER".to_owned(),
        None => "skipped, or the end of the whole list".to_owned(),
    };
    label_parts(finding, ignored.iter().map(|element| (place(element), label(element))));
    let right = |element: &Suite<'_>| element.suite.map(Cipher::name).or_else(|| element.did_you_mean(list.library));
    let mut names: Vec<&str> = list.elements.iter().filter_map(right).collect();
    names.dedup();
    finding.unsafe_fix(listed.replaced(names.join(":")).into_iter().collect());
}
