use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::tls::Unknown;

declare_rule! {
    /// SSL_CIPHER says DEFAULT where the word means nothing.
    ///
    /// ## What the server does
    ///
    /// `DEFAULT` and the `SUITEB` words count at the very start of a list only, and MySQL from 5.7.10 on puts a list of forbidden ciphers in front: the
    /// library skips the word. `ALL` and `HIGH` are known everywhere.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CIPHER = 'DEFAULT:AES128-SHA256';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CIPHER = 'HIGH';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MariaDB 11.8.9 and 10.11.19 servers.
    DefaultInCipherList {
        name: "default-in-cipher-list", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [SslCipher]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let what = ["means nothing here and is skipped", "mean nothing here and are skipped"];
    let help = Some("write `HIGH`, or leave the option out for the server's own list");
    super::ignored_elements::report(channel, cx, |why| why == Unknown::NotFirst, what, help);
}
