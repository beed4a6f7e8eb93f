use crate::ast::ChannelValue;
use crate::model::AccountKey;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName;

declare_rule! {
    /// PRIVILEGE_CHECKS_USER is an account without a user name.
    ///
    /// ## What the server does
    ///
    /// Error 3925. What is replicated is applied with the privileges of this account, so it must be somebody.
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
    /// MySQL Reference Manual, CHANGE REPLICATION SOURCE TO Statement; MySQL 9.7.4 server.
    AnonymousPrivilegeChecksUser {
        name: "anonymous-privilege-checks-user", area: Account, severity: Error, group: Default, since: "0.1.0",
        change: check, options: [PrivilegeChecksUser]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let Some(option) = change.statement.last(ChannelOptionName::PrivilegeChecksUser) else { return };
    let ChannelValue::Account(account) = &option.value else { return };
    if AccountKey::of(&account.name).is_some_and(|key| key.user.is_empty()) {
        cx.report(account.span, "an account without a user name cannot apply what is replicated").label("error 3925");
    }
}
