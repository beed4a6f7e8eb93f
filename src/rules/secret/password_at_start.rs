use crate::ast::{ReplicationStatement, Statement};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// START REPLICA gives a password in clear.
    ///
    /// ## What happens
    ///
    /// A password at START REPLICA is not stored on the replica, which is why it stands there. In a file it is as readable as anywhere
    /// else.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// START REPLICA USER = 'repl' PASSWORD = 'oak-table-6';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// START REPLICA USER = 'repl' PASSWORD = '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, START REPLICA Statement.
    PasswordAtStart { name: "password-at-start", area: Secret, severity: Advice, group: Strict, since: "0.1.0", statement: check }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let Statement::Replication(ReplicationStatement::Start(start)) = statement else { return };
    let Some(password) = &start.password else { return };
    if password.expose().value().is_some_and(|value| !value.is_empty()) {
        cx.report(password.span(), "the password of START REPLICA stands in the file").help("let a template put it in");
    }
}
