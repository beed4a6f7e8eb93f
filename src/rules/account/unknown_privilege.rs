use crate::ast::{Grant, Granted, PrivilegeLevel, PrivilegeName, Privileges};
use crate::rules::{Context, declare_rule};
use crate::server::DynamicPrivilege;

declare_rule! {
    /// A privilege is granted that the server does not know.
    ///
    /// ## What the server does
    ///
    /// Error 1149, for a name that is a privilege of other releases or a known one misspelt: MySQL 8.0 reads any name there and looks it up.
    /// Privileges of words keep their blanks: `REPLICATION SLAVE`. A name that resembles none may belong to a component and is not reported.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// GRANT REPLICATION_SLAVE ON *.* TO 'repl'@'10.0.0.%';
    /// ```
    ///
    /// ```sql
    /// GRANT SET_ANY_DEFINER ON *.* TO 'app'@'10.0.0.%';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// GRANT REPLICATION SLAVE ON *.* TO 'repl'@'10.0.0.%';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; MySQL Reference Manual, Privileges Provided by MySQL.
    UnknownPrivilege {
        name: "unknown-privilege", area: Account, severity: Error, group: Default, since: "0.1.0",
        grant: check, parts: [DynamicPrivilege]
    }
}

fn check(grant: &Grant<'_>, cx: &mut Context<'_>) {
    let Granted::Privileges { privileges: Privileges::List(list), on } = &grant.what else { return };
    if on.level != PrivilegeLevel::Global {
        return;
    }
    for privilege in list {
        let PrivilegeName::Dynamic(name) = &privilege.name else { continue };
        let Some(value) = name.value() else { continue };
        if let Some(known) = DynamicPrivilege::of_name(&value) {
            let missing = cx.servers() - known.servers;
            if !missing.is_empty() {
                cx.report(privilege.span, format!("the privilege {} is not known", known.name))
                    .on(missing)
                    .label("error 1149");
            }
        } else if let Some(near) = DynamicPrivilege::near(&value) {
            cx.report(privilege.span, "no privilege of this name is known")
                .label("error 1149")
                .help(format!("did you mean {near}?"))
                .unsafe_fix(vec![(name.span(), near.to_owned())]);
        }
    }
}
