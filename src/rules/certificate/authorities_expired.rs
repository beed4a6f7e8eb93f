use super::{Kind, TlsFiles};
use crate::certificate::Certificate;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// Every authority that a file names has expired.
    ///
    /// ## What the server does
    ///
    /// It believes no certificate that they signed: the replica stops with error 2026.
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
    ///     SOURCE_SSL_CA = '/certs/expired-cert.pem';
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
    AuthoritiesExpired { name: "authorities-expired", area: Certificate, severity: Error, group: Default, since: "0.1.0", tls_files: check }
}

fn check(tls: &TlsFiles, cx: &mut Context<'_>) {
    let Some(files) = cx.files() else { return };
    let Some(named) = tls.of_kind(Kind::Authorities) else { return };
    let Ok(file) = files.read(&named.path) else { return };
    let last = file.certificates().map(Certificate::not_after).max();
    if let Some(last) = last.filter(|_| file.certificates().all(|certificate| certificate.is_expired(files.now()))) {
        let message = format!("every authority of {} has expired, the last at {last}", named.word);
        cx.report(named.at.clone(), message).among(tls.servers);
    }
}
