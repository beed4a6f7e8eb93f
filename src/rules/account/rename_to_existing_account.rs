use crate::ast::{AccountStatement, Statement};
use crate::model::AccountKey;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// An account is renamed to one that there is.
    ///
    /// ## What the server does
    ///
    /// Error 1396. The pairs are taken one after the other: a name is free only behind the pair that gives it up.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}';
    /// RENAME USER 'old_app'@'%' TO 'app'@'%';
    /// ```
    ///
    /// ```sql
    /// RENAME USER 'app'@'%' TO 'app'@'%';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}';
    /// RENAME USER 'app'@'%' TO 'old_app'@'%', 'new_app'@'%' TO 'app'@'%';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers.
    RenameToExistingAccount {
        name: "rename-to-existing-account", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [Rename]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let Statement::Account(AccountStatement::RenameUser(it)) = statement else { return };
    let mut gone = Vec::new();
    for rename in &it.renames {
        let (Some(from), Some(to)) = (AccountKey::of(&rename.from.name), AccountKey::of(&rename.to.name)) else {
            continue;
        };
        let created = cx.run().account(&to).and_then(|account| account.created()).cloned();
        if from == to {
            cx.report(rename.to.span, "both names are the same account").label("error 1396");
        } else if let Some(created) = created.filter(|_| !gone.contains(&to)) {
            cx.report(rename.to.span, "an account of this name was created already")
                .label("error 1396")
                .also(&created, "here");
        }
        gone.push(from);
    }
}
