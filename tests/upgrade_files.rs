//! `upgrade --write` and files: what is written, what is left alone.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

const OLD: &str = "STOP SLAVE;\r\n";
const NEW: &str = "STOP REPLICA;\r\n";

fn upgrade(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_replint"));
    command.current_dir(folder).args(["upgrade", "--to", "mysql-8.4"]).args(arguments).output().unwrap()
}

fn errors(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn a_link_stays_a_link_and_the_mode_stays() {
    let folder = tempfile::tempdir().unwrap();
    let real = folder.path().join("real");
    fs::write(&real, OLD).unwrap();
    fs::set_permissions(&real, PermissionsExt::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("real", folder.path().join("link.sql")).unwrap();
    let output = upgrade(folder.path(), &["--write"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert!(fs::symlink_metadata(folder.path().join("link.sql")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&real).unwrap(), NEW);
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left behind");
}

#[test]
fn nothing_is_written_unless_it_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.sql");
    fs::write(&path, OLD).unwrap();
    for arguments in [&[][..], &["--diff"]] {
        assert_eq!(upgrade(folder.path(), arguments).status.code(), Some(1));
        assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
    }
}

#[test]
fn a_file_that_cannot_be_written_is_said_and_the_others_are_written() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.sql", "b.sql"] {
        fs::write(folder.path().join(name), OLD).unwrap();
    }
    fs::set_permissions(folder.path().join("a.sql"), PermissionsExt::from_mode(0o444)).unwrap();
    let output = upgrade(folder.path(), &["--write"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("cannot upgrade a.sql: it is read-only"), "{}", errors(&output));
    assert!(errors(&output).contains("1 statement rewritten in 1 file"), "{}", errors(&output));
    assert_eq!(fs::read_to_string(folder.path().join("a.sql")).unwrap(), OLD);
    assert_eq!(fs::read_to_string(folder.path().join("b.sql")).unwrap(), NEW);
}

#[test]
fn migrations_know_what_those_before_them_did() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("9_users.sql", "CREATE USER app IDENTIFIED WITH caching_sha2_password BY 'x';\n");
    write("10_grants.sql", "GRANT SELECT ON a.* TO app IDENTIFIED BY 'y';\n");
    write("alone.sql", "GRANT SELECT ON a.* TO app IDENTIFIED BY 'y';\n");
    let output = upgrade(folder.path(), &["--write"]);
    assert!(errors(&output).contains("2 statements rewritten in 2 files"), "{}", errors(&output));
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(read("10_grants.sql"), "ALTER USER app IDENTIFIED BY 'y';\nGRANT SELECT ON a.* TO app;\n");
    assert!(read("alone.sql").starts_with("CREATE USER IF NOT EXISTS app "));
}

#[test]
fn the_targets_of_the_configuration_are_what_scripts_were_written_for() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("replint.toml"), "targets = [\"mariadb-10.11\"]\n").unwrap();
    fs::write(folder.path().join("a.sql"), "CHANGE MASTER 'c' TO MASTER_HOST = 'db1';\n").unwrap();
    upgrade(folder.path(), &["--write"]);
    let text = fs::read_to_string(folder.path().join("a.sql")).unwrap();
    assert_eq!(text, "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1' FOR CHANNEL 'c';\n");
}
