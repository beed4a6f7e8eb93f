use crate::ast::ReplicationStatement;
use crate::rules::redacted::is_redacted;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// The password of START REPLICA stands in the file.
    ///
    /// ## What happens
    ///
    /// It is there so that the password is not stored on the replica; in a file it is stored again. Whoever can read the file can read everything
    /// that is replicated.
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
    /// CWE-798; MySQL Reference Manual, START REPLICA Statement.
    StartPasswordInClear {
        name: "start-password-in-clear", area: Secret, severity: Warning, group: Default, since: "0.1.0",
        replication: check, parts: [StartCredentials]
    }
}

fn check(statement: &ReplicationStatement<'_>, cx: &mut Context<'_>) {
    let ReplicationStatement::Start(start) = statement else { return };
    let Some(secret) = &start.password else { return };
    if secret.expose().value().is_some_and(|value| !value.is_empty()) && !is_redacted(secret) {
        cx.report(secret.span(), "the password of a replication account stands in the file")
            .help("let a template put it in, or type it");
    }
}
