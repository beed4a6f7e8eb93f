use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// The replica asks the source for its public key and takes any, without TLS.
    ///
    /// ## What the server does
    ///
    /// With `GET_SOURCE_PUBLIC_KEY = 1` the password is encrypted by the key that answers. Whoever sits in between sends a key of their own and reads the
    /// password. TLS makes the key needless; a copy of it at SOURCE_PUBLIC_KEY_PATH makes it sure.
    ///
    /// Not reported: a source on the same machine.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_SSL = 0, GET_SOURCE_PUBLIC_KEY = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_SSL = 0,
    ///     SOURCE_PUBLIC_KEY_PATH = '/etc/mysql/db1-public.pem';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Caching SHA-2 Pluggable Authentication.
    UnauthenticatedPublicKey {
        name: "unauthenticated-public-key", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [GetPublicKey]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let key = channel.switch(Name::GetPublicKey);
    let servers = key.on & channel.switch(Name::Ssl).off;
    let Some(setting) = key.setting else { return };
    if servers.is_empty() || !channel.value(Name::PublicKeyPath).is_unset() || channel.is_local() {
        return;
    }
    let (path, ssl) = (channel.word(Name::PublicKeyPath), channel.word(Name::Ssl));
    cx.report(setting, "the password is encrypted by whatever key answers: the channel does not use TLS")
        .on(servers)
        .label("nobody checks the key")
        .help(format!("write `{ssl} = 1`, or copy the key and name it by {path}"));
}
