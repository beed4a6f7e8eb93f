use super::{Kind, TlsFiles};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// Everybody on the machine may read a private key.
    ///
    /// ## What the server does
    ///
    /// It does not mind: whoever has an account on the machine has the key.
    ///
    /// Only with --file-root is it looked at.
    ///
    /// ## Source
    ///
    /// OpenSSL 3.0; MySQL 9.7.4 and MariaDB 10.11.19 servers.
    KeyReadableByAll { name: "key-readable-by-all", area: Certificate, severity: Warning, group: Strict, since: "0.1.0", tls_files: check }
}

fn check(tls: &TlsFiles, cx: &mut Context<'_>) {
    let Some(files) = cx.files() else { return };
    let Some(named) = tls.of_kind(Kind::Key) else { return };
    let Ok(file) = files.read(&named.path) else { return };
    if file.key().is_some() && file.is_world_readable() {
        let message = format!("everybody may read the key of {}", named.word);
        cx.report(named.at.clone(), message).among(tls.servers).help("let only the server read it: mode 0600");
    }
}
