//! What `print` writes is read as the same tree, by each server that accepts the statement.

#[path = "support/recorded.rs"]
mod recorded;

use std::collections::HashMap;
use std::fmt::Write;

use recorded::Recorded;
use replint::ast::{PrintOptions, Statement, print};
use replint::lexer::SqlMode;
use replint::server::{ServerSet, Targets};
use replint::{ParseOptions, parse_statement};

#[test]
fn repository_statements_on_the_servers_that_judged_them() {
    check_each(&recorded::repository());
}

#[test]
fn corpus_statements_on_the_servers_that_judged_them() {
    check_each(&recorded::corpus(&["mtr", "gen", "hand", "mut", "mode"]));
}

#[test]
fn repository_statements_on_every_release() {
    let releases: Vec<ParseOptions> = every_release().map(|target| options(&target, "")).collect();
    let mut failures = Failures::default();
    for statement in recorded::repository() {
        let sql_mode = SqlMode::parse(&statement.sql_mode);
        let accepted = parse_statement(&statement.sql, &ParseOptions { sql_mode, ..ParseOptions::default() }).accepted;
        for release in releases.iter().filter(|release| release.targets.servers().is_subset(accepted)) {
            failures.note(&statement, &ParseOptions { sql_mode, ..release.clone() });
        }
    }
    failures.report();
}

/// One text for all servers that accept a statement.
#[test]
fn repository_statements_on_all_servers_at_once() {
    let any = ParseOptions::default();
    let mut failures = Failures::default();
    // Executable comments make different statements for different servers.
    for statement in recorded::repository().iter().filter(|it| it.sql_mode.is_empty() && !it.sql.contains("/*")) {
        let parsed = parse_statement(&statement.sql, &any);
        let Some(tree) = parsed.statement else { continue };
        let printed = print(&tree, &PrintOptions::exposed(parsed.accepted));
        let again = parse_statement(&printed, &any);
        let lost = parsed.accepted - again.accepted;
        failures.checked += 1;
        if !lost.is_empty() || again.statement.as_ref() != Some(&tree) {
            failures.add(statement, &format!("all but {lost}"), &printed, "another tree");
        }
    }
    failures.report();
}

fn check_each(statements: &[Recorded]) {
    let mut failures = Failures::default();
    let mut servers = HashMap::new();
    for statement in statements {
        for target in statement.accepted_by() {
            let key = (target.to_owned(), statement.sql_mode.clone());
            let options = servers.entry(key).or_insert_with_key(|(target, sql_mode)| options(target, sql_mode));
            failures.note(statement, options);
        }
    }
    failures.report();
}

fn options(target: &str, sql_mode: &str) -> ParseOptions {
    let targets: Targets = target.parse().unwrap();
    ParseOptions { targets, sql_mode: SqlMode::parse(sql_mode), ..ParseOptions::default() }
}

fn every_release() -> impl Iterator<Item = String> {
    ServerSet::ALL.iter().map(|(flavor, version)| format!("{flavor}-{version}").to_lowercase())
}

fn printed(tree: &Statement<'_>, options: &ParseOptions) -> Vec<u8> {
    print(tree, &PrintOptions { sql_mode: options.sql_mode, ..PrintOptions::exposed(options.targets.servers()) })
}

#[derive(Default)]
struct Failures {
    checked: usize,
    /// What servers accept and replint does not: `tests/verdicts.rs` tells.
    refused: usize,
    count: usize,
    shown: String,
}

impl Failures {
    /// Prints a statement for one server and reads it again.
    fn note(&mut self, statement: &Recorded, options: &ParseOptions) {
        let Some(tree) = parse_statement(&statement.sql, options).statement else {
            self.refused += 1;
            return;
        };
        self.checked += 1;
        let once = printed(&tree, options);
        let again = parse_statement(&once, options);
        let server = || options.targets.named().iter().map(ToString::to_string).collect::<String>();
        match &again.statement {
            None => self.add(statement, &server(), &once, &again.rejections[0].error.message),
            Some(other) if *other != tree => self.add(statement, &server(), &once, "another tree"),
            Some(other) if printed(other, options) != once => {
                self.add(statement, &server(), &once, "another text the second time")
            }
            Some(_) => {}
        }
    }

    fn add(&mut self, statement: &Recorded, servers: &str, printed: &[u8], what: &str) {
        self.count += 1;
        if self.count <= 20 {
            let (id, sql, printed) = (&statement.id, &statement.sql, String::from_utf8_lossy(printed));
            write!(self.shown, "\n{id} on {servers}: {what}\n  written {sql}\n  printed {printed}").unwrap();
        }
    }

    fn report(self) {
        println!("{} texts read again, {} refused before", self.checked, self.refused);
        assert!(self.count == 0, "{} of {} differ{}", self.count, self.checked, self.shown);
    }
}
