use super::{Kind, TlsFiles};
use crate::certificate::HashedDirectory;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A directory of authorities or revocation lists has no names that OpenSSL looks for.
    ///
    /// ## What the server does
    ///
    /// OpenSSL looks for `hash.0` and `hash.r0` only, whatever else is in the directory: nothing in it is trusted.
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
    ///     SOURCE_SSL_CAPATH = '/certs';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_SSL_CAPATH = '/certs/capath';
    /// ```
    ///
    /// ## Source
    ///
    /// OpenSSL 3.0; MySQL 9.7.4 and MariaDB 10.11.19 servers.
    CapathWithoutHashes { name: "capath-without-hashes", area: Certificate, severity: Error, group: Default, since: "0.1.0", tls_files: check }
}

fn check(tls: &TlsFiles, cx: &mut Context<'_>) {
    let Some(files) = cx.files() else { return };
    for named in &tls.named {
        let names = HashedDirectory::new(files.root(), &named.path).names();
        let has_none = match (named.kind, names) {
            (Kind::AuthorityDirectory, Ok(names)) => names.certificates == 0,
            (Kind::RevocationDirectory, Ok(names)) => names.crls == 0,
            _ => false,
        };
        if has_none {
            let message = format!("{} names a directory without a name that OpenSSL looks for", named.word);
            cx.report(named.at.clone(), message).among(tls.servers).help("run `openssl rehash` on it");
        }
    }
}
