//! Statements that real servers have judged: those of the repository, and a larger corpus beside it where there is one.

// Each test uses a part of it.
#![allow(dead_code)]

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A statement and the servers that accepted it.
pub struct Recorded {
    pub id: String,
    pub sql: String,
    pub sql_mode: String,
    /// As targets: `mysql-9.7.4`.
    pub accepted_by: Vec<String>,
}

/// The statements under `tests/verdicts`.
pub fn repository() -> Vec<Recorded> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verdicts");
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    paths.sort();
    paths.iter().flat_map(|path| lines(&fs::read_to_string(path).unwrap())).collect()
}

/// The statements of `corpus/NAME.jsonl.gz` in the folder that REPLINT_SHARED names, or in `../shared`; says so if there is none.
pub fn corpus(names: &[&str]) -> Vec<Recorded> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("REPLINT_SHARED").map_or_else(beside, PathBuf::from).join("corpus");
    if !folder.is_dir() {
        eprintln!("skipped: no corpus at {}", folder.display());
        return Vec::new();
    }
    let read = |name: &&str| {
        let file = fs::File::open(folder.join(format!("{name}.jsonl.gz"))).unwrap();
        let mut text = String::new();
        flate2::read::GzDecoder::new(file).read_to_string(&mut text).unwrap();
        lines(&text)
    };
    names.iter().flat_map(read).collect()
}

fn lines(text: &str) -> Vec<Recorded> {
    text.lines().map(|line| recorded(&serde_json::from_str(line).unwrap())).collect()
}

fn recorded(line: &Value) -> Recorded {
    let text = |field: &str| line[field].as_str().unwrap_or_default().to_owned();
    // The repository has `true`, the corpus `{"ok": true, …}`.
    let accepts = |verdict: &Value| *verdict == Value::Bool(true) || verdict["ok"] == Value::Bool(true);
    let verdicts = line["verdicts"].as_object().unwrap();
    let accepted_by =
        verdicts.iter().filter(|(_, verdict)| accepts(verdict)).map(|(server, _)| server.clone()).collect();
    Recorded { id: text("id"), sql: text("sql"), sql_mode: text("sql_mode"), accepted_by }
}
