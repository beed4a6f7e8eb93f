use crate::ast::Grant;
use crate::rules::{Context, declare_rule};
use crate::server::Behaviour;

declare_rule! {
    /// GRANT creates an account or changes its password, requirements or limits.
    ///
    /// ## What the server does
    ///
    /// MySQL 5.7.6 warns (1287, 1681); MySQL 8.0 does not know it: error 1064. CREATE USER and ALTER USER do it on both. MariaDB keeps it.
    ///
    /// ## Target
    ///
    /// mysql-5.7
    ///
    /// ## Bad
    ///
    /// ```sql
    /// GRANT REPLICATION SLAVE ON *.* TO 'repl'@'10.0.0.%' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY '${REPLICATION_PASSWORD}' REQUIRE SSL;
    /// GRANT REPLICATION SLAVE ON *.* TO 'repl'@'10.0.0.%';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 5.7.6 and 8.0.11 release notes.
    CredentialsInGrant {
        name: "credentials-in-grant", area: Upgrade, severity: Advice, group: Upgrade, since: "0.1.0",
        grant: check, parts: [GrantOption]
    }
}

fn check(grant: &Grant<'_>, cx: &mut Context<'_>) {
    let identified = grant.grantees.iter().find_map(|grantee| grantee.identification.as_ref()).map(|it| it.span);
    let required = grant.require.as_ref().map(|require| require.span);
    let limited = grant.limits.first().map(|limit| limit.span);
    let warning = cx.servers() & Behaviour::DeprecatesGrantIdentified.servers();
    if let Some(span) =
        identified.or(required).or(limited).filter(|_| !warning.is_empty() && !cx.is_refused_somewhere())
    {
        cx.report(span, "a later version does not take this in GRANT")
            .on(warning)
            .help("create or alter the account before the GRANT; `replint upgrade` does");
    }
}
