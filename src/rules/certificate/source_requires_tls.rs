use super::TurnedAway;
use crate::model::{Channel, Denial};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// The source takes no connection in clear text, and the channel does not use TLS.
    ///
    /// ## What the server does
    ///
    /// With `require_secure_transport` in its option file the source answers with error 3159; MariaDB with 1045, as if the password were wrong. Neither lets
    /// 127.0.0.1 in without TLS.
    ///
    /// Only with --file-root is it looked at. The source is known through `[[source]]` in replint.toml, with its `option-file` and, if it is another than the
    /// replica's, its `server`.
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers.
    SourceRequiresTls { name: "source-requires-tls", area: Certificate, severity: Error, group: Default, since: "0.1.0", channel: check }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(away) = TurnedAway::of(channel, Denial::SecureTransport, cx) else { return };
    let what = "the source requires TLS, and the channel does not use it";
    if let Some(finding) = away.report(channel, what, &["require-secure-transport"], cx) {
        finding.instead_of(&["clear-text-channel"]);
        finding.help(format!("write `{} = 1`", channel.word(Name::Ssl)));
    }
}
