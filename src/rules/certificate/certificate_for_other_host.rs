use super::TlsFiles;
use crate::certificate::Certificate;
use crate::rules::{Context, declare_rule};
use crate::server::Behaviour;

declare_rule! {
    /// The source's certificate is not for the host that the channel names.
    ///
    /// ## What the server does
    ///
    /// The replica stops with error 2026: it checks the name, and the certificate has another. An address needs an IP address in the certificate; the
    /// subject's name counts only where there is no DNS name.
    ///
    /// The source is known through `[[source]]` in replint.toml.
    ///
    /// Only with --file-root is it looked at.
    ///
    /// ## Source
    ///
    /// OpenSSL 3.0; MySQL 9.7.4 and MariaDB 10.11.19 servers.
    CertificateForOtherHost { name: "certificate-for-other-host", area: Certificate, severity: Error, group: Default, since: "0.1.0", tls_files: check }
}

fn check(tls: &TlsFiles, cx: &mut Context<'_>) {
    let Some(files) = cx.files() else { return };
    let Some((source, (host, at))) = tls.source.as_ref().and_then(|it| Some((it, it.host.as_ref()?))) else { return };
    let Ok(file) = files.read(&source.certificate) else { return };
    let Some(certificate) = file.certificates().next() else { return };
    // Servers before 5.7.3 compare otherwise.
    let servers = tls.servers - Behaviour::CnOnly.servers();
    if servers.is_empty() || certificate.names(host) {
        return;
    }
    let why = match certificate.auto_generated() {
        Some(_) => "the server made it itself at its first start, and it names no host".to_owned(),
        None => names(certificate),
    };
    cx.report(at.clone(), "the certificate of the source is not for this host: error 2026").on(servers).label(why);
}

/// What a certificate is for.
fn names(certificate: &Certificate) -> String {
    let addresses = certificate.ip_addresses().iter().map(ToString::to_string);
    let names: Vec<String> = certificate.dns_names().iter().cloned().chain(addresses).take(4).collect();
    match &names[..] {
        [] => format!("it is for {}", certificate.subject()),
        names => format!("it is for {}", names.join(", ")),
    }
}
