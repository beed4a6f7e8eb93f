use crate::model::{Account, Place};
use crate::rules::redacted::is_redacted;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// The password of an account is short, common or its name.
    ///
    /// ## What happens
    ///
    /// Such passwords are the first that are tried. Reported: fewer than eight characters, the user's own name, and those that every list begins
    /// with.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'10.0.0.%' IDENTIFIED BY 'app';
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
    /// MySQL Reference Manual, The Password Validation Component; NIST SP 800-63B.
    WeakPassword { name: "weak-password", area: Secret, severity: Advice, group: Strict, since: "0.1.0", account: check }
}

/// Parts that common passwords are made of.
const COMMON: [&str; 9] = ["password", "passwd", "secret", "admin", "root", "mysql", "mariadb", "qwerty", "12345"];
/// Characters that a password has at least.
const SHORTEST: usize = 8;

fn check(account: &Account, cx: &mut Context<'_>) {
    let Some((credential, place)) = account.credential().given() else { return };
    let Some(secret) = &credential.password else { return };
    let Some(value) = secret.expose().value() else { return };
    if value.is_empty() || is_redacted(secret) {
        return;
    }
    let folded = value.to_lowercase();
    let rest = |part: &&str| folded.strip_prefix(*part).is_some_and(|rest| rest.chars().all(|c| !c.is_alphabetic()));
    let message = if value.chars().count() < SHORTEST {
        "a password has fewer than eight characters"
    } else if folded == account.key().user.to_lowercase() {
        "the password is the name of the user"
    } else if COMMON.iter().any(rest) {
        "this password is on every list"
    } else {
        return;
    };
    cx.report(&Place::new(&place.origin, secret.span()), message).help("let the server make one up: RANDOM PASSWORD");
}
