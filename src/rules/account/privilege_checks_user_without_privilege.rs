use crate::ast::{ChannelValue, Granted, PrivilegeName, Privileges};
use crate::model::{AccountKey, Channel, GrantedPrivileges};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// The account that applies what is replicated has no REPLICATION_APPLIER.
    ///
    /// ## What the server does
    ///
    /// The applier of the channel stops with error 13496: "this user does not have REPLICATION_APPLIER privilege". The CHANGE is taken.
    ///
    /// Reported where the script creates the account, and gives it neither the privilege, nor ALL, nor a role, before the channel is started.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'applier'@'localhost' IDENTIFIED BY '${APPLIER_PASSWORD}';
    /// GRANT INSERT, UPDATE, DELETE ON app.* TO 'applier'@'localhost';
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, PRIVILEGE_CHECKS_USER = 'applier'@'localhost';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'applier'@'localhost' IDENTIFIED BY '${APPLIER_PASSWORD}';
    /// GRANT REPLICATION_APPLIER ON *.* TO 'applier'@'localhost';
    /// GRANT INSERT, UPDATE, DELETE ON app.* TO 'applier'@'localhost';
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, PRIVILEGE_CHECKS_USER = 'applier'@'localhost';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; MySQL Reference Manual, Replication Privilege Checks.
    PrivilegeChecksUserWithoutPrivilege {
        name: "privilege-checks-user-without-privilege", area: Account, severity: Error, group: Default, since: "0.1.0",
        channel: check, options: [PrivilegeChecksUser]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(setting) = channel.setting(Name::PrivilegeChecksUser) else { return };
    let ChannelValue::Account(name) = &setting.value else { return };
    let Some(account) = AccountKey::of(&name.name).and_then(|key| cx.run().account(&key)) else { return };
    let Some(created) = account.created_and_wholly_known() else { return };
    if account.has_roles() || account.grants().any(gives) {
        return;
    }
    cx.report(setting, "the account that applies what is replicated has no REPLICATION_APPLIER: error 13496")
        .label("the applier stops")
        .also(created, "the account is created here")
        .help("write `GRANT REPLICATION_APPLIER ON *.*` for the account");
}

fn gives(grant: &GrantedPrivileges) -> bool {
    let Granted::Privileges { privileges: Privileges::List(list), .. } = &grant.what else {
        return grant.what.is_everything();
    };
    list.iter().any(|privilege| match &privilege.name {
        PrivilegeName::Dynamic(name) => {
            name.value().is_none_or(|name| name.eq_ignore_ascii_case("REPLICATION_APPLIER"))
        }
        _ => false,
    })
}
