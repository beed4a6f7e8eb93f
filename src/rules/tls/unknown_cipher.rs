use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::tls::Unknown;

declare_rule! {
    /// SSL_CIPHER has a name in it that no TLS library knows.
    ///
    /// ## What the server does
    ///
    /// The library skips the name without a word and goes on with the rest of the list: a cipher is missing, or one that was to be banned is not.
    /// Letter case counts, and registered names (`TLS_RSA_WITH_…`) are known from OpenSSL 3.2 on only. Not reported: names of other releases of the
    /// library.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_SSL_CIPHER = 'ECDHE-RSA-AES256-GMC-SHA384:ECDHE-RSA-AES128-GCM-SHA256';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_SSL_CIPHER = 'ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; ssl_cipher_process_rulestr of OpenSSL 1.1.1, 3.0 and 3.6.
    UnknownCipher {
        name: "unknown-cipher", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [SslCipher]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let is_unknown = |why| matches!(why, Unknown::NoSuchName | Unknown::Case(_) | Unknown::RegisteredName(_));
    let what = ["is no name of a cipher and is skipped", "are no names of ciphers and are skipped"];
    super::ignored_elements::report(channel, cx, is_unknown, what, None);
}
