use crate::ast::{Grant, Granted, PrivilegeLevel};
use crate::rules::{Context, declare_rule};
use crate::server::AccountLimit;

declare_rule! {
    /// Privileges are granted on a database or table by a name that none can have.
    ///
    /// ## What the server does
    ///
    /// A name has 1 to 64 characters: error 1059 or 1102, on MariaDB 1103, where it may also be empty.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// GRANT SELECT ON `a_database_that_is_named_after_the_department_and_the_project_and_the_year`.* TO 'app'@'10.0.0.%';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// GRANT SELECT ON `reports_2026`.* TO 'app'@'10.0.0.%';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MariaDB 10.11.19 and 11.8.9 servers; MySQL Reference Manual, Identifier Length Limits.
    ObjectNameImpossible {
        name: "object-name-impossible", area: Account, severity: Error, group: Default, since: "0.1.0",
        grant: check, parts: [OddObject]
    }
}

fn check(grant: &Grant<'_>, cx: &mut Context<'_>) {
    let Granted::Privileges { on, .. } = &grant.what else { return };
    let names = match &on.level {
        PrivilegeLevel::Object(object) => vec![object],
        PrivilegeLevel::QualifiedObject { database, object } => vec![database, object],
        // A pattern may have more characters than what it matches.
        PrivilegeLevel::Database(database) if !database.raw().contains(&b'\\') => vec![database],
        _ => return,
    };
    for name in names {
        let Some(value) = name.value() else { continue };
        if let Some((refusing, facts)) = AccountLimit::ObjectName.refusing(value.chars().count() as u64, cx.servers()) {
            let message = format!("a name has {} to {} {}", facts.least, facts.most, facts.unit);
            cx.report(name.span(), message).on(refusing).label("refused");
        }
    }
}
