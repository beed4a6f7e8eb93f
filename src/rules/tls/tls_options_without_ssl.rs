use crate::model::{Channel, Setting};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// TLS options are given, but the channel does not use TLS.
    ///
    /// ## What the server does
    ///
    /// It stores them and connects in clear text: no error, no warning. Before MySQL 9.7 and MariaDB 11.4 TLS is off unless `MASTER_SSL = 1`
    /// (`SOURCE_SSL = 1`) turns it on.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_SSL_CA = '/etc/mysql/ca.pem';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_SSL = 1, MASTER_SSL_CA = '/etc/mysql/ca.pem';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Setting Up Replication to Use Encrypted Connections: "For these options to take effect, MASTER_SSL=1 must also be set".
    TlsOptionsWithoutSsl { name: "tls-options-without-ssl", area: Tls, severity: Error, group: Default, since: "0.1.0", channel: check }
}

/// The options that mean nothing without TLS.
const TLS_OPTIONS: [Name; 10] = [
    Name::SslCa,
    Name::SslCapath,
    Name::SslCert,
    Name::SslKey,
    Name::SslCrl,
    Name::SslCrlpath,
    Name::SslCipher,
    Name::SslVerifyServerCert,
    Name::TlsVersion,
    Name::TlsCiphersuites,
];

/// Those of them that a channel was given.
pub(super) fn given(channel: &Channel) -> Vec<&Setting> {
    let is_given = |name: &Name| match name {
        Name::SslVerifyServerCert => channel.setting(*name).filter(|_| !channel.switch(*name).on.is_empty()),
        _ => channel.value(*name).given(),
    };
    TLS_OPTIONS.iter().filter_map(is_given).collect()
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let ssl = channel.switch(Name::Ssl);
    let given = given(channel);
    let [first, rest @ ..] = &given[..] else { return };
    if ssl.off.is_empty() {
        return;
    }
    let word = |name: Name| name.word_for(channel.servers()).unwrap_or(name.current());
    let switch = word(Name::Ssl);
    let message = match rest.len() {
        0 => format!("{} has no effect: the channel does not use TLS", word(first.option)),
        more => format!(
            "{} and {more} more TLS option{} have no effect: the channel does not use TLS",
            word(first.option),
            if more == 1 { "" } else { "s" }
        ),
    };
    let finding =
        cx.report(*first, message).on(ssl.off).label("stored, and not used").help(format!("add `{switch} = 1`"));
    for setting in rest {
        finding.also(*setting, "nor is this");
    }
    match ssl.setting {
        Some(off) => _ = finding.also(off, "this turns TLS off"),
        None => {
            let start = first.place.span.start;
            finding.unsafe_fix(vec![(crate::source::Span::new(start, start), format!("{switch} = 1, "))]);
        }
    }
}
