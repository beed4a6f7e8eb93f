use crate::ast::{Account, AccountChange, AccountStatement, AlterUserAction, Statement};
use crate::model::AccountKey;
use crate::rules::mention;
use crate::rules::{Context, declare_rule};
use crate::source::Span;

declare_rule! {
    /// REPLACE gives the current password of another account.
    ///
    /// ## What the server does
    ///
    /// Error 3893: who changes the password of another account does not say the current one. Reported where the script created the account, so that
    /// it is not the one that runs it.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}';
    /// ALTER USER 'app'@'%' IDENTIFIED BY '${NEW_PASSWORD}' REPLACE '${APP_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}';
    /// ALTER USER 'app'@'%' IDENTIFIED BY '${NEW_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    ReplaceForOtherAccount {
        name: "replace-for-other-account", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [Replace]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let mut asked: Vec<(Span, &Account<'_>)> = Vec::new();
    for it in mention::passwords(statement) {
        asked.extend(it.replace.as_ref().zip(it.account.as_ref()).map(|(replace, account)| (replace.span(), account)));
    }
    if let Statement::Account(AccountStatement::AlterUser(it)) = statement
        && let AlterUserAction::Users { users, .. } = &it.action
    {
        for user in users {
            if let AccountChange::Authentication { replace: Some(replace), .. } = &user.change {
                asked.push((replace.span(), &user.account));
            }
        }
    }
    for (span, account) in asked {
        let known = AccountKey::of(&account.name).and_then(|key| cx.run().account(&key));
        let created = known.and_then(|account| account.created_and_wholly_known());
        if let Some(created) = created.cloned() {
            cx.report(span, "the current password is given for another account")
                .label("error 3893")
                .also(&created, "created here")
                .help("leave REPLACE out");
        }
    }
}
