use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A channel takes every certificate of its authority, whatever name is in it.
    ///
    /// ## What the server does
    ///
    /// SSL_CA or SSL_CAPATH is the mode VERIFY_CA: the certificate must come from that authority, and may be any other server's or client's.
    /// With `SOURCE_SSL_VERIFY_SERVER_CERT = 1` (VERIFY_IDENTITY) it must name the host. An authority that signs for the source alone needs no
    /// such check; the certificates that MySQL makes for itself do not pass it.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CA = '/etc/mysql/ca.pem';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CA = '/etc/mysql/ca.pem',
    ///     SOURCE_SSL_VERIFY_SERVER_CERT = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Setting Up Replication to Use Encrypted Connections; MySQL 9.7.4 and MariaDB 10.11.19 servers.
    UnverifiedHostName {
        name: "unverified-host-name", area: Tls, severity: Warning, group: Strict, since: "0.1.0",
        channel: check, options: [SslCa, SslCapath]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let (ssl, verify) = (channel.switch(Name::Ssl), channel.switch(Name::SslVerifyServerCert));
    let Some(authority) = super::authority(channel) else { return };
    let servers = (ssl.on & verify.off) - super::tls_not_enforced::servers(channel, cx.run());
    if servers.is_empty() || channel.is_local() {
        return;
    }
    let option = channel.word(Name::SslVerifyServerCert);
    let finding = cx.report(authority, "any certificate of this authority passes for the source").on(servers);
    finding.label("the host's name is not checked");
    match verify.setting {
        Some(off) => finding.also(off, "verification is off").help(format!("write `{option} = 1`")),
        None => finding.help(format!("add `{option} = 1`")),
    };
}
