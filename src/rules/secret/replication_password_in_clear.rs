use crate::ast::ChannelValue;
use crate::rules::redacted::is_redacted;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// The password of a replication account stands in the file.
    ///
    /// ## What happens
    ///
    /// Whoever can read the repository, its backups or its history can read everything that is replicated. Not reported: an empty password,
    /// a placeholder, `****`.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl', SOURCE_PASSWORD = 'oak-table-6';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl', SOURCE_PASSWORD = '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, CHANGE REPLICATION SOURCE TO Statement; the server's own note 1760.
    ReplicationPasswordInClear {
        name: "replication-password-in-clear", area: Secret, severity: Warning, group: Default, since: "0.1.0",
        change: check, options: [Password]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let Some(option) = change.statement.last(Name::Password) else { return };
    let ChannelValue::Secret(secret) = &option.value else { return };
    if secret.expose().value().is_some_and(|value| !value.is_empty()) && !is_redacted(secret) {
        cx.report(secret.span(), "the password of a replication account stands in the file")
            .help("let a template put it in, or give it at START REPLICA, and change it on the source");
    }
}
