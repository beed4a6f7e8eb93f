use crate::ast::{PluginCredential, Statement};
use crate::rules::mention;
use crate::rules::{Context, declare_rule};
use crate::server::{AuthPlugin, Flavor, ServerSet};

declare_rule! {
    /// An authentication plugin is named that the server cannot have.
    ///
    /// ## What the server does
    ///
    /// Error 1524, the plugin is not loaded. `mysql_native_password` is gone since MySQL 9.0 and `authentication_fido` since 8.4; MariaDB has no
    /// `sha256_password`, MySQL no `ed25519`, `pam` or `unix_socket`.
    ///
    /// A plugin that may be installed is not reported, nor an unknown one, unless its name is a known one misspelt.
    ///
    /// ## Target
    ///
    /// mysql-9.7
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%' IDENTIFIED WITH mysql_native_password BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%' IDENTIFIED WITH caching_sha2_pasword BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'%' IDENTIFIED WITH caching_sha2_password BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24, MariaDB 10.11.19 and 11.8.9 servers; MySQL 8.4.0 and 9.0.0 release notes.
    PluginNotAvailable {
        name: "plugin-not-available", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [Plugin]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    for plugin in mention::plugins(statement) {
        let Some(name) = plugin.plugin.value() else { continue };
        let is_password =
            matches!(plugin.credential, Some(PluginCredential::Password(_) | PluginCredential::RandomPassword));
        let span = plugin.plugin.span();
        let Some(known) = AuthPlugin::of_name(&name) else {
            if let Some(near) = AuthPlugin::near(&name) {
                cx.report(span, "no plugin of this name is known")
                    .label("error 1524")
                    .help(format!("did you mean {near}?"))
                    .unsafe_fix(vec![(span, near.to_owned())]);
            }
            continue;
        };
        let missing = cx.servers() - known.servers;
        if missing.is_empty() {
            continue;
        }
        let modern = AuthPlugin::of_name(MODERN).map_or(ServerSet::EMPTY, |plugin| plugin.servers);
        let finding = cx.report(span, format!("{} cannot be loaded", known.name)).on(missing).label("error 1524");
        if is_password && missing.is_subset(modern) && missing.is_subset(ServerSet::of_flavor(Flavor::MySql)) {
            finding.help(format!("use {MODERN}")).unsafe_fix(vec![(span, MODERN.to_owned())]);
        }
    }
}

/// What takes the place of the plugins that are gone.
const MODERN: &str = "caching_sha2_password";
