use crate::model::{Channel, Setting};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A file of certificates or keys is named by a relative path.
    ///
    /// ## What the server does
    ///
    /// It looks below its data directory: not where the statement is run, nor beside its option file. `~` is no home directory. If the file is not
    /// there, the replica stops with error 2026.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CA = 'ca.pem';
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
    /// MySQL 9.7.4 server; MySQL Reference Manual, Setting Up Replication to Use Encrypted Connections: "we recommend that you always use complete
    /// paths".
    RelativeTlsPath {
        name: "relative-tls-path", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [SslCa, SslCapath, SslCert, SslKey, SslCrl, SslCrlpath, PublicKeyPath]
    }
}

/// The options that name a file or a directory.
pub(super) const PATHS: [Name; 7] =
    [Name::SslCa, Name::SslCapath, Name::SslCert, Name::SslKey, Name::SslCrl, Name::SslCrlpath, Name::PublicKeyPath];

/// The paths that a channel uses: without TLS only that of the public key.
pub(super) fn used(channel: &Channel) -> impl Iterator<Item = &Setting> {
    let has_tls = !(channel.servers() - channel.switch(Name::Ssl).off).is_empty();
    let is_used = move |name: &&Name| has_tls || **name == Name::PublicKeyPath;
    PATHS.iter().filter(is_used).filter_map(|name| channel.value(*name).given())
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let is_relative = |setting: &&Setting| setting.text().is_some_and(|path| !is_absolute(&path));
    let relative: Vec<&Setting> = used(channel).filter(is_relative).collect();
    let [first, rest @ ..] = &relative[..] else { return };
    let finding = cx.report(*first, "a relative path: the server looks below its data directory");
    finding.help("write the complete path");
    for setting in rest {
        finding.also(*setting, "relative too");
    }
}

fn is_absolute(path: &str) -> bool {
    match path.as_bytes() {
        [b'/' | b'\\', ..] => true,
        [drive, b':', ..] => drive.is_ascii_alphabetic(),
        _ => false,
    }
}
