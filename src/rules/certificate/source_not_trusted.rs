use super::{Kind, TlsFiles};
use crate::certificate::{Certificate, ChainProblem, Check, HashedDirectory, Purpose, TrustStore};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// The channel's authorities did not sign the source's certificate, or it is of no use.
    ///
    /// ## What the server does
    ///
    /// The replica stops with error 2026: "certificate verify failed".
    ///
    /// The source is known through `[[source]]` in replint.toml.
    ///
    /// Only with --file-root is it looked at.
    ///
    /// ## Source
    ///
    /// OpenSSL 3.0; MySQL 9.7.4 and MariaDB 10.11.19 servers.
    SourceNotTrusted { name: "source-not-trusted", area: Certificate, severity: Error, group: Default, since: "0.1.0", tls_files: check }
}

fn check(tls: &TlsFiles, cx: &mut Context<'_>) {
    let Some(files) = cx.files() else { return };
    let Some(source) = tls.source.as_ref().filter(|source| source.is_checked) else { return };
    let Ok(file) = files.read(&source.certificate) else { return };
    let certificates: Vec<Certificate> = file.certificates().cloned().collect();
    let [leaf, offered @ ..] = &certificates[..] else { return };
    let mut store = TrustStore::new();
    for kind in [Kind::Authorities, Kind::RevocationList] {
        let Some(named) = tls.of_kind(kind) else { continue };
        match files.read(&named.path) {
            Ok(file) if store.add_file(&file).is_ok() => {}
            _ => return,
        }
    }
    for kind in [Kind::AuthorityDirectory, Kind::RevocationDirectory] {
        if let Some(named) = tls.of_kind(kind) {
            store.add_directory(HashedDirectory::new(files.root(), &named.path));
        }
    }
    if tls.of_kind(Kind::RevocationList).or(tls.of_kind(Kind::RevocationDirectory)).is_some() {
        store.check_revocation();
    }
    let check = Check { now: files.now(), purpose: Purpose::Server, security_level: 1 };
    let Err(error) = store.verify(leaf, offered, &check) else { return };
    let authority = tls.of_kind(Kind::Authorities).or(tls.of_kind(Kind::AuthorityDirectory));
    let Some(authority) = authority.filter(|_| error.problem != ChainProblem::Unsupported) else { return };
    let message = format!("the certificate of the source is refused: {}; error 2026", error.problem);
    cx.report(authority.at.clone(), message).label(format!("of {}", error.certificate.subject()));
}
