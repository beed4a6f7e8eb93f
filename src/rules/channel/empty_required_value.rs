use crate::model::NEVER_EMPTY;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// An option is emptied that cannot be empty.
    ///
    /// ## What the server does
    ///
    /// It refuses `SOURCE_HOST = ''` with error 1210 and `RELAY_LOG_FILE = ''` with error 1380. A channel is forgotten with RESET REPLICA
    /// ALL.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = '';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// RESET REPLICA ALL;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    EmptyRequiredValue {
        name: "empty-required-value", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, parts: [EmptyValue]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    for (name, errno) in NEVER_EMPTY {
        let Some(option) = change.statement.last(name) else { continue };
        if option.value.is_empty_text() {
            let message = format!("{} cannot be empty", option.word());
            let finding = cx.report(option.span, message).label(format!("error {errno}"));
            if name == Name::Host {
                finding.help("to forget the channel: RESET REPLICA ALL (RESET SLAVE ALL)");
            }
        }
    }
}
