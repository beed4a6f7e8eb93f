use crate::ast::ChannelValue;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A list of ids has one twice, or a 0.
    ///
    /// ## What the server does
    ///
    /// It drops what is there twice. No server that replicates has the id 0. Both are mostly slips: another id was meant.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE MASTER TO IGNORE_SERVER_IDS = (11, 11, 12);
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER TO IGNORE_SERVER_IDS = (11, 12);
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    RepeatedId {
        name: "repeated-id", area: Style, severity: Advice, group: Default, since: "0.1.0",
        change: check, parts: [Ids]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    for option in &change.statement.options {
        let ChannelValue::Ids(ids) = &option.value else { continue };
        let mut seen = std::collections::BTreeMap::new();
        for id in ids {
            let Some(value) = id.integer() else { continue };
            if let Some(first) = seen.insert(value, id.span()) {
                cx.report(id.span(), "the id stands twice in the list")
                    .label("has no effect")
                    .also(first, "it is here");
            } else if value == 0 && option.name == Name::IgnoreServerIds {
                cx.report(id.span(), "no server that replicates has the id 0").label("has no effect");
            }
        }
    }
}
