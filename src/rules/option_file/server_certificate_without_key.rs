use crate::model::ServerOptions;
use crate::option_file::Program;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// ssl_cert is given without ssl_key, or ssl_key without ssl_cert.
    ///
    /// ## What the server does
    ///
    /// It looks for both in the one file. If they are not there it starts without TLS: "Failed to set up SSL", and only the error log says so.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```cnf
    /// [mysqld]
    /// ssl_ca = /etc/mysql/ca.pem
    /// ssl_cert = /etc/mysql/server-cert.pem
    /// ```
    ///
    /// ## Good
    ///
    /// ```cnf
    /// [mysqld]
    /// ssl_ca = /etc/mysql/ca.pem
    /// ssl_cert = /etc/mysql/server-cert.pem
    /// ssl_key = /etc/mysql/server-key.pem
    /// ```
    ///
    /// ## Source
    ///
    /// vio/viosslfactories of MySQL 5.6 to 9.7; MySQL 9.7.4 server.
    ServerCertificateWithoutKey { name: "server-certificate-without-key", area: OptionFile, severity: Warning, group: Default, since: "0.1.0", option_file: check }
}

fn check(file: &ServerOptions, cx: &mut Context<'_>) {
    if file.is_partial() {
        return;
    }
    for (given, missing) in [
        ("ssl-cert", "ssl-key"),
        ("ssl-key", "ssl-cert"),
        ("admin-ssl-cert", "admin-ssl-key"),
        ("admin-ssl-key", "admin-ssl-cert"),
    ] {
        for it in super::of_servers(file, cx).iter().filter(|it| it.is(given)) {
            let lacks = |server| file.find(Program::Server, server, missing).is_none();
            let servers = super::each(it.servers, lacks);
            if it.entry.text().is_some_and(|text| !text.is_empty()) && !servers.is_empty() {
                let (given, missing) = (given.replace('-', "_"), missing.replace('-', "_"));
                let message = format!("{given} without {missing}: the server looks for both in the same file");
                cx.report(it.entry.span(), message).among(it.servers).on(servers).help(format!("add `{missing}`"));
            }
        }
    }
}
