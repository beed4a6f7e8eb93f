//! `--fix` and files: what is written, what is left alone, and that nothing is lost.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const CLEAR: &str = "CHANGE MASTER TO MASTER_HOST = 'db1', MASTER_SSL = 2;\n";

fn replint(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_replint"));
    command.current_dir(folder).env_remove("GITHUB_ACTIONS").arg("check").args(arguments).output().unwrap()
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn errors(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn a_link_stays_a_link_and_the_mode_stays() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    fs::create_dir(folder.path().join("real")).unwrap();
    let real = folder.path().join("real/a.sql");
    fs::write(&real, CLEAR).unwrap();
    fs::set_permissions(&real, PermissionsExt::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("real/a.sql", folder.path().join("link.sql")).unwrap();
    let output = replint(folder.path(), &["link.sql", "--fix", "--unsafe-fixes"]);
    assert!(fs::symlink_metadata(folder.path().join("link.sql")).unwrap().is_symlink(), "{}", errors(&output));
    assert!(fs::read_to_string(&real).unwrap().contains("MASTER_SSL = 1"), "{}", errors(&output));
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_dir(folder.path().join("real")).unwrap().count(), 1, "nothing is left behind");
}

#[test]
fn a_file_that_cannot_be_written_is_said_and_left() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let path = folder.path().join("a.sql");
    fs::write(&path, CLEAR).unwrap();
    fs::set_permissions(&path, PermissionsExt::from_mode(0o444)).unwrap();
    let output = replint(folder.path(), &["a.sql", "--fix", "--unsafe-fixes"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("cannot fix a.sql: it is read-only"), "{}", errors(&output));
    assert_eq!(fs::read_to_string(&path).unwrap(), CLEAR);
}

#[test]
fn line_ends_and_bytes_that_are_no_text_stay() {
    let folder = folder();
    let path = folder.path().join("a.sql");
    let text = b"-- caf\xe9\r\nCHANGE MASTER TO\r\n  MASTER_HOST = 'db\xff1',\r\n  MASTER_SSL = 2;\r\n-- \xf0end";
    fs::write(&path, text).unwrap();
    replint(folder.path(), &["a.sql", "--fix", "--unsafe-fixes"]);
    let fixed = fs::read(&path).unwrap();
    assert_ne!(fixed, text);
    assert!(fixed.starts_with(b"-- caf\xe9\r\nCHANGE MASTER TO\r\n  MASTER_HOST = 'db\xff1',\r\n"));
    assert!(fixed.ends_with(b"\r\n-- \xf0end"));
}

#[test]
fn a_second_run_changes_nothing() {
    let folder = folder();
    let path = folder.path().join("a.sql");
    let script = "mysql> CHANGE MASTER TO MASTER_HOST = 'db1', MASTER_SSL = 2, MASTER_SSL_CA = '/ca.pem', MASTER_SSL_CA = '/ca.pem';\n\
                  GRANT REPLICATION SLAVE ON *.* TO repl@10.0.0.%;\n";
    fs::write(&path, script).unwrap();
    replint(folder.path(), &["a.sql", "--fix", "--unsafe-fixes"]);
    let once = fs::read_to_string(&path).unwrap();
    assert!(once.contains("repl@'10.0.0.%'") && !once.contains("mysql>"), "{once}");
    replint(folder.path(), &["a.sql", "--fix", "--unsafe-fixes"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), once);
}

#[test]
fn a_diff_writes_nothing_and_shows_no_secret() {
    let folder = folder();
    let path = folder.path().join("a.sql");
    let script = "INSERT INTO notes VALUES ('hidden-note');\nCHANGE MASTER TO MASTER_HOST = 'db1',\n  MASTER_PASSWORD = 'hidden-word', MASTER_SSL = 2;\n";
    fs::write(&path, script).unwrap();
    let output = replint(folder.path(), &["a.sql", "--diff", "--unsafe-fixes"]);
    let diff = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        diff.contains("--- a.sql\n+++ a.sql\n") && diff.contains("+  MASTER_PASSWORD = '***********', MASTER_SSL = 1;"),
        "{diff}"
    );
    assert!(!diff.contains("hidden"), "{diff}");
    assert_eq!(fs::read_to_string(&path).unwrap(), script);
}

#[test]
fn many_findings_are_fixed_in_one_go() {
    let folder = folder();
    let path = folder.path().join("a.sql");
    let script = "CHANGE MASTER TO MASTER_SSL = 2 FOR CHANNEL 'a';\n".repeat(20_000);
    fs::write(&path, &script).unwrap();
    let output = replint(
        folder.path(),
        &["a.sql", "--fix", "--unsafe-fixes", "--target", "mysql-8.0", "-q", "--select", "switch-not-zero-or-one"],
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), script.replace("= 2", "= 1"), "{}", errors(&output));
}

#[test]
fn words_that_are_gone_are_replaced_for_the_targets_and_not_for_an_upgrade() {
    let folder = folder();
    let path = folder.path().join("a.sql");
    let old = "CHANGE MASTER TO MASTER_HOST = 'db1', -- kept\n  MASTER_SSL = 1;\nstart slave;\n";
    fs::write(&path, old).unwrap();
    replint(folder.path(), &["a.sql", "--fix", "--target", "mysql-5.7", "--upgrade-to", "mysql-8.4"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), old);
    let output = replint(folder.path(), &["a.sql", "--fix", "--target", "mysql-8.4"]);
    let new = "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', -- kept\n  SOURCE_SSL = 1;\nstart replica;\n";
    assert_eq!(fs::read_to_string(&path).unwrap(), new, "{}", errors(&output));
}

/// What people have written: the fixes settle in one run, break nothing, and every safe one is made.
#[test]
fn scripts_of_public_repositories() {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let shared = std::env::var_os("REPLINT_SHARED").map_or_else(beside, Into::into).join("realworld/sql");
    let Ok(entries) = fs::read_dir(&shared) else {
        println!("skipped: no scripts at {}", shared.display());
        return;
    };
    let names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
    for fixes in [&["--fix"][..], &["--fix", "--unsafe-fixes"]] {
        let folder = folder();
        for name in &names {
            // A copy would be read-only where they are.
            fs::write(folder.path().join(name), fs::read(shared.join(name)).unwrap()).unwrap();
        }
        let texts = || names.iter().map(|name| fs::read(folder.path().join(name)).unwrap()).collect::<Vec<_>>();
        // The number of findings, and of those of the parser.
        let count = || {
            let found = replint(folder.path(), &[".", "-q", "--format", "jsonl", "--no-config"]).stdout;
            let found = String::from_utf8(found).unwrap();
            (found.lines().count(), found.lines().filter(|line| line.contains("\"area\":\"syntax\"")).count())
        };
        let (before, (found, refused)) = (texts(), count());
        let output = replint(folder.path(), &[&[".", "-q", "--no-config"], fixes].concat());
        assert!(output.status.code().is_some_and(|status| status < 2), "{}", errors(&output));
        let (once, (found_then, refused_then)) = (texts(), count());
        let changed = before.iter().zip(&once).filter(|(before, once)| before != once).count();
        println!(
            "{fixes:?}: {found} findings, {found_then} after; {refused} of the parser, {refused_then} after; {changed} files changed"
        );
        assert!(found_then <= found && refused_then <= refused, "{fixes:?}");
        replint(folder.path(), &[&[".", "-q", "--no-config"], fixes].concat());
        assert!(texts() == once, "{fixes:?}: a second run changes something");
    }
}
