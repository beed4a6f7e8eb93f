use crate::ast::Requirement;
use crate::model::Account;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// REQUIRE stands in a CREATE USER IF NOT EXISTS, which does nothing to an account that exists.
    ///
    /// ## What the server does
    ///
    /// Where the account exists it gets a note (3163, 1973), and nothing of the statement is done: the account goes on without TLS. An ALTER USER …
    /// REQUIRE behind it is done in either case.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER IF NOT EXISTS 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}' REQUIRE SSL;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER IF NOT EXISTS 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}';
    /// ALTER USER 'app'@'%' REQUIRE SSL;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; MySQL Reference Manual, CREATE USER Statement.
    RequireHiddenByIfNotExists { name: "require-hidden-by-if-not-exists", area: Account, severity: Warning, group: Default, since: "0.1.0", account: check }
}

fn check(account: &Account, cx: &mut Context<'_>) {
    let (true, Some(created)) = (account.is_perhaps_there_before(), account.created()) else { return };
    let Some((require, place)) = account.require().given() else { return };
    let is_of_create = place.origin.is(&created.origin);
    if is_of_create && *require != Requirement::Nothing {
        cx.report(place, "an account that exists does not get this requirement")
            .label("done only if the account is new")
            .also(created, "created only if it is not there")
            .help("add an ALTER USER with the same REQUIRE");
    }
}
