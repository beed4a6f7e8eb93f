use std::collections::BTreeMap;

use crate::ast::{AccountStatement, Statement};
use crate::model::AccountKey;
use crate::rules::{Context, declare_rule};
use crate::server::Behaviour;
use crate::source::Span;

declare_rule! {
    /// An account is created that the script has created already.
    ///
    /// ## What the server does
    ///
    /// Error 1396. MySQL 8.0 then creates none of the accounts of the statement; older servers and MariaDB create the others. On MySQL 8.0 a role
    /// is an account too. An account is the same if user and host are, the host in any letter case.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}';
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}' REQUIRE SSL;
    /// ```
    ///
    /// ```sql
    /// CREATE USER 'app'@'db1.example.com', 'app'@'DB1.example.com' IDENTIFIED BY '${APP_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}';
    /// ALTER USER 'app'@'%' REQUIRE SSL;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    AccountCreatedTwice {
        name: "account-created-twice", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [NewAccount, NewRole]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let Statement::Account(statement) = statement else { return };
    let (users, roles) = match statement {
        AccountStatement::CreateUser(it) if it.if_not_exists.is_none() && it.or_replace.is_none() => {
            (&it.users[..], &[][..])
        }
        AccountStatement::CreateRole(it) if it.if_not_exists.is_none() && it.or_replace.is_none() => {
            (&[][..], &it.roles[..])
        }
        _ => return,
    };
    let is_list = users.len() + roles.len() > 1;
    let users = users.iter().map(|user| (user.account.span, AccountKey::of(&user.account.name)));
    let named = users.chain(roles.iter().map(|role| (role.span, AccountKey::of_role(role))));
    let is_role = matches!(statement, AccountStatement::CreateRole(_));
    let mut seen: BTreeMap<AccountKey, Span> = BTreeMap::new();
    for (span, key) in named {
        let Some(key) = key else { continue };
        let one_namespace = Behaviour::RoleIsAccount.servers();
        let account = cx.run().account(&key).and_then(|account| account.created());
        let role = cx.run().role(&key);
        let (same, other) = if is_role { (role, account) } else { (account, role) };
        if let Some(first) = seen.get(&key) {
            let first = *first;
            cx.report(span, "the account is in the list twice").label("again").also(first, "first here");
        } else if let Some(place) = same {
            let place = place.clone();
            cx.report(span, "the account was created already").label("error 1396").also(&place, "it was created");
        } else if let Some(place) = other {
            let place = place.clone();
            cx.report(span, "an account of this name was created already, and a role is one")
                .on(one_namespace)
                .label("error 1396")
                .also(&place, "it was created");
        }
        if is_list {
            seen.insert(key, span);
        }
    }
}
