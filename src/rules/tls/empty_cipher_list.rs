use super::ignored_elements::{meant, why};
use super::listed::{Listed, label_parts};
use crate::model::{Channel, Value};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;
use crate::source::Span;
use crate::tls::{self, Effect, Element, Unknown};

declare_rule! {
    /// SSL_CIPHER selects no cipher.
    ///
    /// ## What the server does
    ///
    /// It stores the list; the replica then stops with error 2026, "Failed to set ciphers to use", also where TLS 1.3 would be used. A list starts empty:
    /// signs alone (`!MD5`) leave it so. Names are skipped that are misspelt, in small letters, of TLS 1.3 (SOURCE_TLS_CIPHERSUITES is for those), or
    /// forbidden: MySQL from 5.7.10 on puts a list of its own in front, which bans RC4, 3DES, MD5 and others, and behind which `DEFAULT` means nothing.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CIPHER = 'ECDHE-RSA-AES128-GMC-SHA256';
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CIPHER = 'TLS_AES_256_GCM_SHA384';
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CIPHER = 'DEFAULT:!MD5';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CIPHER = 'ECDHE-RSA-AES128-GCM-SHA256',
    ///     SOURCE_TLS_CIPHERSUITES = 'TLS_AES_256_GCM_SHA384';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MariaDB 11.8.9 and 10.11.19 servers; ssl_create_cipher_list of OpenSSL 1.1.1, 3.0 and 3.6.
    EmptyCipherList {
        name: "empty-cipher-list", area: Tls, severity: Error, group: Default, since: "0.1.0",
        channel: check, options: [SslCipher]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(listed) = Listed::of(channel, Name::SslCipher) else { return };
    let answers = listed.as_ciphers();
    let servers = answers.wherever(|list| !list.is_accepted());
    let Some(list) = answers.newest(servers).filter(|list| list.broken().is_none()) else { return };
    let word = channel.word(Name::SslCipher);
    let finding = cx.report(&listed.setting.value_place(), format!("{word} selects no cipher: error 2026")).on(servers);
    let place = |element: &Element<'_>| listed.place(element.start, element.text.len());
    label_parts(finding, list.elements.iter().filter_map(|it| Some((place(it), why(it, list.library)?))));
    let is_suite = |it: &Element<'_>| matches!(it.effect, Effect::Ignored(Unknown::Tls13Suite, _));
    let suites = channel.value(Name::TlsCiphersuites);
    let other = Name::TlsCiphersuites.word_for(channel.servers());
    if let (true, Value::Unset, Some(other)) = (list.elements.iter().all(is_suite), suites, other) {
        finding.help(format!("suites of TLS 1.3 belong in {other}"));
        let start = listed.setting.place.span.start;
        finding.unsafe_fix(vec![(Span::new(start, start + word.len() as u32), other.to_owned())]);
        return;
    }
    let meant = meant(&listed.text, &list.elements, list.library);
    let is_good = |text: &String| {
        let readings = tls::readings(servers);
        readings.iter().all(|reading| tls::cipher_list(text, reading.library, reading.servers).is_accepted())
    };
    match meant.filter(is_good) {
        Some(meant) => {
            finding.help(format!("write `'{meant}'`")).unsafe_fix(listed.replaced(meant).into_iter().collect());
        }
        None => _ = finding.help("name ciphers, or leave the option out for the server's own list"),
    }
}
