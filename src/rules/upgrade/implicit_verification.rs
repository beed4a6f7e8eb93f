use crate::model::{Beginning, Channel};
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, ChannelOptionName as Name, Flavor, ServerSet};

declare_rule! {
    /// A channel does not say whether the source's certificate is checked, and the default changes.
    ///
    /// ## What the server does
    ///
    /// Before MariaDB 11.4 nothing is checked unless MASTER_SSL_VERIFY_SERVER_CERT = 1 says so; from 11.4 on certificate and name are checked
    /// unless 0 says not to. After the upgrade the channel fails with error 2026 if they do not fit.
    ///
    /// ## Target
    ///
    /// mariadb-10.11
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_SSL = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_SSL = 1, MASTER_SSL_CA = '/etc/mysql/ca.pem', MASTER_SSL_VERIFY_SERVER_CERT = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MariaDB 11.4 release notes; MariaDB 10.11.19 and 11.8.9 servers.
    ImplicitVerification {
        name: "implicit-verification", area: Upgrade, severity: Advice, group: Upgrade, since: "0.1.0",
        channel: check, options: [Ssl]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let (Beginning::Host(_), ssl) = (channel.beginning(), channel.switch(Name::Ssl)) else { return };
    let (Some(ssl_given), None) = (ssl.setting, channel.setting(Name::SslVerifyServerCert)) else { return };
    let before = ServerSet::of_flavor(Flavor::MariaDb) - Behaviour::VerifyByDefault.servers();
    let concerned = ssl.on & before;
    if !concerned.is_empty() {
        cx.report(ssl_given, "the certificate of the source is not checked here, and is from MariaDB 11.4 on")
            .on(concerned)
            .help("say which: `MASTER_SSL_VERIFY_SERVER_CERT = 1`, or 0");
    }
}
