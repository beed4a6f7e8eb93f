use crate::ast::{Grant, Granted};
use crate::model::AccountKey;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A role is granted to itself.
    ///
    /// ## What the server does
    ///
    /// Error 4027, on MariaDB 1961: roles must not go round in a circle.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// GRANT 'app_read' TO 'app_read';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// GRANT 'app_read' TO 'app'@'%';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MariaDB 10.11.19 servers.
    RoleGrantedToItself {
        name: "role-granted-to-itself", area: Account, severity: Error, group: Default, since: "0.1.0",
        grant: check, parts: [GrantedRoles]
    }
}

fn check(grant: &Grant<'_>, cx: &mut Context<'_>) {
    let Granted::Roles(roles) = &grant.what else { return };
    let roles: Vec<AccountKey> = roles.iter().filter_map(AccountKey::of_role).collect();
    for grantee in &grant.grantees {
        if AccountKey::of(&grantee.account.name).is_some_and(|key| roles.contains(&key)) {
            cx.report(grantee.account.span, "a role cannot be granted to itself").label("the role that is granted");
        }
    }
}
