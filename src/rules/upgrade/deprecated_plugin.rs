use crate::ast::{PluginCredential, Statement};
use crate::rules::mention;
use crate::rules::{Context, declare_rule};
use crate::server::AuthPlugin;

declare_rule! {
    /// An account is identified by a plugin that is on its way out.
    ///
    /// ## What the server does
    ///
    /// `mysql_native_password` is deprecated since MySQL 8.0.34, off by default in 8.4, where the statement fails with 1524 unless the server runs
    /// with `--mysql-native-password=ON`, and gone in 9.0. `sha256_password` is deprecated since 8.0.16, `authentication_fido` since 8.2 and gone
    /// in 8.4. After that upgrade the account cannot log in.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.%' IDENTIFIED WITH mysql_native_password BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.%' IDENTIFIED WITH sha256_password BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.%' IDENTIFIED WITH caching_sha2_password BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 8.0.16, 8.0.34, 8.2.0, 8.4.0 and 9.0.0 release notes.
    DeprecatedPlugin {
        name: "deprecated-plugin", area: Upgrade, severity: Advice, group: Upgrade, since: "0.1.0",
        accounts: check, parts: [Plugin]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    const MODERN: &str = "caching_sha2_password";
    for plugin in mention::plugins(statement) {
        let known = plugin.plugin.value().and_then(|name| AuthPlugin::of_name(&name));
        let Some(known) = known else { continue };
        let (warning, off) = (cx.servers() & known.deprecated, cx.servers() & known.off);
        if warning.is_empty() {
            continue;
        }
        let message = if warning.is_subset(off) {
            format!("{} is off by default, and gone in a later version", known.name)
        } else {
            format!("{} is deprecated", known.name)
        };
        let is_password =
            matches!(plugin.credential, Some(PluginCredential::Password(_) | PluginCredential::RandomPassword));
        let can_change = is_password && cx.servers().is_subset(warning);
        let span = plugin.plugin.span();
        let finding = cx.report(span, message).on(warning);
        finding.help(format!("use {MODERN}, once every client knows it"));
        if can_change {
            finding.unsafe_fix(vec![(span, MODERN.to_owned())]);
        }
    }
}
