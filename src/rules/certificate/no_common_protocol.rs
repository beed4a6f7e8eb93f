use super::TurnedAway;
use crate::model::{Channel, Denial};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// The option file of the source leaves no protocol that the channel may use.
    ///
    /// ## What the server does
    ///
    /// The replica stops with error 2026: its own `TLS_VERSION` and the `tls_version` of the source have nothing in common.
    ///
    /// Only with --file-root is it looked at. The source is known through `[[source]]` in replint.toml, with its `option-file` and, if it is another than the
    /// replica's, its `server`.
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers.
    NoCommonProtocol { name: "no-common-protocol", area: Certificate, severity: Error, group: Default, since: "0.1.0", channel: check }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(away) = TurnedAway::of(channel, Denial::Protocol, cx) else { return };
    away.report(channel, "the source offers no protocol that the channel may use", &["tls-version"], cx);
}
