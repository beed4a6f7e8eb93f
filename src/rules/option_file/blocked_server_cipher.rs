use crate::model::ServerOptions;
use crate::rules::{Context, declare_rule};
use crate::server::ServerSet;
use crate::tls;

declare_rule! {
    /// A list of ciphers holds one that the server does not allow itself, and it does not start.
    ///
    /// ## What the server does
    ///
    /// MySQL from 8.4 on says that the value "contains cipher … that is blocked" (MY-015104) and ends. It splits at `:` only and compares with its own list:
    /// aliases such as `HIGH` and `DEFAULT` are not in it.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```cnf
    /// [mysqld]
    /// ssl_cipher = ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA
    /// ```
    ///
    /// ```cnf
    /// [mysqld]
    /// ssl_cipher = HIGH:!aNULL
    /// ```
    ///
    /// ## Good
    ///
    /// ```cnf
    /// [mysqld]
    /// ssl_cipher = ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; validate_ciphers in sql/ssl_init_callback.cc of MySQL 8.0 to 9.7.
    BlockedServerCipher { name: "blocked-server-cipher", area: OptionFile, severity: Error, group: Default, since: "0.1.0", option_file: check }
}

fn check(file: &ServerOptions, cx: &mut Context<'_>) {
    for it in super::of_servers(file, cx) {
        let is_list = it.is("ssl-cipher") || it.is("admin-ssl-cipher");
        let is_suites = it.is("tls-ciphersuites") || it.is("admin-tls-ciphersuites");
        let Some(text) = it.entry.fixed_text().filter(|text| (is_list || is_suites) && !text.is_empty()) else {
            continue;
        };
        let validate = if is_list { tls::validate_ciphers } else { tls::validate_ciphersuites };
        let (mut refusing, mut outside) = (ServerSet::EMPTY, Vec::new());
        for (bit, _) in it.servers.releases() {
            let server = ServerSet::of_bit(bit);
            if let Some(verdict) = validate(&text, server).filter(|verdict| verdict.is_refused) {
                refusing |= server;
                outside = verdict.outside;
            }
        }
        let [(start, first), rest @ ..] = &outside[..] else { continue };
        let name = it.entry.name.variable().replace('-', "_");
        let message = format!("{name} holds what this server does not allow itself: it does not start");
        let finding = cx.report(super::part(it.entry, *start, first.len()), message).among(it.servers).on(refusing);
        finding.label("blocked").help("name only ciphers of the server's own list, with `:` between them");
        for (start, word) in rest {
            finding.also(super::part(it.entry, *start, word.len()), "blocked");
        }
    }
}
