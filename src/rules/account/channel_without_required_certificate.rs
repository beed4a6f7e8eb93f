use crate::model::{Denial, Denied, Login};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// The channel's account requires a certificate of the client, and the channel has none.
    ///
    /// ## What the server does
    ///
    /// The source answers with error 1045, "Access denied", as if the password were wrong. X509, ISSUER and SUBJECT require a certificate; on MySQL
    /// CIPHER does so as well.
    ///
    /// Reported where the scripts hold one account of the channel's user.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE X509;
    /// CHANGE REPLICATION SOURCE TO
    ///   SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_PASSWORD = '${REPLICATION_PASSWORD}',
    ///   SOURCE_SSL = 1, SOURCE_SSL_CA = '/etc/mysql/ca.pem';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%.example.com' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE X509;
    /// CHANGE REPLICATION SOURCE TO
    ///   SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_PASSWORD = '${REPLICATION_PASSWORD}',
    ///   SOURCE_SSL = 1, SOURCE_SSL_CA = '/etc/mysql/ca.pem',
    ///   SOURCE_SSL_CERT = '/etc/mysql/replica-cert.pem', SOURCE_SSL_KEY = '/etc/mysql/replica-key.pem';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24, MariaDB 11.8.9 and 10.11.19 servers.
    ChannelWithoutRequiredCertificate {
        name: "channel-without-required-certificate", area: Account, severity: Error, group: Default, since: "0.1.0", denied: check
    }
}

fn check(login: &Login<'_>, denied: &Denied, cx: &mut Context<'_>) {
    let (Denial::Certificate, [require, ..]) = (denied.denial, &denied.places[..]) else { return };
    let channel = login.channel;
    let Some(user) = channel.setting(Name::User) else { return };
    let message = "the account requires a certificate of the client, and the channel has none: access is denied";
    cx.report(user, message)
        .on(denied.servers)
        .label("logs in without a certificate")
        .also(require, "required here")
        .help(format!("give the channel {} and {}", channel.word(Name::SslCert), channel.word(Name::SslKey)));
}
