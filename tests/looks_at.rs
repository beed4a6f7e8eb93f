//! A rule says what it looks at and is not asked about anything else. Here, as wherever there are debug assertions, it is asked all the same, and what
//! it finds where it does not look is a panic.
#![cfg(debug_assertions)]

#[path = "support/recorded.rs"]
mod recorded;

use std::fs;
use std::path::{Path, PathBuf};

use recorded::Recorded;
use replint::ast::{Content, Part, Statement};
use replint::diagnostic::{Area, Group, Rule, Severity};
use replint::lint::{Settings, lint};
use replint::rules::{self, Check, Context, Entry};

/// Statements of a script: accounts and channels of one are known to the next.
const TOGETHER: usize = 40;

fn ask_all_rules(script: &[u8], targets: &str) -> usize {
    let mut settings = Settings { targets: targets.parse().expect("targets"), ..Settings::default() };
    settings.selection.select = vec!["all".parse().expect("a selector")];
    let mut found = 0;
    lint("a.sql", script, &settings, |_| found += 1).expect("memory can be read");
    found
}

fn ask_about(statements: &[Recorded]) {
    for targets in ["", "mysql-5.7", "mysql-9.7", "mariadb-10.11"] {
        let scripts = statements.chunks(TOGETHER).map(|part| part.iter().map(|it| it.sql.as_str()).collect::<Vec<_>>());
        let found: usize = scripts.map(|part| ask_all_rules(part.join(";\n").as_bytes(), targets)).sum();
        assert!(found > 0 || statements.is_empty(), "nothing is found for {targets:?}");
    }
}

#[test]
fn pages() {
    let blocks = |entry: &Entry| {
        let page = entry.page.join("\n");
        page.split("```sql\n").skip(1).map(|block| block.split("```").next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for sql in rules::all().iter().flat_map(|entry| blocks(entry)) {
        for targets in ["", "mysql-5.7", "mysql-9.7", "mariadb-10.11"] {
            ask_all_rules(sql.as_bytes(), targets);
        }
    }
}

#[test]
fn recorded_statements() {
    ask_about(&recorded::repository());
}

#[test]
fn corpus() {
    ask_about(&recorded::corpus(&["exec", "hand", "mtr"]));
}

#[test]
fn scripts_of_others() {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let mut open = vec![std::env::var_os("REPLINT_SHARED").map_or_else(beside, PathBuf::from).join("realworld")];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                ask_all_rules(&fs::read(path).unwrap(), "");
            }
        }
    }
}

static BLIND: Entry = Entry {
    rule: Rule { name: "blind", area: Area::Account, severity: Severity::Error, group: Group::Default },
    since: "1.0.0",
    page: &["It finds something where it does not look."],
    check: Check::Accounts(everywhere),
    looks_at: Content::any_of(&[Part::Plugin], &[]),
};

fn everywhere(statement: &Statement<'_>, context: &mut Context<'_>) {
    context.report(statement.span(), "a statement");
}

#[test]
#[should_panic(expected = "blind does not say what it looks at")]
fn what_a_rule_does_not_say_is_noticed() {
    let settings = Settings { rules: vec![&BLIND], ..Settings::default() };
    lint("a.sql", &b"DROP USER a;"[..], &settings, |_| {}).unwrap();
}
