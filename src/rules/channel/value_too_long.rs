use crate::ast::{AccountName, ChannelOption, ChannelValue, Text};
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::{Excess, ServerSet, Unit};

declare_rule! {
    /// A value is longer than what the server keeps of it.
    ///
    /// ## What the server does
    ///
    /// It keeps the first part and says nothing: the host, file or user that was written does not exist for it. MySQL 5.7.5 and MariaDB
    /// refuse a password that is too long (errors 3056, 1470), MariaDB also a host and a user (1470).
    ///
    /// | option | MySQL | MariaDB |
    /// | --- | --- | --- |
    /// | host | 60 bytes before 8.0.17, then 255 | 60 characters before 10.6, then 255 |
    /// | user | 48 bytes before 5.7.8, then 96 | 128 characters |
    /// | password | 32 bytes | 96 bytes |
    /// | log file | 511 bytes | 511 bytes |
    ///
    /// Paths and lists of TLS have rules of their own.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl-east', SOURCE_PASSWORD = 'oak-table-6-pine-chair-7-elm-bench-8';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl-east', SOURCE_PASSWORD = 'oak-table-6-pine-chair-7';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    ValueTooLong { name: "value-too-long", area: Channel, severity: Error, group: Default, since: "0.1.0", change: check }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    for option in &change.statement.options {
        let Some((bytes, characters)) = lengths(option) else { continue };
        let is_exceeded = |unit: Unit, most: u64| match unit {
            Unit::Bytes => bytes > most,
            Unit::Characters => characters > most,
            Unit::Number => false,
        };
        let exceeded = option.name.limits().filter(|limit| limit.servers.intersects(cx.servers()));
        let exceeded: Vec<_> = exceeded.filter(|limit| is_exceeded(limit.unit, limit.most)).collect();
        let Some(limit) = exceeded.first() else { continue };
        let unit = if limit.unit == Unit::Bytes { "bytes" } else { "characters" };
        let servers = exceeded.iter().fold(ServerSet::EMPTY, |all, limit| all | limit.servers);
        let finding = cx.report(option.span, format!("{} holds {} {unit}", option.word(), limit.most));
        finding.on(servers).label(match limit.then {
            Excess::Refused(errno) => format!("error {errno}"),
            Excess::Cut | Excess::Useless => "the rest is cut off".to_owned(),
        });
    }
}

/// The length of a text in bytes and in characters; of an account the bytes of its host and the characters of its user.
fn lengths(option: &ChannelOption<'_>) -> Option<(u64, u64)> {
    let lengths = |text: &Text<'_>| {
        let value = text.value()?;
        Some((text.decode_bytes().len() as u64, value.chars().count() as u64))
    };
    match &option.value {
        ChannelValue::Text(text) => lengths(text),
        ChannelValue::Secret(secret) => lengths(secret.expose()),
        ChannelValue::Account(account) => {
            let AccountName::Named { user, host } = &account.name else { return None };
            let host = host.as_ref().and_then(lengths).map_or(0, |(bytes, _)| bytes);
            Some((host, lengths(user).map_or(0, |(_, characters)| characters)))
        }
        _ => None,
    }
}
