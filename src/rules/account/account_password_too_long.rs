use crate::ast::{IdentifiedBy, NewPassword, PluginCredential, Secret, Statement};
use crate::rules::mention;
use crate::rules::{Context, declare_rule};
use crate::server::{AccountLimit, AuthPlugin, HashFormat, ServerSet};

declare_rule! {
    /// A password is longer than its plugin can take.
    ///
    /// ## What the server does
    ///
    /// Error 1396: `caching_sha2_password` and `sha256_password` take at most 256 bytes. Without a plugin that is so where one of these must be the
    /// default, from MySQL 9.0 on.
    ///
    /// ## Target
    ///
    /// mysql-9.7
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'10.0.0.%' IDENTIFIED BY 'walnut-drawer-3-walnut-drawer-3-walnut-drawer-3-walnut-drawer-3-walnut-drawer-3-walnut-drawer-3-walnut-drawer-3-walnut-drawer-3-walnut-drawer-3-walnut-drawer-3-walnut-drawer-3-walnut-drawer-3-walnut-drawer-3-walnut-drawer-3-walnut-drawer-3-walnut-drawer-3-walnut-drawer-3-';
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
    /// MySQL 9.7.4 server.
    AccountPasswordTooLong {
        name: "account-password-too-long", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [Password]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let mut given: Vec<(&Secret<'_>, ServerSet)> = Vec::new();
    for it in mention::passwords(statement) {
        if let NewPassword::Text(secret) = &it.password {
            given.push((secret, without_native()));
        }
    }
    for it in mention::identifications(statement) {
        match &it.by {
            IdentifiedBy::Password(secret) => given.push((secret, without_native())),
            IdentifiedBy::Plugins(plugins) => {
                let [plugin] = &plugins[..] else { continue };
                let Some(PluginCredential::Password(secret)) = &plugin.credential else { continue };
                let known = plugin.plugin.value().and_then(|name| AuthPlugin::of_name(&name));
                if known.is_some_and(|known| matches!(known.hash, Some(HashFormat::CachingSha2 | HashFormat::Sha256))) {
                    given.push((secret, ServerSet::ALL));
                }
            }
            _ => {}
        }
    }
    for (secret, servers) in given {
        let Some(length) = secret.expose().value().map(|value| value.len() as u64) else { continue };
        if let Some((refusing, facts)) = AccountLimit::Sha2Password.refusing(length, cx.servers() & servers) {
            let message = format!("the password has more than {} {}", facts.most, facts.unit);
            cx.report(secret.span(), message).on(refusing & servers).label("error 1396");
        }
    }
}

/// The servers on which a password without a plugin is hashed by another than mysql_native_password.
fn without_native() -> ServerSet {
    !AuthPlugin::of_name("mysql_native_password").map_or(ServerSet::ALL, |plugin| plugin.servers)
}
