use super::listed::{Listed, label_parts};
use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;
use crate::tls::{Ciphersuites, Library, Suite};

declare_rule! {
    /// TLS_CIPHERSUITES is a list that no TLS library takes.
    ///
    /// ## What the server does
    ///
    /// It stores the list; the replica then stops with error 2026, "Failed to set ciphers to use", also where only TLS 1.2 is allowed. The names are
    /// those of TLS 1.3, in capitals, with colons between them; commas do not separate, `!` and words such as HIGH mean nothing.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_TLS_CIPHERSUITES = 'TLS_AES_128_GCM_SHA256,TLS_AES_256_GCM_SHA384';
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_TLS_CIPHERSUITES = 'tls_aes_128_gcm_sha256';
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
    /// MySQL 9.7.4 server; SSL_CTX_set_ciphersuites of OpenSSL 1.1.1, 3.0 and 3.6.
    BrokenCiphersuites {
        name: "broken-ciphersuites", area: Tls, severity: Error, group: Default, since: "0.1.0",
        channel: check, options: [TlsCiphersuites]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(listed) = Listed::of(channel, Name::TlsCiphersuites) else { return };
    let answers = listed.as_suites();
    let servers = answers.wherever(|list| !list.is_accepted());
    let Some(list) = answers.newest(servers) else { return };
    let word = channel.word(Name::TlsCiphersuites);
    let finding = cx.report(&listed.setting.value_place(), format!("no suite of {word} is known: error 2026"));
    finding.on(servers);
    let label = |element: &Suite<'_>| match element.did_you_mean(list.library) {
        Some(near) => format!("did you mean {near}?"),
        None => "no suite of TLS 1.3".to_owned(),
    };
    let place = |element: &Suite<'_>| listed.place(element.start, element.text.len());
    label_parts(finding, list.elements.iter().map(|element| (place(element), label(element))));
    match meant(&listed.text, list) {
        Some(meant) => {
            finding.help(format!("write `'{meant}'`"));
            finding.unsafe_fix(listed.replaced(meant).into_iter().collect());
        }
        None => _ = finding.help("write suites such as `TLS_AES_256_GCM_SHA384`, with `:` between them"),
    }
}

/// The list with colons for separators, in capitals, and with the nearest names, if it is then made of suites.
fn meant(text: &str, list: &Ciphersuites<'_>) -> Option<String> {
    let split = text.split([':', ',', ' ', ';', '|']).filter(|name| !name.is_empty());
    let words: String = split.map(|name| name.to_ascii_uppercase().replace('-', "_")).collect::<Vec<_>>().join(":");
    let read = crate::tls::ciphersuites(&words, list.library);
    let name = |element: &Suite<'_>| match element.suite {
        Some(suite) => Some(suite.name()),
        None => element.did_you_mean(list.library),
    };
    let names: Vec<&str> = read.elements.iter().map(name).collect::<Option<_>>()?;
    let meant = names.join(":");
    let is_good = crate::tls::ciphersuites(&meant, Library::OpenSsl111).is_accepted();
    (is_good && !meant.is_empty()).then_some(meant)
}
