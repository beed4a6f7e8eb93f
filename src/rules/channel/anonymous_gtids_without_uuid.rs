use crate::ast::ChannelValue;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// ASSIGN_GTIDS_TO_ANONYMOUS_TRANSACTIONS is given a text that is no UUID.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1525. A UUID has 32 hexadecimal digits in five groups with `-` between them; OFF and LOCAL are
    /// words, without quotes.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO ASSIGN_GTIDS_TO_ANONYMOUS_TRANSACTIONS = 'OFF';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO ASSIGN_GTIDS_TO_ANONYMOUS_TRANSACTIONS = OFF;
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO ASSIGN_GTIDS_TO_ANONYMOUS_TRANSACTIONS = '3c0f5f5e-8f3c-11ee-b9d1-0242ac120002';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    AnonymousGtidsWithoutUuid {
        name: "anonymous-gtids-without-uuid", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, options: [AssignGtidsToAnonymousTransactions]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let Some(option) = change.statement.last(Name::AssignGtidsToAnonymousTransactions) else { return };
    let ChannelValue::Text(text) = &option.value else { return };
    let Some(value) = text.value().filter(|value| !is_uuid(value)) else { return };
    let finding = cx.report(text.span(), "the text is no UUID").label("error 1525");
    if let Some(word) = ["OFF", "LOCAL"].into_iter().find(|word| value.eq_ignore_ascii_case(word)) {
        finding.help("write the word without quotes").unsafe_fix(vec![(text.span(), word.to_owned())]);
    }
}

fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
