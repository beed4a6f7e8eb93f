//! The statements that other tools were measured with, where they are there: a comment before each says which servers take it, or that none does.

use std::path::{Path, PathBuf};

use replint::server::{Flavor, ServerSet, Target};
use replint::{ParseOptions, parse_statement};

/// Comments that are wrong: the statement, the servers that take it, and how that is known.
const WRONG: [(&str, &str, &str); 15] = [
    ("V014", "mysql-5.7..8.3, mariadb-10.11", "FOR CHANNEL: MariaDB 10.11.19 takes it"),
    ("V015", "mysql-5.7..8.3, mariadb-10.11", "FOR CHANNEL: MariaDB 10.11.19 takes it"),
    ("V016", "mysql-5.7..8.3, mariadb-10.11", "MariaDB 10.11.19 passes over a comment for 50700"),
    ("V034", "mysql-5.7..8.3, mariadb-10.11", "CHANGE MASTER TO … FOR CHANNEL began with MySQL 5.7.6"),
    ("V072", "mysql-8.0..9.7, mariadb-10.11", "REPLICA: MariaDB 10.11.19 takes it"),
    ("V073", "mysql-8.0..9.7, mariadb-10.11", "REPLICA: MariaDB 10.11.19 takes it"),
    ("V076", "mysql-8.0..9.7, mariadb-10.11", "REPLICA: MariaDB 10.11.19 takes it"),
    ("V077", "mysql-8.0..9.7, mariadb-10.11", "REPLICA: MariaDB 10.11.19 takes it"),
    ("V080", "mysql-5.7..9.7", "GROUP_REPLICATION is a keyword since MySQL 5.7.6"),
    ("V102", "mysql-5.7..9.7, mariadb-10.11", "MariaDB 10.11.19 takes it"),
    ("V119", "mysql-5.7..9.7, mariadb-10.11", "the grammar takes any plugin: so does MySQL 9.7.4"),
    ("V132", "mysql-5.7..9.7", "ALTER USER USER(): MySQL 5.7.18 takes it"),
    ("V145", "mysql-5.7..9.7, mariadb-10.11", "CURRENT_USER() is an account: MySQL 9.7.4 takes it"),
    ("V164", "mysql-8.0..9.7, mariadb-10.11", "a role may stand in quotes: MariaDB 10.11.19 takes it"),
    ("V169", "mysql-5.7..9.7, mariadb-10.11", "PUBLIC is a plain name to MySQL: 9.7.4 takes it"),
];

/// The servers that the comments speak of: the last release of each series.
const SERVERS: [&str; 2] = ["mysql-5.7..9.7", "mariadb-10.11"];

struct Case {
    id: String,
    /// What the comment has between brackets: `mysql:50700-80399,mariadb:10.11`.
    servers: String,
    sql: String,
}

impl Case {
    fn names(&self, target: &Target) -> bool {
        self.servers.split(',').filter_map(|part| part.split_once(':')).any(|(flavor, versions)| match target.flavor {
            Flavor::MySql => {
                let range = versions.split_once('-').and_then(|(from, to)| Some(from.parse().ok()?..=to.parse().ok()?));
                flavor == "mysql" && range.is_some_and(|range| range.contains(&target.version.id()))
            }
            Flavor::MariaDb => flavor == "mariadb",
        })
    }
}

/// The statements of a file in the folder that REPLINT_SHARED names, or in `../shared`; says so if there is none.
fn cases(file: &str) -> Vec<Case> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let path = std::env::var_os("REPLINT_SHARED").map_or_else(beside, PathBuf::from).join("peers").join(file);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: no {}", path.display());
        return Vec::new();
    };
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines() {
        match (heading(line), cases.last_mut()) {
            (Some((id, servers)), _) => cases.push(Case { id, servers, sql: String::new() }),
            (None, Some(case)) => case.sql += &format!("{line}\n"),
            (None, None) => {}
        }
    }
    cases
}

/// `-- V001 family [servers]`, `-- I001 family`
fn heading(line: &str) -> Option<(String, String)> {
    let mut words = line.strip_prefix("-- ")?.split(' ');
    let id = words.next().filter(|id| id.len() == 4 && id[1..].bytes().all(|byte| byte.is_ascii_digit()))?;
    let servers = words.nth(1).unwrap_or_default().trim_matches(['[', ']']);
    Some((id.to_owned(), servers.to_owned()))
}

fn accepted(case: &Case) -> ServerSet {
    parse_statement(&case.sql, &ParseOptions::default()).accepted
}

#[test]
fn valid_statements_are_taken_by_the_servers_that_are_named() {
    let servers: Vec<Target> = SERVERS.iter().flat_map(|text| Target::parse(text).unwrap()).collect();
    let mut wrong = Vec::new();
    for case in cases("valid.sql") {
        let mended: Option<Vec<Target>> = WRONG
            .iter()
            .find(|(id, ..)| *id == case.id)
            .map(|(_, takers, _)| takers.split(", ").flat_map(|text| Target::parse(text).unwrap()).collect());
        let accepted = accepted(&case);
        let differs = |target: &&Target| {
            let takes = mended.as_ref().map_or_else(|| case.names(target), |takers| takers.contains(target));
            takes != target.servers.is_subset(accepted)
        };
        let differing: Vec<String> = servers.iter().filter(differs).map(ToString::to_string).collect();
        if !differing.is_empty() {
            wrong.push(format!("{} [{}] {}: {}", case.id, case.servers, case.sql.trim_end(), differing.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "{} statements:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn invalid_statements_are_taken_by_nobody() {
    let wrong: Vec<String> = cases("invalid.sql")
        .iter()
        .filter(|case| !accepted(case).is_empty())
        .map(|case| format!("{} {}: {}", case.id, case.sql.trim_end(), accepted(case)))
        .collect();
    assert!(wrong.is_empty(), "{} statements:\n{}", wrong.len(), wrong.join("\n"));
}
