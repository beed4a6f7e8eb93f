//! A run in parts comes to what one run over everything does: `docs/performance.md`, Many machines.

#[path = "support/scratch.rs"]
mod scratch;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use replint::rules::{self, Check};
use scratch::Scratch;
use serde_json::Value;

/// Findings as they are written, with what they are called by.
type Findings = BTreeSet<String>;

/// The findings of one run over these files, by whether their rule looks at what all of them add up to.
fn run(folder: &Scratch, files: &[PathBuf]) -> (Findings, Findings) {
    let list: String = files.iter().map(|file| format!("{}\n", file.display())).collect();
    let arguments = ["check", "--files-from", "-", "--select", "all", "--format", "jsonl", "-q"];
    let ran = folder.replint_with(arguments, list.as_bytes());
    assert!(ran.status < 2 && ran.stderr.is_empty(), "{}", ran.stderr);
    ran.stdout.lines().map(str::to_owned).partition(|line| is_about_all(line))
}

fn is_about_all(finding: &str) -> bool {
    let finding: Value = serde_json::from_str(finding).unwrap();
    let rule = rules::by_name(finding["rule"].as_str().unwrap()).unwrap();
    matches!(rule.check, Check::Denied(_) | Check::Topology(_))
}

/// One part for each directory, so that migrations stay together.
fn shards(files: &[PathBuf]) -> Vec<Vec<PathBuf>> {
    let mut shards: BTreeMap<&Path, Vec<PathBuf>> = BTreeMap::new();
    for file in files {
        shards.entry(file.parent().unwrap()).or_default().push(file.clone());
    }
    shards.into_values().collect()
}

#[test]
fn put_together_the_findings_of_parts_are_those_of_the_whole() {
    let folder = Scratch::new("shards");
    let scripts = [
        (
            "source/V1__users.sql",
            "CREATE USER repl IDENTIFIED BY 'example1' REQUIRE SSL;\nGRANT SELECT ON *.* TO repl;\n",
        ),
        ("source/V2__more.sql", "DROP USER;\nALTER USER repl ACCOUNT LOCK;\n"),
        (
            "replica/channel.sql",
            "CHANGE MASTER TO MASTER_HOST = 'db1', MASTER_USER = 'repl', MASTER_PASSWORD = 'example2';\n",
        ),
        ("replica/start.sql", "START SLAVE;\nSTART SLAV;\n"),
        ("app/001_a.sql", "CREATE USER app@'%' IDENTIFIED BY 'example3';\n"),
        ("app/002_b.sql", "GRANT ALL ON *.* TO app@'%';\nSET PASSWORD = ;\n"),
    ];
    for (name, text) in scripts {
        folder.write(name, text);
    }
    let files: Vec<PathBuf> = scripts.iter().map(|(name, _)| name.into()).collect();
    let (of_all, whole) = run(&folder, &files);
    let (mut together, mut parts) = (Findings::new(), Findings::new());
    for shard in shards(&files) {
        let (of_shard, part) = run(&folder, &shard);
        together.extend(of_shard);
        parts.extend(part);
    }
    assert_eq!(whole, parts);
    assert!(whole.len() > 5, "{whole:?}");
    // Who turns the channel away is in another part.
    assert!(together.is_empty(), "{together:?}");
    assert!(!of_all.is_empty());
}

#[test]
fn parts_of_a_directory_of_scripts_that_stand_for_themselves_too() {
    let shared = std::env::var_os("REPLINT_SHARED").map_or_else(|| Path::new("../shared").to_owned(), PathBuf::from);
    let Ok(sql) = fs::canonicalize(Path::new(env!("CARGO_MANIFEST_DIR")).join(shared).join("realworld/sql")) else {
        eprintln!("skipped: there is no realworld/sql");
        return;
    };
    let mut files: Vec<PathBuf> = fs::read_dir(sql).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let folder = Scratch::new("shards-realworld");
    let (_, whole) = run(&folder, &files);
    let parts: Findings = files.chunks(files.len().div_ceil(7)).flat_map(|shard| run(&folder, shard).1).collect();
    assert_eq!(whole.len(), parts.len());
    assert!(whole == parts);
}
