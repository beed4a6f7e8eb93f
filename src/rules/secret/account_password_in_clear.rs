use crate::model::{Account, Place};
use crate::rules::redacted::is_redacted;
use crate::rules::{Context, declare_rule};
use crate::source::Span;

declare_rule! {
    /// The password of an account stands in the file.
    ///
    /// ## What happens
    ///
    /// Whoever can read the repository, its backups or its history can log in. Not reported: an empty password, a placeholder, and replication
    /// accounts, of which `replication-account-password-in-clear` tells.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'10.0.0.%' IDENTIFIED BY 'walnut-drawer-3';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'10.0.0.%' IDENTIFIED BY '${APP_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// CWE-798; MySQL Reference Manual, Passwords and Logging.
    AccountPasswordInClear { name: "account-password-in-clear", area: Secret, severity: Warning, group: Strict, since: "0.1.0", account: check }
}

fn check(account: &Account, cx: &mut Context<'_>) {
    if account.named_replication_grant().is_some() {
        return;
    }
    if let Some((span, place)) = password(account) {
        let at = Place::new(&place.origin, span);
        cx.report(&at, "the password of an account stands in the file")
            .help("let a template put it in, or let the server make one up: RANDOM PASSWORD");
    }
}

/// Where the password of an account stands, if it does.
pub(super) fn password(account: &Account) -> Option<(Span, &Place)> {
    let (credential, place) = account.credential().given()?;
    let secret = credential.password.as_ref()?;
    let value = secret.expose().value()?;
    (!value.is_empty() && !is_redacted(secret)).then_some((secret.span(), place))
}
