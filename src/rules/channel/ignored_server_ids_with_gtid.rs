use crate::ast::ChannelValue;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// Server ids are to be ignored on a server that replicates with GTIDs.
    ///
    /// ## What the server does
    ///
    /// With gtid_mode = ON, which is the default of MySQL 9.7, it refuses a list that is not empty: error 3139 since MySQL 8.4. MySQL 8.0
    /// accepts and warns. A transaction that has a GTID is applied once anyway, whichever way it comes. SOURCE_AUTO_POSITION = 1 is taken
    /// to say that gtid_mode is ON.
    ///
    /// ## Target
    ///
    /// mysql-9.7
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO IGNORE_SERVER_IDS = (11, 12);
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO IGNORE_SERVER_IDS = ();
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    IgnoredServerIdsWithGtid {
        name: "ignored-server-ids-with-gtid", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, options: [IgnoreServerIds]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let Some(option) = change.statement.last(Name::IgnoreServerIds) else { return };
    if !matches!(&option.value, ChannelValue::Ids(ids) if !ids.is_empty()) {
        return;
    }
    let automatic = change.after.switch(Name::AutoPosition);
    let servers = change.after.refusing_ids() & cx.servers();
    if servers.is_empty() {
        return;
    }
    let finding = cx.report(option.span, "server ids cannot be ignored where gtid_mode is ON");
    finding.on(servers).label("error 3139").help("leave the list empty");
    if let Some(setting) = automatic.setting.filter(|_| !automatic.on.is_empty()) {
        finding.also(setting, "this uses GTIDs");
    }
}
