//! `--since`: what git says has changed.

#[path = "support/scratch.rs"]
mod scratch;

use std::process::Command;

use scratch::Scratch;

const WRONG: &str = "DROP USER;\n";

fn git(folder: &Scratch, arguments: &[&str]) {
    let who = [
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@example.com",
        "-c",
        "init.defaultBranch=main",
        "-c",
        "commit.gpgsign=false",
    ];
    let output = Command::new("git").current_dir(folder.path()).args(who).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn repository(name: &str) -> Scratch {
    let folder = Scratch::new(name);
    git(&folder, &["init", "-q"]);
    for name in ["a.sql", "db/b c.sql", "db/d.sql", "db/gone.sql"] {
        folder.write(name, WRONG);
    }
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "one"]);
    folder
}

#[test]
fn only_changed_files_are_reported() {
    let folder = repository("since-changed");
    assert_eq!(folder.found_in(["check", "--since", "HEAD"]), Vec::<String>::new());
    folder.write("db/b c.sql", "DROP ROLE;\n");
    folder.write("db/new.sql", WRONG);
    folder.write("staged.sql", WRONG);
    std::fs::remove_file(folder.path().join("db/gone.sql")).unwrap();
    git(&folder, &["add", "staged.sql"]);
    let changed = ["db/b c.sql", "db/new.sql", "staged.sql"];
    assert_eq!(folder.found_in(["check", "--since", "HEAD"]), changed);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "two"]);
    assert_eq!(folder.found_in(["check", "--since", "HEAD"]), Vec::<String>::new());
    assert_eq!(folder.found_in(["check", "--since", "HEAD~1"]), changed);
    let absolute = folder.path().join("staged.sql");
    assert_eq!(folder.found_in(["check", "--since", "HEAD~1", absolute.to_str().unwrap(), "a.sql"]), ["staged.sql"]);
}

#[test]
fn what_others_did_on_the_line_of_the_revision_does_not_count() {
    let folder = repository("since-fork");
    git(&folder, &["checkout", "-q", "-b", "work"]);
    folder.write("work.sql", WRONG);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "work"]);
    git(&folder, &["checkout", "-q", "main"]);
    folder.write("a.sql", "DROP ROLE;\n");
    git(&folder, &["commit", "-q", "-a", "-m", "main"]);
    git(&folder, &["checkout", "-q", "work"]);
    assert_eq!(folder.found_in(["check", "--since", "main"]), ["work.sql"]);
}

#[test]
fn files_that_did_not_change_are_still_replayed() {
    let folder = Scratch::new("since-replayed");
    git(&folder, &["init", "-q"]);
    folder.write(
        "db/V1__channel.sql",
        "CHANGE MASTER TO MASTER_HOST = 'db1', MASTER_SSL_CA = '/etc/ca.pem', MASTER_SSL = 1;\n",
    );
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "one"]);
    folder.write("db/V2__off.sql", "CHANGE MASTER TO MASTER_SSL = 0;\nSTART SLAVE;\n");
    let check = ["check", "--since", "HEAD", "--target", "mysql-5.7", "--format", "concise"];
    // The change broke what did not change.
    let ran = folder.replint(check);
    assert!(ran.stdout.starts_with("db/V1__channel.sql:1:39: error[tls-options-without-ssl]"), "{}", ran.stdout);
    assert!(ran.stderr.contains("2 files, 3 statements"), "{}", ran.stderr);
    // What stands in a script is ignored there, whichever script brings it up.
    let channel = folder.read("db/V1__channel.sql");
    folder.write("db/V1__channel.sql", &format!("-- replint: ignore[tls-options-without-ssl] soon\n{channel}"));
    assert_eq!(folder.replint(check).stdout, "");
    folder.write("db/V1__channel.sql", &channel);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "two"]);
    assert_eq!(folder.replint(check).stdout, "");
}

#[test]
fn what_git_cannot_say_is_said() {
    let folder = repository("since-errors");
    for revision in ["nowhere", "--help", "", "-z"] {
        let ran = folder.replint(["check", &format!("--since={revision}")]);
        assert_eq!(ran.status, 2, "{revision}");
        assert!(
            ran.stderr.contains(&format!("--since {revision}: git knows no such revision; fetch it first")),
            "{}",
            ran.stderr
        );
    }
    let outside = Command::new(env!("CARGO_BIN_EXE_replint"))
        .args(["check", "--since", "HEAD"])
        .current_dir("/")
        .output()
        .unwrap();
    assert_eq!(outside.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&outside.stderr).contains("this directory is in no git repository"), "{outside:?}");
    let without = Command::new(env!("CARGO_BIN_EXE_replint"))
        .args(["check", "--since", "HEAD"])
        .current_dir(folder.path())
        .env("PATH", "")
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&without.stderr).contains("there is no `git` in PATH"), "{without:?}");
}
