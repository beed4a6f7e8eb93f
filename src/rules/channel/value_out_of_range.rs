use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::Excess;

declare_rule! {
    /// A number is larger than what makes sense for the option.
    ///
    /// ## What the server does
    ///
    /// It refuses a delay above 2147483647 seconds (error 1729), a heartbeat period above 4294967 seconds (1624), a zstd level above 22
    /// (3921), REQUIRE_ROW_FORMAT above 1 (3945); MySQL 9.7 also SOURCE_CONNECT_RETRY above 2147483647 (1742).
    ///
    /// A server id or a domain id above 4294967295 is stored, and no server has it.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_ZSTD_COMPRESSION_LEVEL = 30;
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_DELAY = 4294967296;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_CONNECT_RETRY = 10, SOURCE_DELAY = 86400;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    ValueOutOfRange {
        name: "value-out-of-range", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, parts: [LargeNumber, Ids]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    for option in &change.statement.options {
        for (limit, number) in option.exceeded() {
            let Some(number) = number else { continue };
            let finding = cx.report(number.span(), format!("{} is at most {}", option.word(), limit.most));
            finding.on(limit.servers).label(match limit.then {
                Excess::Refused(errno) => format!("error {errno}"),
                Excess::Useless | Excess::Cut => "stored, and of no use".to_owned(),
            });
        }
    }
}
