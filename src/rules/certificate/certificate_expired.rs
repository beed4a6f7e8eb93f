use super::{Kind, TlsFiles};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A certificate has expired, or is not yet valid.
    ///
    /// ## What the server does
    ///
    /// The other side refuses it if it looks: "certificate has expired".
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
    ///     SOURCE_SSL_CA = '/certs/ca.pem', SOURCE_SSL_CERT = '/certs/expired-cert.pem', SOURCE_SSL_KEY = '/certs/server-key.pem';
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
    CertificateExpired { name: "certificate-expired", area: Certificate, severity: Error, group: Default, since: "0.1.0", tls_files: check }
}

fn check(tls: &TlsFiles, cx: &mut Context<'_>) {
    let Some(files) = cx.files() else { return };
    let Some(named) = tls.of_kind(Kind::Certificate) else { return };
    let Ok(file) = files.read(&named.path) else { return };
    let Some(certificate) = file.certificates().next() else { return };
    let what = match files.now() {
        now if certificate.is_expired(now) => format!("has expired at {}", certificate.not_after()),
        now if certificate.is_early(now) => format!("is not valid before {}", certificate.not_before()),
        _ => return,
    };
    cx.report(named.at.clone(), format!("the certificate of {} {what}", named.word)).among(tls.servers);
}
