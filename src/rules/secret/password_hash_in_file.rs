use crate::model::{Account, Place};
use crate::rules::redacted::is_redacted;
use crate::rules::{Context, declare_rule};
use crate::server::AuthPlugin;

declare_rule! {
    /// The hash of a password stands in the file.
    ///
    /// ## What happens
    ///
    /// A hash of `mysql_native_password` has no salt: equal passwords have equal hashes, and billions a second can be tried. The others cost more,
    /// and can be tried too. Not reported: a hash that says that it is none, a placeholder.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'10.0.0.%' IDENTIFIED WITH mysql_native_password AS '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'10.0.0.%' IDENTIFIED WITH mysql_native_password AS '${APP_HASH}';
    /// ```
    ///
    /// ## Source
    ///
    /// CWE-798; MySQL Reference Manual, Native Pluggable Authentication.
    PasswordHashInFile { name: "password-hash-in-file", area: Secret, severity: Warning, group: Strict, since: "0.1.0", account: check }
}

fn check(account: &Account, cx: &mut Context<'_>) {
    let Some((credential, place)) = account.credential().given() else { return };
    let Some(secret) = &credential.hash else { return };
    let plugin = credential.plugin.as_deref().map(AuthPlugin::of_name);
    let is_password = plugin.is_none_or(|plugin| plugin.is_some_and(|plugin| plugin.hash.is_some()));
    let Some(value) = secret.expose().value() else { return };
    let folded = value.to_ascii_uppercase();
    let is_refusal = ["NOTAVALID", "INVALID", "MUSTNEVER"].iter().any(|part| folded.contains(part));
    if is_password && !value.is_empty() && !is_redacted(secret) && !is_refusal {
        cx.report(&Place::new(&place.origin, secret.span()), "the hash of a password stands in the file")
            .help("let a template put it in");
    }
}
