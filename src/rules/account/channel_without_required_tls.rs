use crate::ast::ChannelValue;
use crate::model::{Denial, Denied, Login};
use crate::rules::tls::tls_options_without_ssl;
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;
use crate::source::Span;

declare_rule! {
    /// The channel's account requires TLS, and the channel does not use it.
    ///
    /// ## What the server does
    ///
    /// The source answers with error 1045, "Access denied", as if the password were wrong. The replica tries again for as long as it is told to. A password
    /// of caching_sha2_password is not even sent in clear: error 2061 comes first then.
    ///
    /// Reported where the scripts hold one account of the channel's user.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL;
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_PASSWORD = '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL;
    /// CHANGE REPLICATION SOURCE TO
    ///   SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_PASSWORD = '${REPLICATION_PASSWORD}', SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 5.6.24 and MariaDB 10.11.19 servers; MySQL Reference Manual, Setting Up Replication to Use Encrypted Connections.
    ChannelWithoutRequiredTls {
        name: "channel-without-required-tls", area: Account, severity: Error, group: Default, since: "0.1.0", denied: check
    }
}

fn check(login: &Login<'_>, denied: &Denied, cx: &mut Context<'_>) {
    let (Denial::Tls, [require, ..]) = (denied.denial, &denied.places[..]) else { return };
    let channel = login.channel;
    // TLS options without TLS are told by a rule of their own, and the cure is the same.
    if !tls_options_without_ssl::given(channel).is_empty() {
        return;
    }
    let (off, switch) = (channel.switch(Name::Ssl).setting, channel.word(Name::Ssl));
    let Some(setting) = off.or_else(|| channel.setting(Name::User)) else { return };
    let message = "the account requires TLS, and the channel does not use it: access is denied";
    let finding = cx.report(setting, message);
    finding.on(denied.servers).label("without TLS").also(require, "required here");
    finding.instead_of(&["clear-text-channel", "sha2-without-key-exchange"]);
    match off.map(|off| &off.value) {
        Some(ChannelValue::Number(number)) => {
            finding.help(format!("write `{switch} = 1`")).unsafe_fix(vec![(number.span(), "1".to_owned())]);
        }
        _ => {
            let end = setting.place.span.end;
            let edit = (Span::new(end, end), format!(", {switch} = 1"));
            finding.help(format!("add `{switch} = 1`")).unsafe_fix(vec![edit]);
        }
    }
}
