use super::listed::named;
use crate::ast::{Requirement, Statement, TlsOption, TlsOptionName};
use crate::rules::{Context, declare_rule, mention};
use crate::server::{Behaviour, ServerSet};
use crate::tls;

declare_rule! {
    /// An account requires a cipher that no connection can have.
    ///
    /// ## What the server does
    ///
    /// It stores the name and compares it with that of the cipher in use, letter by letter: the account gets error 1045 for good. Names are those of OpenSSL
    /// (`ECDHE-RSA-AES256-GCM-SHA384`), those of TLS 1.3 with underscores; one name, no list. MySQL 8.4 uses a short list of ciphers only. Where REQUIRE
    /// CIPHER is empty MySQL lets nobody in.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE CIPHER 'ECDHE-RSA-AES256-GMC-SHA384';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE CIPHER 'ECDHE-RSA-AES256-GCM-SHA384';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24, MariaDB 11.8.9 and 10.11.19 servers.
    UnknownRequiredCipher {
        name: "unknown-required-cipher", area: Tls, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [RequiredOption]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let Some(Requirement::Options(options)) = mention::require(statement).map(|require| &require.what) else { return };
    for option in options.iter().filter(|option| option.name == TlsOptionName::Cipher) {
        check_name(option, cx);
    }
}

fn check_name(option: &TlsOption<'_>, cx: &mut Context<'_>) {
    let Some(name) = option.value.value() else { return };
    let asked = cx.servers();
    let (servers, message) = match &*name {
        "" => (Behaviour::EmptyCipherMatchesNone.servers(), "an empty cipher lets nobody in: error 1045".to_owned()),
        name => {
            let cannot = ServerSet::ALL - tls::negotiable(name, asked);
            (cannot, format!("no connection can have the cipher {}: error 1045", named(name)))
        }
    };
    let servers = asked & servers;
    if servers.is_empty() {
        return;
    }
    let finding = cx.report(option.value.span(), message).on(servers);
    finding.label("compared letter by letter");
    match tls::nearest_negotiable(&name, asked) {
        Some(near) if near != name => {
            finding.help(format!("did you mean {near}?"));
            finding
                .unsafe_fix(option.value.part(0, name.len()).map(|span| (span, near.to_owned())).into_iter().collect());
        }
        _ => _ = finding.help("write `REQUIRE SSL`, or a name that `SHOW STATUS LIKE 'Ssl_cipher'` shows"),
    }
}
