use crate::model::{Channel, ServerOptions, Setting};
use crate::option_file::{Placed, Program};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;
use crate::server::ServerSet;
use crate::tls::{self, Protocol};

declare_rule! {
    /// The option file of the source leaves no protocol that the channel may use.
    ///
    /// ## What the server does
    ///
    /// The replica stops with error 2026: its own `TLS_VERSION` and the `tls_version` of the source have nothing in common, or the source has TLS switched
    /// off.
    ///
    /// Only with --file-root is it looked at. The source is known through `[[source]]` in replint.toml, with its `server` and its `option-file`.
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers.
    NoCommonProtocol { name: "no-common-protocol", area: Certificate, severity: Error, group: Default, since: "0.1.0", channel: check }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some((files, source)) = cx.files().zip(cx.source_of(channel)) else { return };
    let server = source.servers();
    let ssl = channel.switch(Name::Ssl);
    let wants_tls = ssl.off.is_empty() && !ssl.on.is_empty();
    let Some(options) = source.options(files).filter(|options| !options.is_partial() && wants_tls) else { return };
    if server.len() != 1 {
        return;
    }
    let named = channel.value(Name::TlsVersion).given().filter(|setting| setting.text().is_some());
    let Some((at, source)) = off(&options, server, ssl.setting).or_else(|| disjoint(&options, server, named)) else {
        return;
    };
    let path = crate::source::visible(&options.origin().path.to_string_lossy()).into_owned();
    let line = options.origin().index().position(source.entry.name_span.start).line;
    let message =
        format!("the source offers no protocol that the channel may use: error 2026; see line {line} of its {path}");
    cx.report(at, message);
}

/// Where TLS is switched off.
fn off<'o, 'c>(
    options: &'o ServerOptions,
    server: ServerSet,
    ssl: Option<&'c Setting>,
) -> Option<(&'c Setting, Placed<'o>)> {
    let at = ssl?;
    let switch = options.find(Program::Server, server, "ssl").filter(|placed| {
        let prefix = placed.prefix("ssl").unwrap_or_default();
        let value = placed.entry.text().unwrap_or_default().to_ascii_lowercase();
        prefix.switch == Some(false) || prefix.switch.is_none() && ["0", "off", "false"].contains(&&*value)
    });
    let empty = options.find(Program::Server, server, "tls-version");
    let empty = empty.filter(|placed| placed.entry.value.as_ref().is_some_and(|value| value.is_empty()));
    switch.or(empty).map(|placed| (at, placed))
}

/// Where the source's protocols are others than the channel's.
fn disjoint<'o, 'c>(
    options: &'o ServerOptions,
    server: ServerSet,
    named: Option<&'c Setting>,
) -> Option<(&'c Setting, Placed<'o>)> {
    let at = named?;
    let placed = options.find(Program::Server, server, "tls-version")?;
    let list = placed.entry.text()?;
    let theirs: Vec<Protocol> = tls::validate_tls_version(&list, server).ok()?;
    let ours = at.text()?;
    let is_shared = |protocol: &Protocol| ours.split(',').any(|name| name.eq_ignore_ascii_case(protocol.name()));
    (!theirs.iter().any(is_shared)).then_some((at, placed))
}
