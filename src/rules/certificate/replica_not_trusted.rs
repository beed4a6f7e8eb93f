use super::TurnedAway;
use crate::model::{Channel, Denial};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// The authorities of the source did not sign the certificate that the channel shows.
    ///
    /// ## What the server does
    ///
    /// A source with `ssl_ca` looks at every certificate that it is shown, also where the account requires none. The replica stops with error 2026, or over
    /// TLS 1.3 with error 2013, "Lost connection".
    ///
    /// Only with --file-root is it looked at. The source is known through `[[source]]` in replint.toml, with its `option-file` and, if it is another than the
    /// replica's, its `server`.
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers.
    ReplicaNotTrusted { name: "replica-not-trusted", area: Certificate, severity: Error, group: Default, since: "0.1.0", channel: check }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(away) = TurnedAway::of(channel, Denial::Untrusted, cx) else { return };
    away.report(channel, "the source does not trust the channel's certificate", &["ssl-ca", "ssl-capath"], cx);
}
