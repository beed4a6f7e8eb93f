use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, ChannelOptionName as Name};

declare_rule! {
    /// A revocation list is given, but no certificate authority.
    ///
    /// ## What the server does
    ///
    /// It reads the list and verifies no certificate, so that a revoked one is taken like any other. Revocation is looked up only where the
    /// source is verified: with SSL_CA or SSL_CAPATH.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CRL = '/etc/mysql/crl.pem';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CRL = '/etc/mysql/crl.pem',
    ///     SOURCE_SSL_CA = '/etc/mysql/ca.pem';
    /// ```
    ///
    /// ## Source
    ///
    /// new_VioSSLConnectorFd in vio/viosslfactories of MySQL 5.7 to 9.7 and MariaDB 10.11.
    CrlWithoutCa {
        name: "crl-without-ca", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [SslCrl, SslCrlpath]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let (ssl, verify) = (channel.switch(Name::Ssl), channel.switch(Name::SslVerifyServerCert));
    let list = channel.value(Name::SslCrl).given().or_else(|| channel.value(Name::SslCrlpath).given());
    // Where verification works without an authority of the channel, so does the list; where it is refused, that is told elsewhere.
    let otherwise = Behaviour::SystemAuthorities.servers() | Behaviour::VerificationNeedsCa.servers();
    let servers = ssl.on - (verify.on & otherwise);
    let Some(list) = list.filter(|_| !servers.is_empty() && super::has_no_authority(channel)) else { return };
    let (word, ca) = (channel.word(list.option), channel.word(Name::SslCa));
    cx.report(list, format!("{word} has no effect without {ca}: no certificate is verified"))
        .on(servers)
        .label("read, and never asked")
        .help(format!("add `{ca}`"));
}
