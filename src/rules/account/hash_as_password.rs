use crate::ast::{IdentifiedBy, NewPassword, PluginCredential, Statement};
use crate::rules::mention;
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, HashFormat, ServerSet};

declare_rule! {
    /// A hash is given where a password is due: the hash becomes the password.
    ///
    /// ## What the server does
    ///
    /// It hashes the text once more. The old password no longer works, and everybody who can read the file knows the new one: it is the text of the
    /// hash. SET PASSWORD took a hash before MySQL 5.7.6 and takes a password since; IDENTIFIED BY always took a password.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// SET PASSWORD FOR 'app'@'%' = '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19';
    /// ```
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// ALTER USER 'app'@'%' IDENTIFIED WITH mysql_native_password AS '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 5.6.24 and MySQL 9.7.4 servers; MySQL Reference Manual, SET PASSWORD Statement.
    HashAsPassword {
        name: "hash-as-password", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [Password]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let of_set = mention::passwords(statement).filter_map(|it| match &it.password {
        NewPassword::Text(secret) => Some((secret, Behaviour::SetPasswordIsPlain.servers())),
        _ => None,
    });
    let identified = mention::identifications(statement).filter_map(|it| match &it.by {
        IdentifiedBy::Password(secret) => Some(secret),
        IdentifiedBy::Plugins(plugins) => match plugins.first().and_then(|plugin| plugin.credential.as_ref()) {
            Some(PluginCredential::Password(secret) | PluginCredential::PasswordFunction(secret)) => Some(secret),
            _ => None,
        },
        _ => None,
    });
    for (secret, servers) in of_set.chain(identified.map(|secret| (secret, ServerSet::ALL))) {
        let text = secret.expose();
        let is_hash = |format: HashFormat| format.servers(&text.decode_bytes()) == ServerSet::ALL;
        if !text.is_placeholder() && (is_hash(HashFormat::Native) || is_hash(HashFormat::CachingSha2)) {
            cx.report(secret.span(), "a hash is given as the password, and becomes the password")
                .on(servers)
                .label("hashed once more")
                .help("write `IDENTIFIED WITH plugin AS 'hash'`");
        }
    }
}
