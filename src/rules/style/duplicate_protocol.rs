use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// TLS_VERSION names a protocol twice.
    ///
    /// ## What the server does
    ///
    /// Nothing more than with one. Letter case does not matter: `tlsv1.2` is TLSv1.2.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_SSL = 1, SOURCE_TLS_VERSION = 'TLSv1.2,TLSv1.3,tlsv1.2';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_SSL = 1, SOURCE_TLS_VERSION = 'TLSv1.2,TLSv1.3';
    /// ```
    ///
    /// ## Source
    ///
    /// process_tls_version in vio/viosslfactories of MySQL 5.7 to 9.7.
    DuplicateProtocol {
        name: "duplicate-protocol", area: Style, severity: Advice, group: Strict, since: "0.1.0",
        channel: check, options: [TlsVersion]
    }
}

/// Bytes of a list that are too many for the server.
const LONGEST: usize = 256;

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(setting) = channel.value(Name::TlsVersion).given() else { return };
    let Some(text) = setting.text().filter(|text| text.len() < LONGEST) else { return };
    let (mut once, mut twice, mut start) = (Vec::<&str>::new(), None, 0);
    for name in text.split(',') {
        if name.is_empty() {
            // The server skips it, and so do we.
        } else if once.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            twice = twice.or(setting.part(start, name.len())).or(Some(setting.value_place()));
        } else {
            once.push(name);
        }
        start += name.len() + 1;
    }
    let Some(twice) = twice else { return };
    let finding = cx.report(&twice, "a protocol is named twice").label("again").help("leave it out");
    if let Some(whole) = setting.part(0, text.len()) {
        finding.safe_fix(vec![(whole.span, once.join(","))]);
    }
}
