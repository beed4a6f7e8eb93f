use super::{Kind, TlsFiles};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A list of revoked certificates is outdated.
    ///
    /// ## What the server does
    ///
    /// It believes no certificate of this issuer: "CRL has expired", error 2026.
    ///
    /// Only with --file-root is it looked at.
    ///
    /// ## Source
    ///
    /// OpenSSL 3.0; MySQL 9.7.4 and MariaDB 10.11.19 servers.
    RevocationListExpired { name: "revocation-list-expired", area: Certificate, severity: Error, group: Default, since: "0.1.0", tls_files: check }
}

fn check(tls: &TlsFiles, cx: &mut Context<'_>) {
    let Some(files) = cx.files() else { return };
    let Some(named) = tls.of_kind(Kind::RevocationList) else { return };
    let Ok(file) = files.read(&named.path) else { return };
    for crl in file.crls() {
        if let Some(due) = crl.next_update().filter(|_| crl.is_expired(files.now())) {
            let message = format!("the revocation list of {} is outdated: the next one was due at {due}", named.word);
            cx.report(named.at.clone(), message).among(tls.servers).label(crl.issuer().to_string());
            return;
        }
    }
}
