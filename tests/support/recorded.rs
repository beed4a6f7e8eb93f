//! Statements that real servers have judged: those of the repository, and a larger corpus beside it where there is one.
// Every test takes what it needs of it.
#![allow(dead_code)]

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A statement and what servers made of it.
#[derive(Debug)]
pub struct Recorded {
    pub id: String,
    pub sql: String,
    pub sql_mode: String,
    /// By target, `mysql-9.7.4`, whether it accepts the statement. Servers that did not say are missing.
    pub verdicts: Vec<(String, bool)>,
}

impl Recorded {
    /// The servers that accept it.
    pub fn accepted_by(&self) -> impl Iterator<Item = &str> {
        self.verdicts.iter().filter(|(_, accepts)| *accepts).map(|(server, _)| server.as_str())
    }
}

/// Statements that replint does not read, although they begin like those that it does.
const OTHERS: &str = "other.jsonl";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verdicts")
}

/// The statements under `tests/verdicts`.
pub fn repository() -> Vec<Recorded> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl") && !path.ends_with(OTHERS));
    paths.sort();
    paths.iter().flat_map(|path| lines(&fs::read_to_string(path).unwrap())).collect()
}

/// Those of them that replint does not read.
pub fn others() -> Vec<Recorded> {
    lines(&fs::read_to_string(folder().join(OTHERS)).unwrap())
}

/// The verdicts that the parser does not give, `id` and server, from `tests/verdicts/exceptions.tsv`.
pub fn exceptions() -> Vec<(String, String)> {
    let text = fs::read_to_string(folder().join("exceptions.tsv")).unwrap();
    let rows = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1);
    rows.flat_map(|line| match line.split('\t').collect::<Vec<_>>()[..] {
        [id, servers, reason] if !reason.is_empty() => {
            servers.split(',').map(|server| (id.to_owned(), server.to_owned())).collect::<Vec<_>>()
        }
        _ => panic!("exceptions.tsv: {line:?} has not the three columns"),
    })
    .collect()
}

/// The statements of `corpus/NAME.jsonl.gz` in the folder that REPLINT_SHARED names, or in `../shared`; says so if there is none.
pub fn corpus(names: &[&str]) -> Vec<Recorded> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("REPLINT_SHARED").map_or_else(beside, PathBuf::from).join("corpus");
    if !folder.is_dir() {
        println!("skipped: no corpus at {}", folder.display());
        return Vec::new();
    }
    let read = |name: &&str| {
        let file = fs::File::open(folder.join(format!("{name}.jsonl.gz"))).unwrap();
        let mut text = String::new();
        flate2::read::MultiGzDecoder::new(file).read_to_string(&mut text).unwrap();
        lines(&text)
    };
    names.iter().flat_map(read).collect()
}

fn lines(text: &str) -> Vec<Recorded> {
    text.lines().map(|line| recorded(&serde_json::from_str(line).unwrap())).collect()
}

fn recorded(line: &Value) -> Recorded {
    let text = |field: &str| line[field].as_str().unwrap_or_default().to_owned();
    // The repository has `true`, the corpus `{"ok": true, …}`, or `null` where the server did not say.
    let accepts = |verdict: &Value| verdict.as_bool().or(verdict["ok"].as_bool());
    let verdicts = line["verdicts"].as_object().unwrap().iter();
    let verdicts = verdicts.filter_map(|(server, verdict)| Some((server.clone(), accepts(verdict)?))).collect();
    Recorded { id: text("id"), sql: text("sql"), sql_mode: text("sql_mode"), verdicts }
}
