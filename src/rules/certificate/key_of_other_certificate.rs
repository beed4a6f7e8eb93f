use super::{Kind, TlsFiles};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A private key is not that of the certificate.
    ///
    /// ## What the server does
    ///
    /// It says "Private key does not match the certificate public key": the replica stops with error 2026, a server starts without TLS.
    ///
    /// Only with --file-root is it looked at.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_SSL_CA = '/certs/ca.pem', SOURCE_SSL_CERT = '/certs/server-cert.pem', SOURCE_SSL_KEY = '/certs/other-key.pem';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_SSL_CA = '/certs/ca.pem', SOURCE_SSL_CERT = '/certs/server-cert.pem', SOURCE_SSL_KEY = '/certs/server-key.pem';
    /// ```
    ///
    /// ## Source
    ///
    /// OpenSSL 3.0; MySQL 9.7.4 and MariaDB 10.11.19 servers.
    KeyOfOtherCertificate { name: "key-of-other-certificate", area: Certificate, severity: Error, group: Default, since: "0.1.0", tls_files: check }
}

fn check(tls: &TlsFiles, cx: &mut Context<'_>) {
    let Some(files) = cx.files() else { return };
    let (Some(key), Some(certificate)) = (tls.of_kind(Kind::Key), tls.of_kind(Kind::Certificate)) else { return };
    let (Ok(key_file), Ok(file)) = (files.read(&key.path), files.read(&certificate.path)) else { return };
    let belongs =
        key_file.key().zip(file.certificates().next()).and_then(|(key, certificate)| key.belongs_to(certificate));
    if belongs == Some(false) {
        let message = format!("{} is not the key of the certificate of {}", key.word, certificate.word);
        cx.report(key.at.clone(), message)
            .among(tls.servers)
            .also(certificate.at.clone(), "this certificate has another key");
    }
}
