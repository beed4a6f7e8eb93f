//! A script with all rules asked: the time grows with its size, however much is found in it.

use divan::Bencher;
use divan::counter::BytesCount;
use replint::lint::{Settings, lint};

fn main() {
    divan::main();
}

fn settings() -> Settings {
    let mut settings = Settings { targets: "mysql-8.4".parse().expect("a target"), ..Settings::default() };
    settings.selection.select = vec!["all".parse().expect("a selector")];
    settings
}

fn run(bencher: Bencher<'_, '_>, script: String) {
    let settings = settings();
    bencher.counter(BytesCount::of_str(&script)).bench(|| {
        let mut found = 0;
        lint("bench.sql", script.as_bytes(), &settings, |_| found += 1).expect("memory can be read");
        found
    });
}

/// One statement with three findings an account.
#[divan::bench(args = [10_000, 20_000])]
fn accounts_of_one_statement(bencher: Bencher<'_, '_>, count: usize) {
    let accounts: Vec<String> = (0..count).map(|at| format!("u{at}@'%' IDENTIFIED BY 'abc{at}'")).collect();
    run(bencher, format!("CREATE USER {};", accounts.join(", ")));
}

/// A statement an account, and a GRANT to another host.
#[divan::bench(args = [10_000, 20_000])]
fn accounts(bencher: Bencher<'_, '_>, count: usize) {
    let pair = |at| format!("CREATE USER u{at}@h IDENTIFIED BY 'abc{at}';\nGRANT SELECT ON a.* TO u{at}@'%';\n");
    run(bencher, (0..count).map(pair).collect());
}

/// A channel each, behind a comment that ignores one of its findings.
#[divan::bench(args = [10_000, 20_000])]
fn channels(bencher: Bencher<'_, '_>, count: usize) {
    let channel = |at| {
        format!(
            "-- replint: ignore[clear-text-channel]\n\
             CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'h{at}', SOURCE_PORT = 99999 FOR CHANNEL 'c{at}';\n"
        )
    };
    run(bencher, (0..count).map(channel).collect());
}
