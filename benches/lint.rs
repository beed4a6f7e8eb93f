//! A script with all rules asked: the time grows with its size, however much is found in it.

use std::path::{Path, PathBuf};

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use replint::lint::{File, Plan, Settings, lint};

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

/// Migrations in one sequence: a tenth of them a channel, a fifth accounts, most of them none of ours.
#[divan::bench(args = [10_000, 20_000])]
fn migrations(bencher: Bencher<'_, '_>, count: usize) {
    let text = |at: usize| match at % 10 {
        0 => format!(
            "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db{at}', SOURCE_USER = 'repl{at}', SOURCE_PASSWORD = '${{P}}', SOURCE_SSL = 1, \
             SOURCE_SSL_CA = '/etc/mysql/ca.pem' FOR CHANNEL 'c{at}';\nSTART REPLICA FOR CHANNEL 'c{at}';\n"
        ),
        1 => format!(
            "CREATE USER 'repl{}'@'10.0.0.%' IDENTIFIED BY '${{P}}' REQUIRE X509;\nGRANT REPLICATION SLAVE ON *.* TO 'repl{0}'@'10.0.0.%';\n",
            at - 1
        ),
        2 => format!("ALTER USER 'repl{}'@'10.0.0.%' REQUIRE SSL;\n", at - 2),
        _ => format!("CREATE TABLE t{at} (id INT PRIMARY KEY);\nINSERT INTO t{at} VALUES (1);\n"),
    };
    let scripts: Vec<(PathBuf, String)> =
        (0..count).map(|at| (format!("db/V{at:06}__step.sql").into(), text(at))).collect();
    let settings = Settings { targets: "mysql-8.4".parse().expect("a target"), ..Settings::default() };
    bencher.counter(ItemsCount::new(count)).bench(|| {
        let plan =
            Plan::new(scripts.iter().map(|(path, _)| File { path: path.clone(), settings: &settings, rank: None }));
        let open = |path: &Path| {
            let at = scripts.binary_search_by(|(known, _)| (**known).cmp(path)).expect("a script of the plan");
            Ok(scripts[at].1.as_bytes())
        };
        let replayed = plan.sequences().map(|sequence| sequence.replay(open)).collect();
        plan.finish(replayed).0.len()
    });
}
