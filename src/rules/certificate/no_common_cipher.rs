use super::TurnedAway;
use crate::model::{Channel, Denial};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// The option file of the source leaves no cipher that the channel may use.
    ///
    /// ## What the server does
    ///
    /// The replica stops with error 2026, "handshake failure": `ssl_cipher` and `tls_ciphersuites` of the source and those of the channel have nothing in
    /// common over any protocol that both speak.
    ///
    /// Only with --file-root is it looked at. The source is known through `[[source]]` in replint.toml, with its `option-file` and, if it is another than the
    /// replica's, its `server`.
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers.
    NoCommonCipher { name: "no-common-cipher", area: Certificate, severity: Error, group: Default, since: "0.1.0", channel: check }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(away) = TurnedAway::of(channel, Denial::CommonCipher, cx) else { return };
    away.report(
        channel,
        "the source offers no cipher that the channel may use",
        &["ssl-cipher", "tls-ciphersuites"],
        cx,
    );
}
