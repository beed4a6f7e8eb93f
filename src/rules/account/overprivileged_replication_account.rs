use crate::model::{Account, AccountKey, GrantedPrivileges, Run};
use crate::rules::{Context, declare_rule};
use crate::server::StaticPrivilege;

declare_rule! {
    /// A replication account has ALL or SUPER.
    ///
    /// ## What happens
    ///
    /// A replica's account needs REPLICATION SLAVE. Its password is stored in clear on every replica: whoever reads it there has the whole source.
    ///
    /// An account is taken for one if a channel of the script uses it, or if its name says so: `repl`, `replica_2`, `slave_user`.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL;
    /// GRANT ALL ON *.* TO 'repl'@'10.0.0.%';
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
    /// MySQL Reference Manual, Creating a User for Replication.
    OverprivilegedReplicationAccount { name: "overprivileged-replication-account", area: Account, severity: Warning, group: Default, since: "0.1.0", account: check }
}

fn check(account: &Account, cx: &mut Context<'_>) {
    let too_much = |grant: &GrantedPrivileges| match &grant.what {
        what if what.is_everything() => Some("every privilege"),
        what if what.names(StaticPrivilege::Super) => Some("SUPER"),
        _ => None,
    };
    // Few have too much; what they are for is looked up only then.
    let has_too_much = account.grants().any(|grant| too_much(grant).is_some());
    if !has_too_much || account.key().user.eq_ignore_ascii_case("root") || !is_for_replication(account.key(), cx.run())
    {
        return;
    }
    for grant in account.grants() {
        let Some(what) = too_much(grant) else { continue };
        cx.report(&grant.place, format!("a replication account has {what}"))
            .label("REPLICATION SLAVE is enough")
            .help("grant REPLICATION SLAVE on *.*, and nothing else");
    }
}

/// Whether a channel of the run uses an account, or its name says that it is for one.
pub(super) fn is_for_replication(key: &AccountKey, run: &Run) -> bool {
    const PREFIXES: [&str; 2] = ["repl", "slave"];
    let name = key.user.to_ascii_lowercase();
    let says_so = name.split(['_', '-', '.']).any(|part| PREFIXES.iter().any(|prefix| part.starts_with(prefix)));
    says_so || run.has_channels_of(&key.user)
}
