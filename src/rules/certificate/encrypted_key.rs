use super::{Kind, TlsFiles};
use crate::certificate::PrivateKey;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A private key is protected by a passphrase.
    ///
    /// ## What the server does
    ///
    /// It cannot ask for the passphrase: the replica stops with error 2026, a server starts without TLS.
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
    ///     SOURCE_SSL_CA = '/certs/ca.pem', SOURCE_SSL_CERT = '/certs/server-cert.pem', SOURCE_SSL_KEY = '/certs/encrypted-key.pem';
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_SSL_CA = '/certs/ca.pem', SOURCE_SSL_CERT = '/certs/server-cert.pem', SOURCE_SSL_KEY = '/certs/old-encrypted-key.pem';
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
    EncryptedKey { name: "encrypted-key", area: Certificate, severity: Error, group: Default, since: "0.1.0", tls_files: check }
}

fn check(tls: &TlsFiles, cx: &mut Context<'_>) {
    let Some(files) = cx.files() else { return };
    let Some(named) = tls.of_kind(Kind::Key) else { return };
    let Ok(file) = files.read(&named.path) else { return };
    if file.key() == Some(&PrivateKey::Encrypted) {
        let message = format!("{} names a key with a passphrase: no server can ask for it", named.word);
        cx.report(named.at.clone(), message)
            .among(tls.servers)
            .help("take the passphrase off, and let only the server read the file");
    }
}
