//! Parsing side by side with other parsers, on the statements that all of a row can parse: `cargo run --release` in this directory.
//!
//! Each cell is a process of its own, so that its memory is its own; the processes of a row take turns, and the best of some rounds counts.

#[allow(dead_code)]
#[path = "../../support/mod.rs"]
mod support;

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use replint::lint::{Item, Settings, parse};
use sqlparser::dialect::MySqlDialect;
use squonk::dialect::MySql;
use squonk::{ParseConfig, parse_with, statements_with};

const BYTES: usize = 8 << 20;
const ROUNDS: usize = 5;

/// What is parsed, and by whom.
const ROWS: [(&str, &[&str]); 2] = [
    ("set up replication and accounts", &["replint", "squonk stream", "squonk"]),
    // Of START sqlparser knows only transactions.
    ("GRANT", &["replint", "sqlparser", "squonk stream", "squonk"]),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [row, parser] => cell(row, parser),
        _ => table(),
    }
}

fn table() {
    println!("{:34}{:16}{:>8}{:>10}{:>14}", "statements", "parser", "MB/s", "MiB", "of replint's");
    for (row, parsers) in ROWS {
        let mut best = vec![(0.0, f64::INFINITY); parsers.len()];
        for _ in 0..ROUNDS {
            for (parser, best) in parsers.iter().zip(&mut best) {
                let (speed, memory) = measured(row, parser);
                *best = (speed.max(best.0), memory.min(best.1));
            }
        }
        for (parser, (speed, memory)) in parsers.iter().zip(&best) {
            println!("{row:34}{parser:16}{speed:>8.0}{memory:>10.1}{:>14.2}", speed / best[0].0);
        }
    }
}

/// MB/s, and the most memory that was held besides the text, in MiB.
fn measured(row: &str, parser: &str) -> (f64, f64) {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program).args([row, parser]).output().expect("it runs again");
    let text = String::from_utf8(output.stdout).expect("numbers");
    let mut numbers = text.split_whitespace().map(|number| number.parse().expect("a number"));
    (numbers.next().expect("a speed"), numbers.next().expect("a size"))
}

/// Parses once, and prints [`measured`].
fn cell(row: &str, parser: &str) {
    let text = script(row);
    let before = resident("VmRSS");
    let start = Instant::now();
    match parser {
        "replint" => replint(&text),
        "squonk stream" => {
            let statements = statements_with(&text, ParseConfig::new(MySql)).expect("a script");
            statements.for_each(|statement| _ = black_box(statement.expect("a statement that squonk parses")));
        }
        "squonk" => _ = black_box(parse_with(&text, ParseConfig::new(MySql)).expect("a script that squonk parses")),
        _ => {
            let parsed = sqlparser::parser::Parser::parse_sql(&MySqlDialect {}, &text);
            black_box(parsed.expect("a script that sqlparser parses"));
        }
    }
    let speed = text.len() as f64 / 1e6 / start.elapsed().as_secs_f64();
    println!("{speed} {}", (resident("VmHWM") - before).max(0.0) / 1024.0);
}

/// Cuts the script and parses each statement into its tree.
fn replint(text: &str) {
    let targets = "mysql-8.4".parse().expect("a target");
    let settings = Settings { targets, placeholders: false, ..Settings::default() };
    let show = |item: Item<'_, '_>| {
        let Item::Statement(_, parsed) = item else { panic!("a statement that replint parses") };
        black_box(parsed);
    };
    parse("bench.sql", text.as_bytes(), &settings, show).expect("memory can be read");
}

fn script(row: &str) -> String {
    let kept: Vec<String> = match row {
        "GRANT" => {
            let both = |statement: &String| is_known_to_sqlparser(statement) && is_known_to_squonk(statement);
            support::grants(BYTES).into_iter().filter(both).collect()
        }
        _ => support::statements(BYTES).into_iter().filter(|statement| is_known_to_squonk(statement)).collect(),
    };
    assert!(!kept.is_empty(), "nothing that all can parse");
    kept.join(";\n") + ";\n"
}

fn is_known_to_sqlparser(statement: &str) -> bool {
    sqlparser::parser::Parser::parse_sql(&MySqlDialect {}, statement).is_ok()
}

fn is_known_to_squonk(statement: &str) -> bool {
    parse_with(statement, ParseConfig::new(MySql)).is_ok()
}

/// A line of the kernel's account of this process, in KiB; 0 where there is none.
fn resident(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0.0)
}
