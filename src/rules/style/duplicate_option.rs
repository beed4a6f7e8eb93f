use crate::ast::{ChannelOption, ChannelValue};
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// An option is given twice in one statement.
    ///
    /// ## What the server does
    ///
    /// The last one wins, without a word. `MASTER_PORT` and `SOURCE_PORT` are one option. Lists of ids are put together instead, and MariaDB refuses
    /// a second MASTER_USE_GTID (duplicate-use-gtid).
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_PORT = 3306, SOURCE_DELAY = 60, SOURCE_PORT = 3307;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_DELAY = 60, SOURCE_PORT = 3307;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    DuplicateOption {
        name: "duplicate-option", area: Style, severity: Warning, group: Default, since: "0.1.0",
        change: check, parts: [TwiceGiven]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let options = &change.statement.options;
    let adds_up =
        |option: &ChannelOption<'_>| option.name == Name::UseGtid || matches!(option.value, ChannelValue::Ids(_));
    for (at, option) in options.iter().enumerate().filter(|(_, option)| !adds_up(option)) {
        let Some(winner) = options[at + 1..].iter().rfind(|later| later.name == option.name) else { continue };
        let next = options[at + 1].span.start;
        let gone = crate::source::Span::new(option.span.start, next);
        cx.report(option.span, "the option is given again, and the last one wins")
            .label("has no effect")
            .also(winner.span, "this one counts")
            .help("leave the first one out")
            .safe_fix(vec![(gone, String::new())]);
    }
}
