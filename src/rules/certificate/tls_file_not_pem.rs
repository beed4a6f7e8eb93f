use super::{Kind, TlsFiles, shown};
use crate::certificate::FileError;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A file does not hold what its option is for.
    ///
    /// ## What the server does
    ///
    /// Servers read PEM: text with BEGIN and END lines. From DER, an empty file, or a file of something else nothing is read, and the replica stops with error 2026. A file of authorities
    /// or revocation lists with one broken block is refused as a whole.
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
    ///     SOURCE_SSL_CA = '/certs/ca.der';
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_SSL_CA = '/certs/ca.pem', SOURCE_SSL_CERT = '/certs/server-key.pem', SOURCE_SSL_KEY = '/certs/server-key.pem';
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
    TlsFileNotPem { name: "tls-file-not-pem", area: Certificate, severity: Error, group: Default, since: "0.1.0", tls_files: check }
}

fn check(tls: &TlsFiles, cx: &mut Context<'_>) {
    let Some(files) = cx.files() else { return };
    for named in &tls.named {
        let wants = match named.kind {
            Kind::AuthorityDirectory | Kind::RevocationDirectory => continue,
            Kind::Authorities => "certificate of an authority",
            Kind::Certificate => "certificate",
            Kind::Key => "private key",
            Kind::RevocationList => "revocation list",
            Kind::PublicKey => "public key",
        };
        let why = match files.read(&named.path) {
            Err(error @ (FileError::Der | FileError::NotPem | FileError::Empty)) => error.to_string(),
            Err(_) => continue,
            Ok(file) => match (named.kind, file.broken()) {
                (Kind::Authorities | Kind::RevocationList, Some((block, why))) => {
                    format!("the block at its line {} cannot be read: {why}", block.line)
                }
                (Kind::Authorities, _) if file.certificates().next().is_some() => continue,
                (Kind::RevocationList, _) if file.crls().next().is_some() => continue,
                (Kind::Certificate, _) if file.certificates().next().is_some() => continue,
                (Kind::Key, _) if file.key().is_some() => continue,
                (Kind::PublicKey, _) if file.blocks.iter().any(|block| block.label.ends_with("PUBLIC KEY")) => continue,
                _ => format!("there is no {wants} in it"),
            },
        };
        let message = format!("{} names {}: {why}", named.word, shown(&named.path));
        cx.report(named.at.clone(), message).among(tls.servers).help(format!("name a PEM file with a {wants}"));
    }
}
