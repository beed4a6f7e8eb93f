//! MB/s of lexing and parsing: `cargo bench --bench parse`.

mod support;

use divan::{Bencher, black_box, counter::BytesCount};
use replint::lexer::{SqlMode, tokens};
use replint::server::Targets;
use replint::{ParseOptions, parse_statement};

const BYTES: usize = 1 << 20;

fn main() {
    divan::main();
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
