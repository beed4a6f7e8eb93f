//! MB/s of splitting, lexing and parsing: `cargo bench --bench parse`.

mod support;

use divan::{Bencher, black_box, counter::BytesCount};
use replint::lexer::{SqlMode, tokens};
use replint::script::{Script, ScriptOptions};
use replint::server::Targets;
use replint::{ParseOptions, parse_statement};

const BYTES: usize = 1 << 20;

fn main() {
    divan::main();
}

/// Rows of a dump.
#[divan::bench]
fn split_rows(bencher: Bencher<'_, '_>) {
    split(bencher, support::dump(16 * BYTES));
}

/// What mysqldump writes around rows.
#[divan::bench]
fn split_version_comments(bencher: Bencher<'_, '_>) {
    split(
        bencher,
        b"/*!40000 ALTER TABLE `t` DISABLE KEYS */;\n/*!50003 SET time_zone = '+00:00' */;\n".repeat(BYTES / 80),
    );
}

/// Statements of ours.
#[divan::bench]
fn split_statements(bencher: Bencher<'_, '_>) {
    split(bencher, (support::statements(BYTES).join(";\n") + ";\n").into_bytes());
}

fn split(bencher: Bencher<'_, '_>, script: Vec<u8>) {
    let options = ScriptOptions::default();
    bencher.counter(BytesCount::new(script.len())).bench_local(|| {
        let mut script = Script::new(&script[..], &options);
        while let Some(event) = script.next_event().expect("memory can be read") {
            black_box(event);
        }
        script.counts()
    });
}

#[divan::bench]
fn lex(bencher: Bencher<'_, '_>) {
    let statements = support::statements(BYTES);
    let targets = Targets::any();
    bencher.counter(BytesCount::new(BYTES)).bench_local(|| {
        for statement in &statements {
            black_box(tokens(statement.as_bytes(), &targets, SqlMode::default()));
        }
    });
}

/// The verdict of one server.
#[divan::bench]
fn parse_for_one_server(bencher: Bencher<'_, '_>) {
    parse(bencher, "mysql-8.0");
}

/// The verdict of every server.
#[divan::bench]
fn parse_for_all_servers(bencher: Bencher<'_, '_>) {
    parse(bencher, "");
}

fn parse(bencher: Bencher<'_, '_>, target: &str) {
    let statements = support::statements(BYTES);
    let targets = target.parse().expect("a target");
    let options = ParseOptions { targets, ..ParseOptions::default() };
    bencher.counter(BytesCount::new(BYTES)).bench_local(|| {
        for statement in &statements {
            black_box(parse_statement(statement, &options));
        }
    });
}
