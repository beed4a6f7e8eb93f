//! What users see: `tests/cli/*.toml`, one behaviour a file; and what no file can describe.

use std::process::{Command, Output, Stdio};

use replint::report::Format;

const SCRIPT: &str = "DROP USER;\n";

#[test]
fn cases() {
    // Inside GitHub Actions the default is another one.
    trycmd::TestCases::new().env("GITHUB_ACTIONS", "").case("tests/cli/*.toml");
}

fn replint() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_replint"));
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/scripts")).env_remove("GITHUB_ACTIONS");
    command
}

fn status(output: &Output) -> Option<i32> {
    output.status.code()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn colours_are_used_when_asked_for_and_only_then() {
    let run = |color: &str| replint().args(["check", "many", "--color", color]).output().unwrap().stdout;
    assert!(run("always").contains(&0x1b));
    assert!(!run("auto").contains(&0x1b));
    assert!(!run("never").contains(&0x1b));
}

#[test]
fn the_picture_of_the_readme_is_current() {
    let arguments = ["topology", "two-sources", "--target", "mysql-8.4", "--format", "mermaid"];
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/samples");
    let picture = replint().current_dir(samples).args(arguments).output().unwrap().stdout;
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    assert!(readme.contains(text(&picture)), "README.md shows another picture than\n{}", text(&picture));
}

#[test]
fn github_actions_gets_annotations_unless_a_format_is_named() {
    let run = |arguments: &[&str]| {
        replint().env("GITHUB_ACTIONS", "true").args(["check", "many/b.sql"]).args(arguments).output().unwrap().stdout
    };
    assert!(text(&run(&[])).starts_with("::error file=many/b.sql,line=1,endLine=1,col=10,endColumn=10,title="));
    assert!(text(&run(&["--format", "concise"])).starts_with("many/b.sql:1:10: error["));
}

#[test]
fn the_readme_shows_what_the_command_prints() {
    let root = env!("CARGO_MANIFEST_DIR");
    let output =
        replint().current_dir(root).args(["check", "samples/replica.sql", "--target", "mysql-8.4"]).output().unwrap();
    let printed = format!("```text\n{}{}```", text(&output.stdout), text(&output.stderr));
    let readme = std::fs::read_to_string(format!("{root}/README.md")).unwrap();
    assert!(readme.contains(&printed), "README.md does not hold\n{printed}");
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::ffi::OsStr;
    use std::fs::{self, File};
    use std::io::Read;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;
    use std::thread;

    /// An empty directory of a test's own.
    fn directory(name: &str) -> PathBuf {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        path
    }

    #[test]
    fn a_reader_that_has_seen_enough_is_no_trouble() {
        let path = directory("broken-pipe").join("many.sql");
        fs::write(&path, SCRIPT.repeat(5000)).unwrap();
        let check = Format::ALL.map(|format| vec!["check", "--format", format.name()]);
        for arguments in check.into_iter().chain([vec!["parse"], vec!["upgrade", "--to", "mysql-8.4"]]) {
            let mut command = replint();
            command.args(&arguments).arg(&path).stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut child = command.spawn().unwrap();
            child.stdout.take().unwrap().read_exact(&mut [0; 10]).unwrap();
            let output = child.wait_with_output().unwrap();
            assert!(matches!(status(&output), Some(0 | 1)), "{arguments:?}: {}", text(&output.stderr));
            assert!(!text(&output.stderr).contains("cannot write"), "{arguments:?}: {}", text(&output.stderr));
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_full_disk_is_trouble() {
        for command in ["check", "parse"] {
            let full = File::options().write(true).open("/dev/full").unwrap();
            let output = replint().args([command, "many/b.sql"]).stdout(full).output().unwrap();
            assert_eq!(status(&output), Some(2));
            let stderr = text(&output.stderr);
            assert!(stderr.contains("cannot write to standard output: no space left on device"), "{stderr}");
        }
    }

    #[test]
    fn a_report_takes_the_place_of_a_file_when_it_is_complete() {
        let path = directory("reports");
        let (report, link) = (path.join("report.json"), path.join("link.json"));
        fs::write(&report, "old").unwrap();
        fs::set_permissions(&report, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink("report.json", &link).unwrap();
        let run = |file: &PathBuf| {
            let format = format!("json={}", file.display());
            replint().args(["check", "many", "-q", "--format", &format]).output().unwrap()
        };
        let output = run(&link);
        assert_eq!((status(&output), text(&output.stdout), text(&output.stderr)), (Some(1), "", ""));
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(fs::read_to_string(&report).unwrap().ends_with("}\n"));
        assert_eq!(fs::metadata(&report).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(fs::read_dir(&path).unwrap().count(), 2);

        let output = run(&path.join("none/report.json"));
        assert_eq!((status(&output), text(&output.stdout)), (Some(2), ""));
        assert!(text(&output.stderr).ends_with("none/report.json: no such file or directory\n"), "{output:?}");
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_report_that_cannot_be_written_does_not_stop_the_others() {
        let output = replint().args(["check", "many", "--format", "sarif=/dev/full", "--format", "concise"]).output();
        let output = output.unwrap();
        assert_eq!(status(&output), Some(2));
        assert_eq!(text(&output.stdout).lines().count(), 3);
        assert!(text(&output.stderr).contains("cannot write /dev/full: no space left on device"), "{output:?}");
    }

    #[test]
    fn what_could_not_be_read_is_in_the_report() {
        for (format, wanted) in [
            ("json", "\"troubles\":[\"cannot read missing.sql"),
            ("sarif", "\"executionSuccessful\":false"),
            ("junit", "errors=\"1\""),
        ] {
            let output = replint().args(["check", "clean.sql", "missing.sql", "--format", format]).output().unwrap();
            assert_eq!(status(&output), Some(2));
            assert!(text(&output.stdout).contains(wanted), "{output:?}");
        }
    }

    #[test]
    fn a_file_is_reported_the_same_however_it_is_named() {
        let of = |path: &str| replint().args(["check", path, "--format", "jsonl"]).output().unwrap().stdout;
        let absolute = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/scripts/many/b.sql");
        assert_eq!(text(&of("many/b.sql")), text(&of(absolute)));
        assert_eq!(text(&of("many/b.sql")), text(&of("./many/b.sql")));
    }

    #[test]
    fn a_fifo_is_read() {
        let path = directory("fifo").join("script");
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        let writer = thread::spawn({
            let path = path.clone();
            move || fs::write(path, SCRIPT).unwrap()
        });
        let output = replint().args(["check", "--format", "concise"]).arg(&path).output().unwrap();
        writer.join().unwrap();
        assert_eq!(status(&output), Some(1));
        assert!(text(&output.stdout).contains("unexpected-end"));
    }

    #[test]
    fn a_directory_that_may_not_be_read_is_trouble() {
        let path = directory("closed");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        let is_open_to_all = fs::read_dir(&path).is_ok();
        let output = replint().arg("check").arg(&path).output().unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
        if is_open_to_all {
            println!("skipped: this user may read everything");
            return;
        }
        assert_eq!(status(&output), Some(2));
        let stderr = text(&output.stderr);
        assert!(stderr.contains("closed: permission denied; what is in it was not checked"), "{stderr}");
    }

    #[test]
    fn a_name_cannot_write_to_the_terminal() {
        let path = directory("names").join(OsStr::from_bytes(b"a\x1b[2J\xff\n.sql"));
        fs::write(&path, SCRIPT).unwrap();
        for format in ["text", "concise"] {
            let output = replint().args(["check", "--format", format]).arg(&path).output().unwrap();
            assert_eq!(status(&output), Some(1));
            assert!(!output.stdout.contains(&0x1b), "{}", text(&output.stdout));
            assert!(text(&output.stdout).contains("a\u{fffd}[2J\u{fffd}\u{fffd}.sql:1:10"));
        }
        let missing = replint().arg("check").arg(OsStr::from_bytes(b"\x1b[2J.sql")).output().unwrap();
        assert!(!missing.stderr.contains(&0x1b), "{}", text(&missing.stderr));
    }

    #[test]
    fn links_to_files_are_read_and_loops_are_not_followed() {
        let path = directory("links");
        fs::write(path.join("a.sql"), SCRIPT).unwrap();
        std::os::unix::fs::symlink("a.sql", path.join("b.sql")).unwrap();
        std::os::unix::fs::symlink(".", path.join("c.sql")).unwrap();
        let output = replint().args(["check", "--format", "concise"]).arg(&path).output().unwrap();
        assert_eq!((status(&output), text(&output.stdout).lines().count()), (Some(1), 2));
    }

    #[test]
    fn what_git_ignores_is_not_read() {
        let path = directory("ignored");
        fs::create_dir(path.join(".git")).unwrap();
        fs::write(path.join(".gitignore"), "dumps/\n").unwrap();
        fs::create_dir(path.join("dumps")).unwrap();
        for name in ["a.sql", "dumps/b.sql", ".hidden.sql"] {
            fs::write(path.join(name), SCRIPT).unwrap();
        }
        let lines = |argument: &PathBuf| {
            let output = replint().args(["check", "--format", "concise"]).arg(argument).output().unwrap();
            text(&output.stdout).lines().count()
        };
        assert_eq!(lines(&path), 1);
        assert_eq!(lines(&path.join("dumps/b.sql")), 1);
    }
}
