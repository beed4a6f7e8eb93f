use crate::model::{Channel, Setting};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// The path of a certificate or key is longer than the server keeps.
    ///
    /// ## What the server does
    ///
    /// It cuts the path off behind 511 bytes, without a warning. The replica looks for a file of that name and stops with error 2026.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CA =
    /// '/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB/CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC/DDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDD/ca.pem';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CA = '/etc/mysql/ca.pem';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers.
    TlsPathTooLong {
        name: "tls-path-too-long", area: Tls, severity: Error, group: Default, since: "0.1.0",
        channel: check, options: [SslCa, SslCapath, SslCert, SslKey, SslCrl, SslCrlpath, PublicKeyPath]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    for setting in super::relative_tls_path::used(channel) {
        if setting.text().is_some_and(|path| path.len() > Setting::KEPT) {
            let word = channel.word(setting.option);
            cx.report(setting, format!("{word} is cut off behind {} bytes", Setting::KEPT))
                .label("the server keeps less");
        }
    }
}
