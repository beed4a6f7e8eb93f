use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// Both a file and a directory of certificate authorities are given.
    ///
    /// ## What the server does
    ///
    /// It trusts the authorities of both. One is enough; with two it is easy to forget one when an authority is taken out.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CA = '/etc/mysql/ca.pem',
    ///     SOURCE_SSL_CAPATH = '/etc/ssl/certs';
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
    /// MySQL Reference Manual, Setting Up Replication to Use Encrypted Connections: "specifying a value for either of MASTER_SSL_CA or
    /// MASTER_SSL_CAPATH".
    CaAndCapath {
        name: "ca-and-capath", area: Tls, severity: Advice, group: Strict, since: "0.1.0",
        channel: check, options: [SslCapath]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let servers = channel.servers() - channel.switch(Name::Ssl).off;
    let both = [Name::SslCa, Name::SslCapath].map(|name| channel.value(name).given());
    let ([Some(ca), Some(capath)], false) = (both, servers.is_empty()) else { return };
    cx.report(capath, "the authorities of a file and of a directory are both trusted")
        .on(servers)
        .also(ca, "the file")
        .help("keep one of them");
}
