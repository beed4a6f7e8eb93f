use super::{Kind, TlsFiles, shown};
use crate::certificate::{FileError, HashedDirectory};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A file of certificates or keys is not there.
    ///
    /// ## What the server does
    ///
    /// The statement is accepted. When the channel starts, the replica stops with error 2026; a server starts without TLS, and only its error log says so.
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
    ///     SOURCE_SSL_CA = '/certs/none.pem';
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_SSL_CA = '/certs';
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
    MissingTlsFile { name: "missing-tls-file", area: Certificate, severity: Error, group: Default, since: "0.1.0", tls_files: check }
}

fn check(tls: &TlsFiles, cx: &mut Context<'_>) {
    let Some(files) = cx.files() else { return };
    for named in &tls.named {
        let error = match named.kind {
            Kind::AuthorityDirectory | Kind::RevocationDirectory => {
                HashedDirectory::new(files.root(), &named.path).names().err()
            }
            _ => files.read(&named.path).err(),
        };
        let Some(error @ (FileError::Missing | FileError::NotAFile | FileError::TooManyLinks)) = error else {
            continue;
        };
        let message = format!("{} names {}: {error}", named.word, shown(&named.path));
        cx.report(named.at.clone(), message)
            .among(tls.servers)
            .help("check the path, below the directory of --file-root");
    }
}
