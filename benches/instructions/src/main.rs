//! One named piece of work over a fixed input, so that its instructions can be counted: `benches/instructions/count`.
//!
//! `linear` instead of a name shows how the time for a byte grows with the input: `cargo run --release linear`.

mod linear;

#[path = "../../support/mod.rs"]
mod support;

use std::hint::black_box;
use std::time::Instant;

use replint::lexer::SqlMode;
use replint::lint::{Item, Settings};
use replint::script::{Script, ScriptOptions};
use replint::server::Targets;
use replint::{ParseOptions, parse_statement};

const BYTES: usize = 1 << 18;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    if name == "linear" {
        return linear::table();
    }
    let rounds = arguments.next().map_or(1, |rounds| rounds.parse().expect("a number of rounds"));
    let statements = support::statements(BYTES);
    let script = statements.join(";\n") + ";\n";
    let (work, bytes): (Box<dyn Fn()>, usize) = match name.as_str() {
        "split-rows" => {
            let rows = support::dump(4 * BYTES);
            let bytes = rows.len();
            (Box::new(move || split(&rows)), bytes)
        }
        "split-migrations" => {
            let migrations = support::migrations(BYTES);
            let bytes = migrations.len();
            (Box::new(move || split(&migrations)), bytes)
        }
        "split-statements" => (Box::new(|| split(script.as_bytes())), script.len()),
        "lex" => (Box::new(|| lex(&statements)), BYTES),
        "parse-one-server" => (Box::new(|| parse(&statements, "mysql-8.0")), BYTES),
        "parse-all-servers" => (Box::new(|| parse(&statements, "")), BYTES),
        "read-statements" => (Box::new(|| read(&script)), script.len()),
        "read-grants" => {
            let grants = support::grants(BYTES).join(";\n") + ";\n";
            let bytes = grants.len();
            (Box::new(move || read(&grants)), bytes)
        }
        "lint" => (Box::new(|| lint(&script)), script.len()),
        "lint-clean" => {
            let clean = support::clean_statements(BYTES).join(";\n") + ";\n";
            let bytes = clean.len();
            (Box::new(move || lint(&clean)), bytes)
        }
        _ => panic!(
            "split-rows, split-migrations, split-statements, lex, parse-one-server, parse-all-servers, read-statements, read-grants, lint or lint-clean [rounds]"
        ),
    };
    let mut times = Vec::new();
    for _ in 0..rounds {
        let start = Instant::now();
        work();
        times.push(start.elapsed());
    }
    times.sort();
    println!("{name}: {:.0} MB/s", bytes as f64 / 1e6 / times[0].as_secs_f64());
}

#[inline(never)]
fn split(script: &[u8]) {
    let options = ScriptOptions::default();
    let mut script = Script::new(script, &options);
    while let Some(event) = script.next_event().expect("memory can be read") {
        black_box(event);
    }
}

#[inline(never)]
fn lex(statements: &[String]) {
    let targets = Targets::any();
    for statement in statements {
        black_box(replint::lexer::tokens(statement.as_bytes(), &targets, SqlMode::default()));
    }
}

#[inline(never)]
fn parse(statements: &[String], targets: &str) {
    let options = ParseOptions { targets: targets.parse().expect("targets"), ..ParseOptions::default() };
    for statement in statements {
        black_box(parse_statement(statement, &options));
    }
}

/// Cuts and parses.
#[inline(never)]
fn read(script: &str) {
    let targets = "mysql-8.0".parse().expect("a target");
    let settings = Settings { targets, placeholders: false, ..Settings::default() };
    let show = |item: Item<'_, '_>| _ = black_box(item);
    replint::parse("bench.sql", script.as_bytes(), &settings, show).expect("memory can be read");
}

#[inline(never)]
fn lint(script: &str) {
    let settings = Settings { targets: "mysql-8.4".parse().expect("a target"), ..Settings::default() };
    let mut found = 0;
    replint::lint("bench.sql", script.as_bytes(), &settings, |_| found += 1).expect("memory can be read");
    black_box(found);
}
