use crate::ast::{self, AccountChange, AccountStatement, AlterUserAction, NewPassword, Statement};
use crate::model::{AccountKey, Credential, Known};
use crate::rules::mention;
use crate::rules::{Context, declare_rule};
use crate::source::Span;

declare_rule! {
    /// RETAIN CURRENT PASSWORD stands where no password can be retained.
    ///
    /// ## What the server does
    ///
    /// Error 3895 if the new password is empty, 3878 if the current one is, 3894 if the plugin changes with it.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// ALTER USER 'app'@'%' IDENTIFIED BY '' RETAIN CURRENT PASSWORD;
    /// ```
    ///
    /// ```sql
    /// CREATE USER 'app'@'%';
    /// ALTER USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}' RETAIN CURRENT PASSWORD;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}';
    /// ALTER USER 'app'@'%' IDENTIFIED BY '${NEW_PASSWORD}' RETAIN CURRENT PASSWORD;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    RetainedPasswordImpossible {
        name: "retained-password-impossible", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [Retain]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let mut asked: Vec<(Span, Option<&ast::Account<'_>>, Credential)> = Vec::new();
    if let Statement::Account(AccountStatement::AlterUser(it)) = statement {
        let mut add = |account, change: &AccountChange<'_>| {
            if let AccountChange::Authentication { identification, retain_current: Some(retain), .. } = change {
                asked.push((*retain, account, Credential::of(identification)));
            }
        };
        match &it.action {
            AlterUserAction::Users { users, .. } => {
                users.iter().for_each(|user| add(Some(&user.account), &user.change))
            }
            AlterUserAction::OwnAccount(change) => add(None, change),
            _ => {}
        }
    }
    for it in mention::passwords(statement) {
        let (Some(retain), NewPassword::Text(secret)) = (it.retain_current, &it.password) else { continue };
        asked.push((retain, it.account.as_ref(), Credential::of_password(secret)));
    }
    for (retain, account, new) in asked {
        let had = account.and_then(|account| AccountKey::of(&account.name)).and_then(|key| cx.run().account(&key));
        let had = had.filter(|account| account.created_and_wholly_known().is_some());
        let message = match had.map(|account| account.credential()) {
            _ if is_empty(&new) => "the current password cannot be retained beside an empty one",
            Some(Known::Unset) => "the account has no password that could be retained",
            Some(Known::Given(old, _)) if is_empty(old) => "the account has no password that could be retained",
            Some(Known::Given(old, _)) if old.plugin.is_some() && new.plugin.is_some() && old.plugin != new.plugin => {
                "the password of another plugin cannot be retained"
            }
            _ => continue,
        };
        cx.report(retain, message).label("refused");
    }
}

/// Whether the password is known to be empty.
fn is_empty(credential: &Credential) -> bool {
    let password = credential.password.as_ref().or(credential.hash.as_ref());
    password.is_some_and(|secret| secret.expose().is_empty())
}
