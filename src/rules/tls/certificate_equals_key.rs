use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// Certificate and key are one file.
    ///
    /// ## What the server does
    ///
    /// It takes both from the file, if it holds both. More often one name was copied; the replica then stops with error 2026. A file with
    /// the key in it can also not be shown around as a certificate can.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CERT = '/etc/mysql/client.pem',
    ///     SOURCE_SSL_KEY = '/etc/mysql/client.pem';
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
    /// vio_set_cert_stuff in vio/viosslfactories of MySQL and MariaDB.
    CertificateEqualsKey {
        name: "certificate-equals-key", area: Tls, severity: Advice, group: Strict, since: "0.1.0",
        channel: check, options: [SslKey]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let servers = channel.servers() - channel.switch(Name::Ssl).off;
    let [Some(cert), Some(key)] = [Name::SslCert, Name::SslKey].map(|name| channel.value(name).given()) else { return };
    let is_same = cert.text().is_some() && cert.text() == key.text();
    if servers.is_empty() || !is_same {
        return;
    }
    cx.report(key, "certificate and key are the same file").on(servers).also(cert, "the certificate");
}
