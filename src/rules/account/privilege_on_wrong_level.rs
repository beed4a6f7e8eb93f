use crate::ast::{
    GrantObject, Granted, ObjectKind, PrivilegeLevel, PrivilegeName, PrivilegeStatement, Privileges, Statement,
};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A privilege is granted where it does not exist.
    ///
    /// ## What the server does
    ///
    /// REPLICATION SLAVE and its kind are privileges of the whole server: on a database error 1221, on a table or a routine 1144. EVENT and LOCK
    /// TABLES end at databases, EXECUTE is one of routines, columns go with a table. A dynamic privilege of MySQL 8.0 stands on `*.*`: 3619.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// GRANT REPLICATION SLAVE ON app.* TO 'repl'@'10.0.0.%';
    /// ```
    ///
    /// ```sql
    /// GRANT EVENT ON app.orders TO 'app'@'10.0.0.%';
    /// ```
    ///
    /// ```sql
    /// GRANT BACKUP_ADMIN ON app.* TO 'app'@'10.0.0.%';
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
    /// MySQL 9.7.4, MySQL 5.6.24, MariaDB 10.11.19 servers.
    PrivilegeOnWrongLevel {
        name: "privilege-on-wrong-level", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [PlacedPrivilege]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let what = match statement {
        Statement::Privilege(PrivilegeStatement::Grant(it)) => &it.what,
        Statement::Privilege(PrivilegeStatement::Revoke(it)) => &it.what,
        _ => return,
    };
    let Granted::Privileges { privileges, on } = what else { return };
    let level = level(on);
    if level == Level::NoRoutine {
        cx.report(on.span, "a routine is named by its database and its name").label("error 1144");
        return;
    }
    let Privileges::List(list) = privileges else { return };
    let all_are_global = list.iter().all(|privilege| is_global(&privilege.name));
    for privilege in list {
        let exists = match &privilege.name {
            PrivilegeName::Dynamic(_) => level == Level::Global,
            PrivilegeName::Static(name) => match level {
                Level::Global => true,
                Level::Database => name.facts().database,
                Level::Table => name.facts().table,
                Level::Routine | Level::NoRoutine => name.facts().routine,
            },
        };
        if !exists {
            let (message, label) = message(level, is_global(&privilege.name), &privilege.name);
            let finding = cx.report(privilege.span, message).label(label);
            finding.also(on.span, "granted on this");
            if all_are_global && on.kind.is_none() {
                finding.help("grant it ON *.*").unsafe_fix(vec![(on.span, "*.*".to_owned())]);
            }
            return;
        }
        if !privilege.columns.is_empty() && level != Level::Table {
            cx.report(privilege.span, "columns go with the privileges of one table")
                .label("error 1144")
                .also(on.span, "granted on this");
            return;
        }
    }
}

/// Where a GRANT holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Global,
    Database,
    Table,
    Routine,
    /// A routine is said, and none is named.
    NoRoutine,
}

fn level(on: &GrantObject<'_>) -> Level {
    let is_routine = !matches!(on.kind, None | Some(ObjectKind::Table));
    match on.level {
        PrivilegeLevel::Object(_) | PrivilegeLevel::QualifiedObject { .. } if is_routine => Level::Routine,
        _ if is_routine => Level::NoRoutine,
        PrivilegeLevel::Global => Level::Global,
        PrivilegeLevel::Database(_) | PrivilegeLevel::DefaultDatabase => Level::Database,
        PrivilegeLevel::Object(_) | PrivilegeLevel::QualifiedObject { .. } => Level::Table,
    }
}

fn is_global(name: &PrivilegeName<'_>) -> bool {
    match name {
        PrivilegeName::Dynamic(_) => true,
        PrivilegeName::Static(name) => {
            let facts = name.facts();
            !facts.database && !facts.table && !facts.routine
        }
    }
}

fn message(level: Level, is_global: bool, name: &PrivilegeName<'_>) -> (String, &'static str) {
    let phrase = match name {
        PrivilegeName::Static(name) => name.phrase(),
        PrivilegeName::Dynamic(_) => return ("a dynamic privilege exists on *.* only".to_owned(), "error 3619"),
    };
    let error = if level == Level::Database { "error 1221" } else { "error 1144" };
    let where_to = match level {
        _ if is_global => "exists on *.* only",
        Level::Table => "is no privilege of a table",
        Level::Routine | Level::NoRoutine => "is no privilege of a routine",
        Level::Database | Level::Global => "is no privilege of a database",
    };
    (format!("{phrase} {where_to}"), error)
}
