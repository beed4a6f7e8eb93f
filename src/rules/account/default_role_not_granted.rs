use std::collections::BTreeSet;

use crate::ast::{Account, AccountStatement, AlterUserAction, Granted, Role, RoleSelection, Statement};
use crate::model::{AccountKey, GrantedPrivileges};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A role becomes the default of an account that was not granted it.
    ///
    /// ## What the server does
    ///
    /// Error 3530. Reported for accounts that the script creates: what others have is not known.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE ROLE 'app_read';
    /// CREATE USER 'app'@'10.0.0.%' IDENTIFIED BY '${APP_PASSWORD}';
    /// SET DEFAULT ROLE 'app_read' TO 'app'@'10.0.0.%';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE ROLE 'app_read';
    /// CREATE USER 'app'@'10.0.0.%' IDENTIFIED BY '${APP_PASSWORD}';
    /// GRANT 'app_read' TO 'app'@'10.0.0.%';
    /// SET DEFAULT ROLE 'app_read' TO 'app'@'10.0.0.%';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    DefaultRoleNotGranted {
        name: "default-role-not-granted", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [DefaultRoles]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let (selection, accounts): (&RoleSelection<'_>, Vec<&Account<'_>>) = match statement {
        Statement::Account(AccountStatement::SetDefaultRole(it)) => (&it.roles, it.accounts.iter().collect()),
        Statement::Account(AccountStatement::AlterUser(it)) => match &it.action {
            AlterUserAction::DefaultRole { account, roles } => (roles, vec![account]),
            _ => return,
        },
        _ => return,
    };
    let RoleSelection::Roles(roles) = selection else { return };
    for account in accounts {
        let Some(known) = AccountKey::of(&account.name).and_then(|key| cx.run().account(&key)) else { continue };
        let Some(created) = known.created_and_wholly_known().cloned() else { continue };
        let roles_of = |grant: &'_ GrantedPrivileges| match &grant.what {
            Granted::Roles(roles) => roles.iter().map(AccountKey::of_role).collect(),
            _ => Vec::new(),
        };
        let given: BTreeSet<Option<AccountKey>> = known.grants().flat_map(roles_of).collect();
        // A name that is not in the text may be any.
        let has = |role: &Role<'_>| {
            let key = AccountKey::of_role(role);
            given.contains(&None) || given.contains(&key) || (key.is_none() && !given.is_empty())
        };
        let missing: Vec<_> = roles.iter().filter(|role| !has(role)).map(|role| role.span).collect();
        for span in missing {
            cx.report(span, "the role was not granted to the account")
                .label("refused")
                .also(account.span, "this account")
                .also(&created, "created here")
                .help("grant the role first");
        }
    }
}
