use crate::model::{Channel, Setting};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// SSL_CIPHER is longer than the server keeps.
    ///
    /// ## What the server does
    ///
    /// It cuts the list off behind 511 bytes, without a warning: the ciphers at the end are lost, and so are bans there, such as `!aNULL`.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CIPHER =
    /// 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-GCM-SHA384:DHE-RSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-SHA256:ECDHE-RSA-AES128-SHA256:ECDHE-ECDSA-AES128-SHA:ECDHE-RSA-AES128-SHA:ECDHE-ECDSA-AES256-SHA384:ECDHE-RSA-AES256-SHA384:ECDHE-ECDSA-AES256-SHA:ECDHE-RSA-AES256-SHA:DHE-RSA-AES128-SHA256:DHE-RSA-AES256-SHA256:AES128-GCM-SHA256:AES256-GCM-SHA384:!aNULL';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_SSL_CIPHER = 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers.
    CutCipherList {
        name: "cut-cipher-list", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [SslCipher]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let servers = channel.servers() - channel.switch(Name::Ssl).off;
    let Some(setting) = channel.value(Name::SslCipher).given().filter(|_| !servers.is_empty()) else { return };
    let Some(text) = setting.text().filter(|text| text.len() > Setting::KEPT) else { return };
    let place = setting.part(Setting::KEPT, text.len() - Setting::KEPT).unwrap_or_else(|| setting.value_place());
    let word = channel.word(Name::SslCipher);
    cx.report(&place, format!("{word} is cut off behind {} bytes", Setting::KEPT))
        .on(servers)
        .label("lost")
        .help("name fewer ciphers, or families such as `ECDHE+AESGCM`");
}
