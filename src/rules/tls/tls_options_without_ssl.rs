use crate::ast::ChannelValue;
use crate::model::{Channel, Setting};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;
use crate::source::Span;

declare_rule! {
    /// TLS options are given, but the channel does not use TLS.
    ///
    /// ## What the server does
    ///
    /// It stores them and connects in clear text: no error, no warning. With TLS off it does not even read the files. Before MySQL 9.7 and
    /// MariaDB 11.4 TLS is off unless `MASTER_SSL = 1` (`SOURCE_SSL = 1`) turns it on.
    ///
    /// Not reported: options that an earlier statement gave, before a later one turned TLS off; [clear-text-channel] is about those.
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
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_SSL = 0, MASTER_SSL_CA = '/etc/mysql/ca.pem', MASTER_SSL_VERIFY_SERVER_CERT = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_SSL = 1, MASTER_SSL_CA = '/etc/mysql/ca.pem';
    /// ```
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_SSL_CA = '/etc/mysql/ca.pem';
    /// CHANGE MASTER TO MASTER_SSL = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Setting Up Replication to Use Encrypted Connections: "For these options to take effect, MASTER_SSL=1 must also be
    /// set"; MySQL 9.7.4, MySQL 5.6.24, MariaDB 11.8.9 and 10.11.19 servers.
    TlsOptionsWithoutSsl {
        name: "tls-options-without-ssl", area: Tls, severity: Error, group: Default, since: "0.1.0",
        channel: check, options: [SslCa, SslCapath, SslCert, SslKey, SslCrl, SslCrlpath, SslCipher, SslVerifyServerCert, TlsVersion, TlsCiphersuites]
    }
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

/// Those of them that a channel was given, and not before TLS was turned off.
pub(in crate::rules) fn given(channel: &Channel) -> Vec<&Setting> {
    let off = channel.switch(Name::Ssl).setting.map(|setting| &setting.place.origin);
    let is_older = |setting: &&Setting| {
        let (own, off) = (&setting.place.origin, off);
        off.is_some_and(|off| off.path == own.path && off.base.offset > own.base.offset)
    };
    let is_given = |name: &Name| match name {
        Name::SslVerifyServerCert => channel.setting(*name).filter(|_| !channel.switch(*name).on.is_empty()),
        _ => channel.value(*name).given(),
    };
    TLS_OPTIONS.iter().filter_map(is_given).filter(|setting| !is_older(setting)).collect()
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let ssl = channel.switch(Name::Ssl);
    if ssl.off.is_empty() {
        return;
    }
    let given = given(channel);
    let [first, rest @ ..] = &given[..] else { return };
    let switch = channel.word(Name::Ssl);
    let what = match rest {
        [] => format!("{} has", channel.word(first.option)),
        [_] => format!("{} and another TLS option have", channel.word(first.option)),
        more => format!("{} and {} more TLS options have", channel.word(first.option), more.len()),
    };
    let finding = cx.report(*first, format!("{what} no effect: the channel does not use TLS"));
    finding.on(ssl.off).label("stored, and not used");
    for setting in rest {
        finding.also(*setting, "nor is this");
    }
    match ssl.setting {
        Some(off) => {
            finding.also(off, "this turns TLS off").help(format!("write `{switch} = 1`"));
            if let ChannelValue::Number(number) = &off.value
                && off.place.origin.is(&first.place.origin)
            {
                finding.unsafe_fix(vec![(number.span(), "1".to_owned())]);
            }
        }
        None => {
            let start = first.place.span.start;
            finding.help(format!("add `{switch} = 1`"));
            finding.unsafe_fix(vec![(Span::new(start, start), format!("{switch} = 1, "))]);
        }
    }
}
