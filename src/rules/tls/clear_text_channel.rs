use crate::ast::ChannelValue;
use crate::model::{Beginning, Channel};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;
use crate::source::Span;

declare_rule! {
    /// A channel to another host does not use TLS.
    ///
    /// ## What the server does
    ///
    /// The replica's password (unless the plugin protects it), and every row that is replicated, go over the network in clear text.
    /// TLS is off unless `MASTER_SSL = 1` (`SOURCE_SSL = 1`) turns it on; MySQL 9.7 and MariaDB 11.4 turn it on by themselves.
    ///
    /// Not reported: a source on the same machine, and a statement that only alters a channel.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_USER = 'repl';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_USER = 'repl', MASTER_SSL = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Setting Up Replication to Use Encrypted Connections.
    ClearTextChannel { name: "clear-text-channel", area: Tls, severity: Warning, group: Default, since: "0.1.0", channel: check }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let ssl = channel.switch(Name::Ssl);
    let (Beginning::Host(_), Some(host)) = (channel.beginning(), channel.setting(Name::Host)) else { return };
    let is_told_elsewhere = !super::tls_options_without_ssl::given(channel).is_empty();
    if is_told_elsewhere || ssl.off.is_empty() || host.text().is_some_and(|host| is_local(&host)) {
        return;
    }
    let switch = Name::Ssl.word_for(channel.servers()).unwrap_or(Name::Ssl.current());
    match ssl.setting {
        Some(off) => {
            let finding =
                cx.report(off, "the channel does not use TLS: passwords and rows cross the network in clear text");
            finding.on(ssl.off).also(host, "to this host").help(format!("write `{switch} = 1`"));
            if let ChannelValue::Number(number) = &off.value {
                finding.unsafe_fix(vec![(number.span(), "1".to_owned())]);
            }
        }
        None => {
            let finding =
                cx.report(host, "the channel does not use TLS: passwords and rows cross the network in clear text");
            let end = host.place.span.end;
            finding.on(ssl.off).help(format!("add `{switch} = 1`"));
            finding.unsafe_fix(vec![(Span::new(end, end), format!(", {switch} = 1"))]);
        }
    }
}

/// Whether a host is the machine itself.
fn is_local(host: &str) -> bool {
    matches!(host, "localhost" | "::1") || host.starts_with("127.")
}
