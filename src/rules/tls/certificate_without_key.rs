use crate::model::{Channel, Value};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A client certificate is given without its key, or a key without its certificate.
    ///
    /// ## What the server does
    ///
    /// It looks for both in the one file. That works if the file holds both; otherwise the replica stops with error 2026, "Unable to get private
    /// key" or "Unable to get certificate".
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CERT = '/etc/mysql/client-cert.pem';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CERT = '/etc/mysql/client-cert.pem',
    ///     SOURCE_SSL_KEY = '/etc/mysql/client-key.pem';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24, MariaDB 11.8.9 and 10.11.19 servers.
    CertificateWithoutKey {
        name: "certificate-without-key", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [SslCert, SslKey]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let servers = channel.servers() - channel.switch(Name::Ssl).off;
    let (given, missing, what) = match (channel.value(Name::SslCert), channel.value(Name::SslKey)) {
        (Value::Given(cert), Value::Unset) => (cert, Name::SslKey, "the key"),
        (Value::Unset, Value::Given(key)) => (key, Name::SslCert, "the certificate"),
        _ => return,
    };
    if servers.is_empty() {
        return;
    }
    let (word, other) = (channel.word(given.option), channel.word(missing));
    cx.report(given, format!("{word} without {other}: the server looks for {what} in the same file"))
        .on(servers)
        .label("holds both?")
        .help(format!("add `{other}`"));
}
