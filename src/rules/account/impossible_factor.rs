use crate::ast::{
    AccountChange, AccountStatement, AlterUserAction, AlterUserSpecification, Identification, IdentifiedBy, Statement,
};
use crate::model::AccountKey;
use crate::rules::{Context, declare_rule};
use crate::server::AuthPlugin;

declare_rule! {
    /// An authentication factor is named that cannot be.
    ///
    /// ## What the server does
    ///
    /// There are a first, a second and a third factor: another number is error 1525. The third is added after the second (4062), none twice (4063),
    /// and only what is there is changed (4057). A plugin that stores a password, such as `caching_sha2_password`, is a first factor only (4052).
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'10.0.0.%' IDENTIFIED BY '${APP_PASSWORD}' AND IDENTIFIED WITH caching_sha2_password BY '${OTHER_PASSWORD}';
    /// ```
    ///
    /// ```sql
    /// ALTER USER 'app'@'10.0.0.%' ADD 3 FACTOR IDENTIFIED WITH authentication_webauthn ADD 2 FACTOR IDENTIFIED WITH authentication_ldap_simple;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'10.0.0.%' IDENTIFIED BY '${APP_PASSWORD}' AND IDENTIFIED WITH authentication_webauthn;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    ImpossibleFactor {
        name: "impossible-factor", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [Factor]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    match statement {
        Statement::Account(AccountStatement::CreateUser(it)) => {
            it.users.iter().flat_map(|user| &user.more_factors).for_each(|factor| first_only(factor, cx));
        }
        Statement::Account(AccountStatement::AlterUser(it)) => match &it.action {
            AlterUserAction::Users { users, .. } => users.iter().for_each(|user| alter(user, cx)),
            AlterUserAction::Registration { account: Some(account), factor, .. } => {
                let had = AccountKey::of(&account.name).and_then(|key| cx.run().account(&key)?.factors());
                if had
                    .is_some_and(|had| factor.integer().is_some_and(|factor| (2..=3).contains(&factor) && factor > had))
                {
                    cx.report(factor.span(), "the account has no such factor").label("error 4057");
                }
            }
            _ => {}
        },
        _ => {}
    }
}

fn alter(user: &AlterUserSpecification<'_>, cx: &mut Context<'_>) {
    let (factors, adds) = match &user.change {
        AccountChange::AddFactors(factors) => (factors, true),
        AccountChange::ModifyFactors(factors) | AccountChange::DropFactors(factors) => (factors, false),
        _ => return,
    };
    let had = AccountKey::of(&user.account.name).and_then(|key| cx.run().account(&key)?.factors());
    let mut seen = Vec::new();
    for factor in factors {
        let span = factor.number.span();
        let Some(number) = factor.number.integer() else { return };
        let before = if adds { number.saturating_sub(1) } else { number };
        let problem = if !(2..=3).contains(&number) {
            Some(("there are a second and a third factor only", "error 1525"))
        } else if seen.contains(&number) {
            Some(("the same factor is named twice", "error 4063"))
        } else if adds && seen.iter().any(|earlier| *earlier > number) {
            Some(("the second factor is added before the third", "error 4062"))
        } else if had.is_some_and(|had| before > had) && !(adds && seen.contains(&before)) {
            Some(("the account has not so many factors", "error 4057"))
        } else {
            None
        };
        if let Some((message, label)) = problem {
            cx.report(span, message).label(label);
            return;
        }
        seen.push(number);
        factor.identification.iter().for_each(|identification| first_only(identification, cx));
    }
}

/// Reports a plugin that cannot be another factor than the first.
fn first_only(identification: &Identification<'_>, cx: &mut Context<'_>) {
    let IdentifiedBy::Plugins(plugins) = &identification.by else { return };
    for plugin in plugins {
        let known = plugin.plugin.value().and_then(|name| AuthPlugin::of_name(&name));
        let Some(known) = known.filter(|known| !known.further_factor) else { continue };
        cx.report(plugin.plugin.span(), format!("{} is a first factor only", known.name))
            .on(known.servers)
            .label("error 4052");
    }
}
