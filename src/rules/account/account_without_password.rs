use crate::ast::{Requirement, Secret};
use crate::model::{Account, Credential, Known};
use crate::rules::{Context, declare_rule};
use crate::server::AuthPlugin;

declare_rule! {
    /// An account is created without a password.
    ///
    /// ## What the server does
    ///
    /// Without IDENTIFIED an account gets the default plugin and an empty password, and so with `''`: anybody who reaches the server from the
    /// account's hosts is let in.
    ///
    /// Not reported: an account that a later statement of the script gives a password, one that is locked, one that must show a certificate, and
    /// plugins that ask someone else, such as `auth_socket`.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'%';
    /// ```
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'%';
    /// ALTER USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}';
    /// ```
    ///
    /// ```sql
    /// CREATE USER 'app_read'@'%' ACCOUNT LOCK;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24, MariaDB 10.11.19 servers.
    AccountWithoutPassword { name: "account-without-password", area: Account, severity: Warning, group: Default, since: "0.1.0", account: check }
}

fn check(account: &Account, cx: &mut Context<'_>) {
    let Some(created) = account.created() else { return };
    let is_locked = matches!(account.locked(), Known::Given(true, _));
    if is_locked || account.key().user.is_empty() || needs_certificate(account) {
        return;
    }
    let at = match account.credential() {
        Known::Unset => created,
        Known::Given(credential, place) if is_empty(credential) => place,
        _ => return,
    };
    let finding = cx.report(at, "the account has no password");
    finding.label("anybody is let in").help("identify it, or lock it");
    if at != created {
        finding.also(created, "this account");
    }
}

fn needs_certificate(account: &Account) -> bool {
    let require = account.require().given().map(|(require, _)| require);
    matches!(require, Some(Requirement::X509 | Requirement::Options(_)))
}

/// Whether it is certain that nothing is asked for.
fn is_empty(credential: &Credential) -> bool {
    let plugin = credential.plugin.as_deref().map(AuthPlugin::of_name);
    let has_password = plugin.is_none_or(|plugin| plugin.is_some_and(|plugin| plugin.hash.is_some()));
    let is_blank = |secret: &Option<Secret<'_>>| secret.as_ref().is_none_or(|secret| secret.expose().is_empty());
    has_password
        && !credential.alternatives
        && !credential.random
        && is_blank(&credential.password)
        && is_blank(&credential.hash)
}
