use crate::ast::{Grant, Granted, PrivilegeName, Privileges};
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, StaticPrivilege};

declare_rule! {
    /// SUPER is granted, which is deprecated.
    ///
    /// ## What the server does
    ///
    /// MySQL 8.0 warns (1287). Each thing that SUPER allows has a privilege of its own: REPLICATION_SLAVE_ADMIN for channels,
    /// SYSTEM_VARIABLES_ADMIN for variables, CONNECTION_ADMIN for the connections of others.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// GRANT SUPER ON *.* TO 'failover'@'10.0.0.%';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// GRANT REPLICATION_SLAVE_ADMIN, SYSTEM_VARIABLES_ADMIN ON *.* TO 'failover'@'10.0.0.%';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; MySQL Reference Manual, Migrating Accounts from SUPER to Dynamic Privileges.
    SuperPrivilege {
        name: "super-privilege", area: Upgrade, severity: Advice, group: Upgrade, since: "0.1.0",
        grant: check, parts: [Super]
    }
}

fn check(grant: &Grant<'_>, cx: &mut Context<'_>) {
    let Granted::Privileges { privileges: Privileges::List(list), .. } = &grant.what else { return };
    let warning = cx.servers() & Behaviour::DeprecatesSuper.servers();
    for privilege in list {
        if privilege.name == PrivilegeName::Static(StaticPrivilege::Super) && !warning.is_empty() {
            cx.report(privilege.span, "SUPER is deprecated")
                .on(warning)
                .help("grant the dynamic privileges that are needed");
        }
    }
}
