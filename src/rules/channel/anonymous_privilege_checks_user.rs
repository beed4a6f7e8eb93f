use crate::ast::{AccountName, ChannelValue};
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// The account that PRIVILEGE_CHECKS_USER names has no user name.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 3925. To apply without checks: PRIVILEGE_CHECKS_USER = NULL.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO PRIVILEGE_CHECKS_USER = ''@'localhost';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO PRIVILEGE_CHECKS_USER = 'applier'@'localhost';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    AnonymousPrivilegeChecksUser { name: "anonymous-privilege-checks-user", area: Channel, severity: Error, group: Default, since: "0.1.0", change: check }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let Some(option) = change.statement.last(Name::PrivilegeChecksUser) else { return };
    let ChannelValue::Account(account) = &option.value else { return };
    let AccountName::Named { user, .. } = &account.name else { return };
    if user.value().is_some_and(|user| user.is_empty()) {
        cx.report(account.span, "PRIVILEGE_CHECKS_USER cannot be anonymous")
            .label("error 3925")
            .help("to apply without checks: `PRIVILEGE_CHECKS_USER = NULL`");
    }
}
