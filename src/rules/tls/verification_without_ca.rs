use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, ChannelOptionName as Name};

declare_rule! {
    /// The source is to be verified, but no certificate authority is named.
    ///
    /// ## What the server does
    ///
    /// MySQL from 5.7.18 on stores the channel; the replica then stops with error 2026, "CA certificate is required if ssl-mode is VERIFY_CA or
    /// VERIFY_IDENTITY". MariaDB uses the authorities of the system, from 11.4 on also the password.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_VERIFY_SERVER_CERT = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_VERIFY_SERVER_CERT = 1,
    ///     SOURCE_SSL_CA = '/etc/mysql/ca.pem';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 11.8.9 servers; MySQL 5.7.18 release notes.
    VerificationWithoutCa {
        name: "verification-without-ca", area: Tls, severity: Error, group: Default, since: "0.1.0",
        channel: check, options: [SslVerifyServerCert]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let (ssl, verify) = (channel.switch(Name::Ssl), channel.switch(Name::SslVerifyServerCert));
    let servers = ssl.on & verify.on & Behaviour::VerificationNeedsCa.servers();
    let Some(setting) = verify.setting else { return };
    if servers.is_empty() || !super::has_no_authority(channel) {
        return;
    }
    let (ca, capath) = (channel.word(Name::SslCa), channel.word(Name::SslCapath));
    cx.report(setting, format!("the source cannot be verified without {ca} or {capath}: error 2026"))
        .on(servers)
        .label("by which authority?")
        .help(format!("add `{ca}`"));
}
