//! One parse for all servers says of each what a parse for that server alone says.

#[path = "support/recorded.rs"]
mod recorded;

use recorded::Recorded;
use replint::lexer::SqlMode;
use replint::server::ServerSet;
use replint::{ParseOptions, parse_statement};

#[test]
fn all_servers_at_once_and_each_alone() {
    let releases: Vec<(ServerSet, ParseOptions)> = ServerSet::ALL
        .iter()
        .map(|(flavor, version)| {
            let targets = format!("{flavor}-{version}").to_lowercase().parse().unwrap();
            (ServerSet::of_version(flavor, version).unwrap(), ParseOptions { targets, ..ParseOptions::default() })
        })
        .collect();
    let differences: Vec<String> =
        recorded::repository().iter().filter_map(|statement| difference(statement, &releases)).collect();
    assert!(differences.is_empty(), "{} statements:\n{}", differences.len(), differences.join("\n"));
}

/// Who says something else alone. Version comments are left out: they are judged by the exact version that is named.
fn difference(statement: &Recorded, releases: &[(ServerSet, ParseOptions)]) -> Option<String> {
    if statement.sql.contains("/*") {
        return None;
    }
    let sql_mode = SqlMode::parse(&statement.sql_mode);
    let parse = |options: &ParseOptions| {
        parse_statement(&statement.sql, &ParseOptions { sql_mode, ..options.clone() }).accepted
    };
    let together = parse(&ParseOptions::default());
    let alone = releases.iter().fold(ServerSet::EMPTY, |set, (_, options)| set | parse(options));
    let (id, sql) = (&statement.id, &statement.sql);
    (together != alone)
        .then(|| format!("{id} {sql}\n  only alone: {}; only together: {}", alone - together, together - alone))
}
