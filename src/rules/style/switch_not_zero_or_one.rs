use crate::ast::ChannelValue;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::{Unit, ValueKind};

declare_rule! {
    /// A switch is given a number that is neither 0 nor 1.
    ///
    /// ## What the server does
    ///
    /// It takes any number but 0 as 1. A reader cannot tell what was meant.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_SSL = 2;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_SSL = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    SwitchNotZeroOrOne {
        name: "switch-not-zero-or-one", area: Style, severity: Warning, group: Default, since: "0.1.0",
        change: check, parts: [OddSwitch]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    for option in &change.statement.options {
        let ChannelValue::Number(number) = &option.value else { continue };
        let is_switch = matches!(option.name.facts().value, ValueKind::Switch | ValueKind::Demote);
        let has_range = || option.name.limits().any(|limit| limit.unit == Unit::Number);
        let is_plain = || !number.raw().contains(['.', 'e', 'E']);
        if is_switch && !has_range() && is_plain() && number.integer().is_some_and(|value| value > 1) {
            cx.report(number.span(), format!("{} is 0 or 1", option.word()))
                .label("taken as 1")
                .safe_fix(vec![(number.span(), "1".to_owned())]);
        }
    }
}
