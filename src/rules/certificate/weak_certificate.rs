use super::{Kind, TlsFiles};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A certificate has a short key, or is signed with a weak hash.
    ///
    /// ## What the server does
    ///
    /// The TLS libraries of newer systems refuse RSA keys below 2048 bits and signatures with MD5 or SHA-1 ("ee key too small", "ca md too weak").
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
    ///     SOURCE_SSL_CA = '/certs/ca.pem', SOURCE_SSL_CERT = '/certs/small-cert.pem', SOURCE_SSL_KEY = '/certs/server-key.pem';
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
    WeakCertificate { name: "weak-certificate", area: Certificate, severity: Warning, group: Default, since: "0.1.0", tls_files: check }
}

fn check(tls: &TlsFiles, cx: &mut Context<'_>) {
    let Some(files) = cx.files() else { return };
    let Some(named) = tls.of_kind(Kind::Certificate) else { return };
    let Ok(file) = files.read(&named.path) else { return };
    let Some(certificate) = file.certificates().next() else { return };
    let (key, signature) = (certificate.public_key(), certificate.signature_algorithm());
    let what = match () {
        () if key.is_weak() => format!("has a short key: {key}"),
        // Nobody looks at the signature that a certificate made itself.
        () if signature.is_weak() && !certificate.is_self_signed() => "is signed with a weak hash".to_owned(),
        () => return,
    };
    let message = format!("the certificate of {} {what}", named.word);
    cx.report(named.at.clone(), message).among(tls.servers).help("issue it anew, with at least RSA 2048 and SHA-256");
}
