use super::account_password_in_clear::password;
use crate::model::{Account, Place};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// The password of a replication account stands in the file that creates it.
    ///
    /// ## What happens
    ///
    /// Whoever can read the repository, its backups or its history can read everything that is replicated. Not reported: an empty password, a
    /// placeholder.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY 'oak-table-6' REQUIRE SSL;
    /// GRANT REPLICATION SLAVE ON *.* TO 'repl'@'10.0.0.%';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL;
    /// GRANT REPLICATION SLAVE ON *.* TO 'repl'@'10.0.0.%';
    /// ```
    ///
    /// ## Source
    ///
    /// CWE-798; MySQL Reference Manual, Creating a User for Replication.
    ReplicationAccountPasswordInClear { name: "replication-account-password-in-clear", area: Secret, severity: Warning, group: Default, since: "0.1.0", account: check }
}

fn check(account: &Account, cx: &mut Context<'_>) {
    let Some(grant) = account.named_replication_grant() else { return };
    if let Some((span, place)) = password(account) {
        let at = Place::new(&place.origin, span);
        cx.report(&at, "the password of a replication account stands in the file")
            .also(&grant.place, "for replication")
            .help("let a template put it in");
    }
}
