use crate::ast::{FilterValues, ReplicationStatement};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A pattern for tables has no dot.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 3067: a pattern is `database.table`, both with `%` and `_` as wildcards.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION FILTER REPLICATE_WILD_DO_TABLE = ('shop%');
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION FILTER REPLICATE_WILD_DO_TABLE = ('shop%.%');
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    WildFilterWithoutDot {
        name: "wild-filter-without-dot", area: Channel, severity: Error, group: Default, since: "0.1.0",
        replication: check, parts: [Filter]
    }
}

fn check(statement: &ReplicationStatement<'_>, cx: &mut Context<'_>) {
    let ReplicationStatement::ChangeFilter(filter) = statement else { return };
    for rule in &filter.rules {
        let FilterValues::Patterns(patterns) = &rule.values else { continue };
        for pattern in patterns.iter().filter(|pattern| pattern.value().is_some_and(|pattern| !pattern.contains('.'))) {
            cx.report(pattern.span(), "the pattern has no dot between database and table")
                .label("error 3067")
                .help("for all tables of a database: `'database.%'`");
        }
    }
}
