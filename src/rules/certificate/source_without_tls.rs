use super::TurnedAway;
use crate::model::{Channel, Denial};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// The channel insists on TLS, and by its option file the source has none.
    ///
    /// ## What the server does
    ///
    /// TLS is switched off there (`skip-ssl`, `ssl = 0`, an empty `tls_version`), or the file names no certificate for a release that makes none itself:
    /// MySQL before 5.7.5 and MariaDB before 11.4. The replica stops with error 2026.
    ///
    /// Only with --file-root is it looked at. The source is known through `[[source]]` in replint.toml, with its `option-file` and, if it is another than the
    /// replica's, its `server`.
    ///
    /// ## Source
    ///
    /// MySQL 5.6.24 and 9.7.4 and MariaDB 10.11.19 servers; MySQL Reference Manual, Setting Up Replication to Use Encrypted Connections.
    SourceWithoutTls { name: "source-without-tls", area: Certificate, severity: Error, group: Default, since: "0.1.0", channel: check }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(away) = TurnedAway::of(channel, Denial::NoTls, cx) else { return };
    let finding =
        away.report(channel, "the source has no TLS, and the channel insists on it", &["ssl", "tls-version"], cx);
    if let Some(finding) = finding {
        finding.help("give the source `ssl_ca`, `ssl_cert` and `ssl_key` in its group `[mysqld]`");
    }
}
