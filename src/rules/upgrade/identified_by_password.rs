use crate::ast::Statement;
use crate::rules::mention;
use crate::rules::{Context, declare_rule};
use crate::server::Behaviour;
use crate::upgrade::password_hash_words;

declare_rule! {
    /// IDENTIFIED BY PASSWORD gives a hash without its plugin.
    ///
    /// ## What the server does
    ///
    /// MySQL 5.7.6 warns (1287); MySQL 8.0.11 does not know it: error 1064. MariaDB keeps it.
    ///
    /// ## Target
    ///
    /// mysql-5.7
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'10.0.0.%' IDENTIFIED BY PASSWORD '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'10.0.0.%' IDENTIFIED WITH mysql_native_password AS '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 5.7.6 and 8.0.11 release notes.
    IdentifiedByPassword {
        name: "identified-by-password", area: Upgrade, severity: Advice, group: Upgrade, since: "0.1.0",
        accounts: check, parts: [Hash]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let warning = cx.servers() & Behaviour::DeprecatesPasswordHash.servers();
    for identification in mention::identifications(statement) {
        let Some((span, words)) = password_hash_words(identification) else { continue };
        if !warning.is_empty() && !cx.is_refused_somewhere() {
            cx.report(span, "a later version does not know IDENTIFIED BY PASSWORD")
                .on(warning)
                .help("write `IDENTIFIED WITH mysql_native_password AS`")
                .safe_fix(vec![(span, words.to_owned())]);
        }
    }
}
