use crate::ast::{Requirement, Statement};
use crate::rules::{Context, declare_rule, mention};

declare_rule! {
    /// CIPHER, ISSUER or SUBJECT is required twice.
    ///
    /// ## What the server does
    ///
    /// Error 1225. A certificate has one issuer and one subject, a connection one cipher.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE ISSUER '/CN=ca1' AND ISSUER '/CN=ca2';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE ISSUER '/CN=ca1' AND SUBJECT '/CN=replica';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24, MariaDB 10.11.19 servers.
    RepeatedRequirement {
        name: "repeated-requirement", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [RequiredOption]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let Some(Requirement::Options(options)) = mention::require(statement).map(|require| &require.what) else { return };
    for (at, option) in options.iter().enumerate() {
        if let Some(first) = options[..at].iter().find(|first| first.name == option.name) {
            cx.report(option.span, "this is required twice").label("error 1225").also(first.span, "first here");
        }
    }
}
