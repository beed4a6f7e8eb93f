use crate::model::ServerOptions;
use crate::rules::{Context, declare_rule};
use crate::server::ServerSet;
use crate::tls;

declare_rule! {
    /// tls_version names a protocol that the server does not know, and it does not start.
    ///
    /// ## What the server does
    ///
    /// MySQL from 8.0.16 on says "Option --tls-version or --admin-tls-version is set to an invalid value" (MY-013835) and ends: each name must be one that
    /// it knows, without blanks around the commas. A channel is not so strict. MariaDB says "Error while setting value" and ends.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```cnf
    /// [mysqld]
    /// tls_version = TLSv1.1,TLSv1.2
    /// ```
    ///
    /// ```cnf
    /// [mysqld]
    /// tls_version = "TLSv1.2, TLSv1.3"
    /// ```
    ///
    /// ## Good
    ///
    /// ```cnf
    /// [mysqld]
    /// tls_version = TLSv1.2,TLSv1.3
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers; validate_tls_version in sql/ssl_init_callback.cc of MySQL 8.0 to 9.7.
    InvalidServerTlsVersion { name: "invalid-server-tls-version", area: OptionFile, severity: Error, group: Default, since: "0.1.0", option_file: check }
}

fn check(file: &ServerOptions, cx: &mut Context<'_>) {
    for it in super::of_servers(file, cx).iter().filter(|it| it.is("tls-version") || it.is("admin-tls-version")) {
        let Some(text) = it.entry.fixed_text() else { continue };
        let Some(option) = it.known else { continue };
        let (mut refusing, mut first) = (ServerSet::EMPTY, None);
        for (bit, _) in (it.servers - option.unknown_to).releases() {
            let server = ServerSet::of_bit(bit);
            if let Err(error) = tls::validate_tls_version(&text, server) {
                refusing |= server;
                first = error.names.first().map(|(start, name)| (*start, name.len()));
            }
        }
        let Some((start, len)) = first else { continue };
        let name = option.name.replace('-', "_");
        let message = format!("{name} holds a name that this server does not know: it does not start");
        let finding = cx.report(super::part(it.entry, start, len), message);
        finding.among(it.servers).on(refusing).label("not known").help("write `TLSv1.2,TLSv1.3`, without blanks");
    }
}
