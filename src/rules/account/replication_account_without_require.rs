use crate::ast::Requirement;
use crate::model::{Account, Known};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A replication account may log in without TLS.
    ///
    /// ## What happens
    ///
    /// A replica that is set up without TLS, or one that someone else sets up, is let in: everything that is replicated crosses the network in
    /// clear text. That the replica asks for TLS does not help; only REQUIRE at the source makes it certain.
    ///
    /// Not reported: an account of the machine itself, and one that the script does not create.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY '${REPLICATION_PASSWORD}';
    /// GRANT REPLICATION SLAVE ON *.* TO 'repl'@'10.0.0.%';
    /// ```
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE NONE;
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
    /// MySQL Reference Manual, Setting Up Replication to Use Encrypted Connections.
    ReplicationAccountWithoutRequire { name: "replication-account-without-require", area: Account, severity: Warning, group: Default, since: "0.1.0", account: check }
}

fn check(account: &Account, cx: &mut Context<'_>) {
    let Some(grant) = account.named_replication_grant() else { return };
    let is_locked = matches!(account.locked(), Known::Given(true, _));
    if account.key().is_local() || is_locked {
        return;
    }
    match account.require() {
        Known::Given(Requirement::Nothing, place) => {
            let finding = cx.report(place, "a replication account may log in without TLS");
            finding.label("this says so").also(&grant.place, "for replication");
            finding.help("write `REQUIRE SSL`").unsafe_fix(vec![(place.span, "REQUIRE SSL".to_owned())]);
        }
        Known::Unset => {
            let Some(created) = account.created() else { return };
            cx.report(created, "a replication account may log in without TLS")
                .label("without REQUIRE")
                .also(&grant.place, "for replication")
                .help("add `REQUIRE SSL`");
        }
        _ => {}
    }
}
