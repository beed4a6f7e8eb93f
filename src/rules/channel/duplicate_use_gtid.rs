use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// MASTER_USE_GTID stands twice in one statement.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1225. Of any other option the last one wins.
    ///
    /// ## Target
    ///
    /// mariadb-10.11
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_USE_GTID = no, MASTER_USE_GTID = slave_pos;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_USE_GTID = slave_pos;
    /// ```
    ///
    /// ## Source
    ///
    /// MariaDB 10.11.19 server.
    DuplicateUseGtid {
        name: "duplicate-use-gtid", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, parts: [TwiceGiven]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let mut given = change.statement.options.iter().filter(|option| option.name == Name::UseGtid);
    if let (Some(first), Some(second)) = (given.next(), given.next()) {
        cx.report(second.span, "MASTER_USE_GTID can be given once")
            .label("error 1225")
            .also(first.span, "it was given here");
    }
}
