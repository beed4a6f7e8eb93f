//! What real servers said of statements, and what the parser says of them: the statements of this project (`tests/verdicts/`), and those of the
//! corpus beside the repository, where it is there (`REPLINT_SHARED` may name another place).

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::thread;

use flate2::read::MultiGzDecoder;
use replint::lexer::SqlMode;
use replint::server::Targets;
use replint::{ParseOptions, Rejection, SyntaxRule, parse_statement};
use serde_json::Value;

/// A statement and the verdict of one server.
struct Verdict {
    id: String,
    sql: String,
    sql_mode: String,
    server: String,
    accepted: bool,
}

/// Of disagreements so many are shown.
const SHOWN: usize = 400;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verdicts")
}

#[test]
fn own_statements() {
    let verdicts = read_folder(&folder());
    assert!(!verdicts.is_empty());
    judge(&verdicts);
}

#[test]
fn corpus() {
    let shared = std::env::var_os("REPLINT_SHARED")
        .map_or(Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let corpus = shared.join("corpus");
    if !corpus.is_dir() {
        println!("skipped: there is no {}", corpus.display());
        return;
    }
    judge(&read_folder(&corpus));
}

/// Every verdict of the `*.jsonl` and `*.jsonl.gz` of a folder, but for those on execution and on ciphers.
fn read_folder(folder: &Path) -> Vec<Verdict> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut verdicts = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.contains(".jsonl") || name.starts_with("exec.") || name.starts_with("cipher.") {
            continue;
        }
        let file = File::open(&path).unwrap();
        let lines: Box<dyn Read> =
            if name.ends_with(".gz") { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
        for line in BufReader::new(lines).lines() {
            let line = line.unwrap_or_else(|error| panic!("{name}: {error}"));
            let row: Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{name}: {error}: {line}"));
            verdicts.extend(verdicts_of(&row));
        }
    }
    verdicts
}

/// A verdict is `true` or `false`, or an object whose `ok` is; `null` where the server did not say.
fn verdicts_of(row: &Value) -> Vec<Verdict> {
    let text = |field: &str| row[field].as_str().unwrap_or_default().to_owned();
    let servers = row["verdicts"].as_object().into_iter().flatten();
    servers
        .filter_map(|(server, verdict)| {
            let accepted = verdict.as_bool().or(verdict["ok"].as_bool())?;
            Some(Verdict {
                id: text("id"),
                sql: text("sql"),
                sql_mode: text("sql_mode"),
                server: server.clone(),
                accepted,
            })
        })
        .collect()
}

/// Verdicts that are known not to be met: `id`, `server`, `reason`.
fn exceptions() -> BTreeSet<(String, String)> {
    let path = folder().join("exceptions.tsv");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let rows = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1);
    rows.flat_map(|line| match line.split('\t').collect::<Vec<_>>()[..] {
        [id, servers, reason] if !reason.is_empty() => {
            servers.split(',').map(|server| (id.to_owned(), server.to_owned())).collect::<Vec<_>>()
        }
        _ => panic!("exceptions.tsv: {line:?} has not the three columns"),
    })
    .collect()
}

/// # Panics
/// Where the parser and a server differ, and nothing says why; where an exception is none.
fn judge(verdicts: &[Verdict]) {
    let exceptions = exceptions();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut wrong: Vec<&Verdict> = thread::scope(|scope| {
        let parts = verdicts.chunks(verdicts.len().div_ceil(threads).max(1));
        let running: Vec<_> = parts
            .map(|part| scope.spawn(|| part.iter().filter(|verdict| !holds(verdict)).collect::<Vec<_>>()))
            .collect();
        running.into_iter().flat_map(|part| part.join().unwrap()).collect()
    });
    let known = |verdict: &Verdict| exceptions.contains(&(verdict.id.clone(), verdict.server.clone()));
    let held = verdicts.iter().filter(|verdict| known(verdict)).count();
    let excused = wrong.iter().filter(|verdict| known(verdict)).count();
    assert_eq!(held, excused, "exceptions.tsv has rows that are no longer needed");
    wrong.retain(|verdict| !known(verdict));
    println!("{} verdicts, {} disagreements, {excused} known exceptions", verdicts.len(), wrong.len());
    let shown: Vec<String> = wrong.iter().take(SHOWN).map(|verdict| describe(verdict)).collect();
    assert!(wrong.is_empty(), "{} of {} verdicts differ\n{}", wrong.len(), verdicts.len(), shown.join("\n"));
}

/// Of a statement that replint does not read it says so, and nothing more.
fn holds(verdict: &Verdict) -> bool {
    let parsed = parse_statement(&verdict.sql, &options(verdict));
    let unread = |rejection: &Rejection| rejection.error.rule == SyntaxRule::UnknownStatement;
    let accepted = !parsed.accepted.is_empty();
    accepted == verdict.accepted || (!accepted && parsed.rejections.iter().all(unread))
}

fn options(verdict: &Verdict) -> ParseOptions {
    let targets: Targets = verdict.server.parse().unwrap_or_else(|error| panic!("{}: {error}", verdict.id));
    ParseOptions { targets, sql_mode: SqlMode::parse(&verdict.sql_mode), ..ParseOptions::default() }
}

fn describe(verdict: &Verdict) -> String {
    let said = if verdict.accepted { "accepts" } else { "rejects" };
    let message = match parse_statement(&verdict.sql, &options(verdict)).rejections.first() {
        Some(rejection) => {
            format!("\n    the parser: {} at byte {}", rejection.error.message, rejection.error.span.start)
        }
        None => String::new(),
    };
    format!("{} {} {said}: {:?}{message}", verdict.id, verdict.server, verdict.sql)
}
