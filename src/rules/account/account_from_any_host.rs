use crate::ast::{Requirement, TlsOptionName};
use crate::model::{Account, Known};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// An account may come from any host.
    ///
    /// ## What happens
    ///
    /// Its password is all that stands between the network and it. A host or a network in the account's name, such as `'app'@'10.0.0.%'`, keeps
    /// everybody else out before a password is asked for. An account without a host is one for `%`.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}';
    /// ```
    ///
    /// ```sql
    /// CREATE USER app IDENTIFIED BY '${APP_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'10.0.0.%' IDENTIFIED BY '${APP_PASSWORD}';
    /// ```
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}' REQUIRE X509;
    /// ```
    ///
    /// ## Source
    ///
    /// CIS MySQL Benchmark; MySQL Reference Manual, Specifying Account Names.
    AccountFromAnyHost { name: "account-from-any-host", area: Account, severity: Warning, group: Strict, since: "0.1.0", account: check }
}

fn check(account: &Account, cx: &mut Context<'_>) {
    let shows_certificate = account.require().given().is_some_and(|(require, _)| match require {
        Requirement::X509 => true,
        Requirement::Options(options) => options.iter().any(|option| option.name != TlsOptionName::Cipher),
        Requirement::Nothing | Requirement::Ssl => false,
    });
    let is_locked = matches!(account.locked(), Known::Given(true, _));
    let Some(created) = account.created() else { return };
    let is_root = account.key().user == "root";
    if account.key().host == "%" && !shows_certificate && !is_locked && !is_root {
        cx.report(created, "the account may come from any host").help("name the hosts or the network that it is for");
    }
}
