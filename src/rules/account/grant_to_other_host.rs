use crate::ast::Grant;
use crate::model::AccountKey;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A GRANT names a host that the account was not created with.
    ///
    /// ## What the server does
    ///
    /// `'app'@'localhost'` and `'app'@'%'` are two accounts. MySQL 8.0 refuses the GRANT with error 1410; older servers and MariaDB without
    /// NO_AUTO_CREATE_USER make a second account, without a password.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'localhost' IDENTIFIED BY '${APP_PASSWORD}';
    /// GRANT SELECT ON app.* TO 'app'@'%';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}';
    /// GRANT SELECT ON app.* TO 'app'@'%';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and 5.6.24 servers.
    GrantToOtherHost { name: "grant-to-other-host", area: Account, severity: Error, group: Default, since: "0.1.0", grant: check }
}

fn check(grant: &Grant<'_>, cx: &mut Context<'_>) {
    for grantee in &grant.grantees {
        if grantee.identification.is_some() || cx.run().account_of(&grantee.account.name).is_some() {
            continue;
        }
        let Some(key) = AccountKey::of(&grantee.account.name) else { continue };
        // root@localhost is there from the beginning.
        let is_known = cx.run().role(&key).is_some() || key.user == "root";
        if is_known || cx.run().dropped(&key).is_some() {
            continue;
        }
        let created = cx.run().accounts_of(&key.user).find_map(|account| account.created().cloned());
        if let Some(created) = created {
            cx.report(grantee.account.span, "no account of this name was created for this host")
                .label("another account")
                .also(&created, "it was created here")
                .help("use the same host in both");
        }
    }
}
