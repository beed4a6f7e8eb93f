use super::{Kind, TlsFiles, shown};
use crate::certificate::FileError;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A file of certificates or keys could not be looked at.
    ///
    /// ## What the server does
    ///
    /// The server may be able to read it; what depends on it is not judged.
    ///
    /// Only with --file-root is it looked at.
    ///
    /// ## Source
    ///
    /// OpenSSL 3.0; MySQL 9.7.4 and MariaDB 10.11.19 servers.
    UnreadableTlsFile { name: "unreadable-tls-file", area: Certificate, severity: Advice, group: Default, since: "0.1.0", tls_files: check }
}

fn check(tls: &TlsFiles, cx: &mut Context<'_>) {
    let Some(files) = cx.files() else { return };
    for named in &tls.named {
        let is_directory = matches!(named.kind, Kind::AuthorityDirectory | Kind::RevocationDirectory);
        let Err(error @ (FileError::Unreadable | FileError::TooLarge)) = files.read(&named.path) else { continue };
        if !is_directory {
            let message = format!("{} names {}: {error}", named.word, shown(&named.path));
            cx.report(named.at.clone(), message).among(tls.servers).help("what is in it is not judged");
        }
    }
}
