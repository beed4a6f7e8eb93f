use crate::ast::ChannelValue;
use crate::model::Setting;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// Options about GTIDs do not fit together.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement. GTID_ONLY = 1 needs SOURCE_AUTO_POSITION = 1 and REQUIRE_ROW_FORMAT = 1 (errors 4065, 4066, 4067),
    /// SOURCE_CONNECTION_AUTO_FAILOVER = 1 needs SOURCE_AUTO_POSITION = 1 (3991, 3993), and ASSIGN_GTIDS_TO_ANONYMOUS_TRANSACTIONS excludes
    /// it (4014). What the channel has from earlier statements counts. Whether gtid_mode fits is not known here.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, GTID_ONLY = 1, SOURCE_AUTO_POSITION = 1;
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO ASSIGN_GTIDS_TO_ANONYMOUS_TRANSACTIONS = LOCAL, SOURCE_AUTO_POSITION = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, GTID_ONLY = 1, SOURCE_AUTO_POSITION = 1, REQUIRE_ROW_FORMAT = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    GtidOptionConflict {
        name: "gtid-option-conflict", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, options: [GtidOnly, ConnectionAutoFailover, AssignGtidsToAnonymousTransactions]
    }
}

/// What needs which switch, and the errors: it is asked for without it, the switch is taken away.
const NEEDS: [(Name, Name, u16, u16); 3] = [
    (Name::GtidOnly, Name::AutoPosition, 4065, 4067),
    (Name::GtidOnly, Name::RequireRowFormat, 4065, 4066),
    (Name::ConnectionAutoFailover, Name::AutoPosition, 3991, 3993),
];

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let (statement, after) = (change.statement, change.after);
    let word = |name: Name| statement.spelling.word_of(name);
    let names = |name: Name| statement.last(name).is_some();
    let mut missing: Vec<(Name, &Setting, u16, Name)> = Vec::new();
    for (option, needed, asked, taken) in NEEDS {
        let (on, need) = (after.switch(option), after.switch(needed));
        let Some(setting) = on.setting.filter(|_| on.on.intersects(need.off)) else { continue };
        match (names(option), names(needed), need.setting) {
            (false, true, Some(off)) => missing.push((needed, off, taken, option)),
            (true, ..) if missing.iter().all(|(_, other, ..)| *other != setting) => {
                missing.push((option, setting, asked, needed))
            }
            _ => {}
        }
    }
    for (option, setting, errno, other) in missing {
        let message = if errno == 4065 || errno == 3991 {
            format!("{} = 1 needs {} = 1", word(option), word(other))
        } else {
            format!("{} = 0 does not go with {} = 1", word(option), word(other))
        };
        cx.report(setting, message).label(format!("error {errno}"));
    }
    let assigned = after.setting(Name::AssignGtidsToAnonymousTransactions).filter(|setting| assigns(setting));
    for switch in [Name::AutoPosition, Name::GtidOnly] {
        let excluded = after.switch(switch);
        let (Some(assigned), Some(on), false) = (assigned, excluded.setting, excluded.on.is_empty()) else { continue };
        if names(Name::AssignGtidsToAnonymousTransactions) || names(switch) {
            let message = format!("{} excludes {} = 1", word(assigned.option), word(switch));
            cx.report(assigned, message).label("error 4014 or 4065").also(on, "it is on here");
            return;
        }
    }
}

/// Whether it gives GTIDs: anything but OFF does.
fn assigns(setting: &Setting) -> bool {
    match &setting.value {
        ChannelValue::Word(word) => !word.word.is("OFF"),
        ChannelValue::Text(_) => true,
        _ => false,
    }
}
