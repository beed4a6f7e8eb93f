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
    /// It sends every row that is replicated over the network in clear text, and the password too, unless the plugin of the account protects
    /// it. TLS is off unless `MASTER_SSL = 1` (`SOURCE_SSL = 1`) turns it on; MySQL 9.7 and MariaDB 11.4 turn it on by themselves.
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
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_USER = 'repl', MASTER_SSL = 0;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_USER = 'repl', MASTER_SSL = 1;
    /// ```
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = 3307, MASTER_USER = 'repl';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Setting Up Replication to Use Encrypted Connections; MySQL 9.7.4, MySQL 5.6.24, MariaDB 11.8.9 and 10.11.19 servers.
    ClearTextChannel {
        name: "clear-text-channel", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [Host]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let ssl = channel.switch(Name::Ssl);
    let (Beginning::Host(_), Some(host)) = (channel.beginning(), channel.setting(Name::Host)) else { return };
    let is_told_elsewhere = || !super::tls_options_without_ssl::given(channel).is_empty();
    if ssl.off.is_empty() || channel.is_local() || is_told_elsewhere() {
        return;
    }
    let switch = channel.word(Name::Ssl);
    let message = "the channel does not use TLS: passwords and rows cross the network in clear text";
    match ssl.setting {
        Some(off) => {
            let finding = cx.report(off, message).on(ssl.off);
            finding.label("turns TLS off").also(host, "to this host").help(format!("write `{switch} = 1`"));
            if let ChannelValue::Number(number) = &off.value {
                finding.unsafe_fix(vec![(number.span(), "1".to_owned())]);
            }
        }
        None => {
            let end = host.place.span.end;
            let finding = cx.report(host, message).on(ssl.off);
            finding.label("another host").help(format!("add `{switch} = 1`"));
            finding.unsafe_fix(vec![(Span::new(end, end), format!(", {switch} = 1"))]);
        }
    }
}
