use crate::ast::mention::Deed;
use crate::ast::{Account, PluginAuthentication, Statement};
use crate::model::AccountKey;
use crate::rules::mention;
use crate::rules::{Context, declare_rule};
use crate::server::AuthPlugin;

declare_rule! {
    /// An account without a user name is made.
    ///
    /// ## What the server does
    ///
    /// It matches every user name that comes from its hosts. Where its host is closer than that of a named account it is chosen before it: the
    /// named user is then refused. Not reported: a plugin that asks someone else, as a proxy account has it.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER ''@'localhost' IDENTIFIED BY '${APP_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'localhost' IDENTIFIED BY '${APP_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Access Control, Stage 1: Connection Verification.
    AnonymousUser {
        name: "anonymous-user", area: Account, severity: Warning, group: Default, since: "0.1.0",
        accounts: check, parts: [OddName]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let asks_elsewhere = |plugin: &PluginAuthentication<'_>| {
        let known = plugin.plugin.value().and_then(|name| AuthPlugin::of_name(&name));
        known.is_none_or(|known| known.hash.is_none())
    };
    let is_anonymous = |(deed, account): &(Deed, &Account<'_>)| deed.makes() && account.name.is_of("");
    let mut anonymous = mention::accounts(statement).filter(is_anonymous).peekable();
    if anonymous.peek().is_none() || mention::plugins(statement).any(asks_elsewhere) {
        return;
    }
    for (_, account) in anonymous {
        let Some(key) = AccountKey::of(&account.name) else { continue };
        if cx.run().account(&key).is_none() {
            cx.report(account.span, "an account without a user name matches every user").label("anonymous");
        }
    }
}
