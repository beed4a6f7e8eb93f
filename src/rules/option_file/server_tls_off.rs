use crate::model::ServerOptions;
use crate::rules::{Context, declare_rule};
use crate::server::ServerSet;

declare_rule! {
    /// TLS is switched off on the server: replicas and clients can only connect in clear text.
    ///
    /// ## What the server does
    ///
    /// With `skip-ssl`, `ssl = 0` or an empty `tls_version` it offers no TLS. A channel that asks for it fails with error 2026, and an account with REQUIRE
    /// SSL lets nobody in.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```cnf
    /// [mysqld]
    /// skip-ssl
    /// ```
    ///
    /// ```cnf
    /// [mysqld]
    /// tls_version = ''
    /// ```
    ///
    /// ## Good
    ///
    /// ```cnf
    /// [mysqld]
    /// ssl = 1
    /// tls_version = TLSv1.2,TLSv1.3
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    ServerTlsOff { name: "server-tls-off", area: OptionFile, severity: Warning, group: Default, since: "0.1.0", option_file: check }
}

fn check(file: &ServerOptions, cx: &mut Context<'_>) {
    for it in super::of_servers(file, cx) {
        let is_off = match it.known.map(|known| known.name) {
            Some("ssl") => it.entry.switch(it.prefix) == Some(false),
            Some("tls-version") => it.entry.value.as_ref().is_some_and(|value| value.is_empty()),
            _ => false,
        };
        let servers = it.servers - it.known.map_or(ServerSet::EMPTY, |known| known.unknown_to);
        if is_off && !servers.is_empty() {
            let finding = cx.report(it.entry.span(), "the server offers no TLS").among(it.servers);
            finding.on(servers).help("remove it, and give the server a certificate");
        }
    }
}
