use crate::ast::Grant;
use crate::model::AccountKey;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// An account that is no administrator's gets ALL on every database, from the network.
    ///
    /// ## What happens
    ///
    /// It can read and change every account, read files, stop the server and switch off its logs. An application needs the privileges of its own
    /// databases, a monitor PROCESS and REPLICATION CLIENT.
    ///
    /// Not reported: an account of the machine itself, root, a role, an account named after administrators, and replication accounts, of which
    /// `overprivileged-replication-account` tells.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// GRANT ALL PRIVILEGES ON *.* TO 'shop'@'%';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// GRANT SELECT, INSERT, UPDATE, DELETE ON shop.* TO 'shop'@'%';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Access Control and Account Management; CIS MySQL Benchmark.
    AllPrivilegesOnEverything {
        name: "all-privileges-on-everything", area: Account, severity: Warning, group: Default, since: "0.1.0",
        grant: check, parts: [Everything]
    }
}

/// Parts of the names that administrators give their accounts.
const ADMINISTRATORS: [&str; 6] = ["root", "admin", "dba", "sysop", "superuser", "operator"];

fn check(grant: &Grant<'_>, cx: &mut Context<'_>) {
    if !grant.what.is_everything() {
        return;
    }
    for grantee in &grant.grantees {
        let Some(key) = AccountKey::of(&grantee.account.name) else { continue };
        let name = key.user.to_ascii_lowercase();
        let is_administrator = ADMINISTRATORS.iter().any(|part| name.contains(part));
        let is_role = cx.run().role(&key).is_some();
        if is_administrator || is_role || key.is_local() || is_for_replication(&key, cx) {
            continue;
        }
        cx.report(grantee.account.span, "the account gets every privilege on every database")
            .label("from the network")
            .help("grant what it needs, on the databases that it uses");
    }
}

fn is_for_replication(key: &AccountKey, cx: &Context<'_>) -> bool {
    super::overprivileged_replication_account::is_for_replication(key, cx.run())
}
