//! Baselines: what is known is not reported.

#[path = "support/scratch.rs"]
mod scratch;

use std::fs;

use scratch::Scratch;

const SCRIPT: &str = "DROP USER;\nSET PASSWORD FOR a = 'tiger;\n";
const WRITE: [&str; 4] = ["check", ".", "--write-baseline", "known"];
const CHECK: [&str; 6] = ["check", ".", "--baseline", "known", "--format", "concise"];

fn folder(name: &str) -> Scratch {
    let folder = Scratch::new(name);
    folder.write("db/a b.sql", SCRIPT);
    folder.write("db/c.sql", "DROP ROLE;\nDROP ROLE;\n");
    folder
}

#[test]
fn only_what_is_new_is_reported() {
    let folder = folder("baseline-new");
    let ran = folder.replint(WRITE);
    assert_eq!((ran.status, &*ran.stdout), (0, ""));
    assert!(
        ran.stderr.starts_with("known: 4 findings written\nno new findings, 4 in the baseline; 2 files,"),
        "{}",
        ran.stderr
    );
    let text = folder.read("known");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "# replint baseline 1");
    assert!(lines[1].starts_with("db/a\\u{20}b.sql unclosed-quote "), "{text}");
    assert!(lines[1..].is_sorted() && lines.len() == 5 && !text.contains("tiger"), "{text}");

    let ran = folder.replint(CHECK);
    assert_eq!((ran.status, &*ran.stdout), (0, ""), "{}", ran.stderr);
    // Lines move, and one more of the same comes.
    folder.write("db/c.sql", "SELECT 1;\n\nDROP  ROLE;\nDROP ROLE;\nDROP ROLE;\nDROP USER;\n");
    let ran = folder.replint(CHECK);
    assert_eq!(ran.status, 1);
    let places: Vec<&str> = ran.stdout.lines().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(places, ["db/c.sql:5:10", "db/c.sql:6:10"]);
    assert!(ran.stderr.starts_with("2 errors in 1 file, 4 in the baseline; 2 files,"), "{}", ran.stderr);
}

#[test]
fn what_is_gone_is_said_and_pruned() {
    let folder = folder("baseline-stale");
    folder.replint(WRITE);
    let before = folder.read("known");
    // A run that does not read the file, or does not ask the rule, knows nothing about it.
    for arguments in
        [&["check", "db/a b.sql", "--baseline", "known"][..], &["check", ".", "--baseline", "known", "--select", "tls"]]
    {
        let ran = folder.replint(arguments);
        assert_eq!((ran.status, ran.stderr.lines().count()), (0, 1), "{}", ran.stderr);
    }
    folder.write("db/c.sql", "DROP ROLE;\n");
    let ran = folder.replint(CHECK);
    assert_eq!(ran.status, 0);
    assert!(
        ran.stderr.starts_with(
            "known: 1 finding no longer there; --prune-baseline removes them\n  db/c.sql: unexpected-end\n"
        ),
        "{}",
        ran.stderr
    );
    assert_eq!(folder.read("known"), before);
    let ran = folder.replint(CHECK.iter().chain(&["--prune-baseline"]));
    assert!(ran.stderr.starts_with("known: 1 finding removed"), "{}", ran.stderr);
    assert_eq!(folder.read("known").lines().count(), 4);
    fs::remove_file(folder.path().join("db/c.sql")).unwrap();
    folder.replint(CHECK.iter().chain(&["--prune-baseline"]));
    assert!(!folder.read("known").contains("c.sql"));
    assert_eq!(folder.replint(CHECK).stderr.lines().count(), 1);
}

#[test]
fn the_configuration_names_one() {
    let folder = folder("baseline-config");
    folder.write("db/replint.toml", "baseline = \"known\"\n");
    let ran = folder.replint(["check", "."]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.stderr.contains("cannot read db/known: no such file or directory; `--write-baseline db/known` writes it"),
        "{}",
        ran.stderr
    );
    folder.replint(["check", ".", "--write-baseline", "db/known"]);
    assert_eq!(folder.replint(["check", "."]).status, 0);
    assert_eq!(folder.replint(["check", ".", "--no-config"]).status, 1);
}

#[test]
fn what_is_wrong_is_said() {
    let folder = folder("baseline-wrong");
    for (text, wanted) in [
        ("# replint baseline 2\n", "cannot use known: it is a baseline of version 2, and this replint reads version 1"),
        ("{}", "cannot use known: it is no baseline of replint"),
        ("# replint baseline 1\n=======\n", "cannot use known: line 2 is no entry"),
        (
            "# replint baseline 1\nx.sql a 27cad391185953bed02c9cf9fefdc105\n",
            "no file of known is here; run replint in the directory",
        ),
    ] {
        folder.write("known", text);
        let ran = folder.replint(CHECK);
        assert_eq!(ran.status, 2);
        assert!(ran.stderr.contains(wanted), "{}", ran.stderr);
        assert_eq!(folder.read("known"), text);
    }
    let ran = folder.replint(["check", ".", "--prune-baseline"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("no baseline is named"), "{}", ran.stderr);
    let ran = folder.replint(["check", ".", "--write-baseline", "none/known"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("cannot write none/known: no such file or directory"), "{}", ran.stderr);
    folder.write("known", "# replint baseline 1\n");
    let ran = folder.replint(["check", ".", "missing.sql", "--write-baseline", "known"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("known was not written: some input could not be read"), "{}", ran.stderr);
    assert_eq!(folder.read("known"), "# replint baseline 1\n");
}
