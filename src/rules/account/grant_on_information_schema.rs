use crate::ast::{Grant, Granted, PrivilegeLevel};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// Privileges are granted on information_schema.
    ///
    /// ## What the server does
    ///
    /// Error 1044 for everybody. Each account sees there what it has privileges on.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// GRANT SELECT ON information_schema.* TO 'monitor'@'10.0.0.%';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// GRANT PROCESS ON *.* TO 'monitor'@'10.0.0.%';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24, MariaDB 10.11.19 servers.
    GrantOnInformationSchema {
        name: "grant-on-information-schema", area: Account, severity: Error, group: Default, since: "0.1.0",
        grant: check, parts: [OddObject]
    }
}

fn check(grant: &Grant<'_>, cx: &mut Context<'_>) {
    let Granted::Privileges { on, .. } = &grant.what else { return };
    let (PrivilegeLevel::Database(database) | PrivilegeLevel::QualifiedObject { database, .. }) = &on.level else {
        return;
    };
    if database.value().is_some_and(|name| name.eq_ignore_ascii_case("information_schema")) {
        cx.report(on.span, "nothing can be granted on information_schema")
            .label("error 1044")
            .help("leave it out: everybody sees there what they have privileges on");
    }
}
