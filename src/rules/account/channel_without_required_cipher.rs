use crate::model::{Denial, Denied, Login};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// The channel's account requires a cipher that the channel leaves out.
    ///
    /// ## What the server does
    ///
    /// The source compares the name of the cipher that was agreed on with REQUIRE CIPHER, and answers with error 1045, "Access denied", where they differ.
    ///
    /// Reported where the scripts hold one account of the channel's user, and the channel's lists of ciphers and protocols do not have the cipher with any
    /// TLS library that the server may be built with.
    ///
    /// ## Target
    ///
    /// mariadb-11.8
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE CIPHER 'ECDHE-RSA-AES256-GCM-SHA384';
    /// GRANT REPLICATION SLAVE ON *.* TO 'repl'@'10.0.0.%';
    /// CHANGE MASTER TO MASTER_HOST = 'db1', MASTER_USER = 'repl', MASTER_PASSWORD = '${REPLICATION_PASSWORD}',
    ///   MASTER_SSL = 1, MASTER_SSL_CIPHER = 'ECDHE-RSA-AES128-GCM-SHA256';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL;
    /// GRANT REPLICATION SLAVE ON *.* TO 'repl'@'10.0.0.%';
    /// CHANGE MASTER TO MASTER_HOST = 'db1', MASTER_USER = 'repl', MASTER_PASSWORD = '${REPLICATION_PASSWORD}',
    ///   MASTER_SSL = 1, MASTER_SSL_CIPHER = 'ECDHE-RSA-AES128-GCM-SHA256';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 11.8.9 servers.
    ChannelWithoutRequiredCipher {
        name: "channel-without-required-cipher", area: Account, severity: Error, group: Default, since: "0.1.0", denied: check
    }
}

fn check(_: &Login<'_>, denied: &Denied, cx: &mut Context<'_>) {
    let (Denial::Cipher, [require, chosen, ..]) = (denied.denial, &denied.places[..]) else { return };
    cx.report(chosen, "the account requires a cipher that the channel leaves out: access is denied")
        .on(denied.servers)
        .label("without that cipher")
        .also(require, "required here")
        .help("let the account require SSL, or a certificate; a list of ciphers belongs to the server and the channel");
}
