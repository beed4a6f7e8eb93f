use crate::ast::ChannelValue;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// MASTER_DEMOTE_TO_SLAVE is asked of a connection that does not use slave_pos.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 4191: a former source keeps its place as a replica only with MASTER_USE_GTID = slave_pos.
    ///
    /// ## Target
    ///
    /// mariadb-10.11
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_USE_GTID = no, MASTER_DEMOTE_TO_SLAVE = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_USE_GTID = slave_pos, MASTER_DEMOTE_TO_SLAVE = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MariaDB 10.11.19 server.
    DemoteWithoutSlavePos {
        name: "demote-without-slave-pos", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, options: [DemoteToReplica]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let Some(option) = change.statement.last(Name::DemoteToReplica) else { return };
    let is_asked = match &option.value {
        ChannelValue::Number(number) => number.integer().is_some_and(|value| value != 0),
        ChannelValue::Word(word) => word.word.is("TRUE"),
        _ => false,
    };
    let using = change.after.setting(Name::UseGtid);
    let other = using.filter(|using| using.is_word("NO") || using.is_word("CURRENT_POS")).map(|using| &using.place);
    let Some(place) = change.after.gtid_turned_off().or(other).filter(|_| is_asked) else { return };
    cx.report(option.span, format!("{} needs MASTER_USE_GTID = slave_pos", option.word()))
        .label("error 4191")
        .also(place, "this is something else")
        .help("add `MASTER_USE_GTID = slave_pos`");
}
