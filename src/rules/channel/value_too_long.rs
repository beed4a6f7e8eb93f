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
    ValueTooLong {
        name: "value-too-long", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, parts: [LongValue]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    for option in &change.statement.options {
        let exceeded = option.exceeded().map(|(limit, _)| limit);
        let exceeded: Vec<_> =
            exceeded.filter(|limit| limit.unit != Unit::Number && limit.servers.intersects(cx.servers())).collect();
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
