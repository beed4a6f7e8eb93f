//! Which files are read.

#[path = "support/scratch.rs"]
mod scratch;

use scratch::Scratch;

const WRONG: &str = "DROP USER;\n";

#[test]
fn a_directory_stands_for_its_scripts_and_templates() {
    let folder = Scratch::new("files-patterns");
    for name in
        ["a.sql", "b.DDL", "c.sql.j2", "d.sql.erb", "e.sql.in", "f.txt", "g.sql.bak", ".h.sql", "i/j.sql.example"]
    {
        folder.write(name, WRONG);
    }
    assert_eq!(folder.found_in(["check"]), ["a.sql", "b.DDL", "c.sql.j2", "d.sql.erb", "e.sql.in", "i/j.sql.example"]);
    assert_eq!(folder.found_in(["check", "f.txt", ".h.sql"]), [".h.sql", "f.txt"]);
}

#[test]
fn what_is_excluded_is_not_read_even_if_it_is_named() {
    let folder = Scratch::new("files-excluded");
    for name in ["a.sql", "vendor/b.sql", "old/c.sql"] {
        folder.write(name, WRONG);
    }
    folder.write("replint.toml", "exclude = [\"vendor/\"]\n");
    assert_eq!(folder.found_in(["check"]), ["a.sql", "old/c.sql"]);
    assert_eq!(folder.found_in(["check", "a.sql", "vendor/b.sql", "vendor"]), ["a.sql"]);
    assert_eq!(folder.found_in(["check", ".", "--exclude", "old/"]), ["a.sql"]);
    assert_eq!(
        folder.found_in(["check", "a.sql", "old/c.sql", "--exclude", "*.sql", "--exclude", "!a.sql"]),
        ["a.sql"]
    );
    assert_eq!(folder.found_in(["check", "vendor/b.sql", "--no-exclude"]), ["vendor/b.sql"]);
    // As a shell completes it.
    assert_eq!(folder.found_in(["check", ".", "--exclude", "./old"]), ["a.sql"]);
    folder.write("replint.toml", "exclude = [\"./vendor\", \"./old/*\", \"!./old/c.sql\"]\n");
    assert_eq!(folder.found_in(["check"]), ["a.sql", "old/c.sql"]);

    let ran = folder.replint(["check", "vendor/b.sql"]);
    assert_eq!(ran.status, 0);
    assert!(
        ran.stderr.starts_with("everything that was named is excluded; --no-exclude checks it\n"),
        "{}",
        ran.stderr
    );
    let ran = folder.replint_with(["check", "-", "--stdin-filename", "vendor/b.sql"], WRONG.as_bytes());
    assert_eq!((ran.status, &*ran.stdout), (0, ""));
    let ran = folder.replint(["check", ".", "--exclude", "{a"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.starts_with("error: --exclude {a: "), "{}", ran.stderr);
}

#[test]
fn a_file_is_read_once_however_it_is_named() {
    let folder = Scratch::new("files-detour");
    folder.write("a.sql", WRONG);
    folder.write("b/c.sql", WRONG);
    let whole = folder.path().join("a.sql").into_os_string().into_string().unwrap();
    assert_eq!(
        folder.found_in(["check", "a.sql", "./a.sql", "b/../a.sql", "../files-detour/a.sql", &whole]),
        ["a.sql"]
    );
    assert_eq!(folder.found_in(["check", "b/..", "../files-detour/b"]), ["a.sql", "b/c.sql"]);
}

#[test]
fn a_list_names_files() {
    let folder = Scratch::new("files-list");
    for name in ["a.sql", "b c.sql", "d.sql"] {
        folder.write(name, WRONG);
    }
    let names = |ran: scratch::Ran| {
        let paths = ran.stdout.lines().map(|line| line.split(':').next().unwrap().to_owned()).collect::<Vec<_>>();
        (ran.status, paths.join("|"))
    };
    let check = ["check", "--files-from", "-", "--format", "concise"];
    assert_eq!(names(folder.replint_with(check, b"a.sql\nb c.sql\r\n")), (1, "a.sql|b c.sql".into()));
    assert_eq!(names(folder.replint_with(check, b"")), (0, "".into()));
    folder.write("list", "d.sql");
    assert_eq!(
        names(folder.replint(["check", "a.sql", "--files-from", "list", "--format", "concise"])),
        (1, "a.sql|d.sql".into())
    );

    let ran = folder.replint(["check", "--files-from", "none"]);
    assert_eq!(
        (ran.status, &*ran.stderr.replace("\r", "")),
        (2, "error: cannot read none: no such file or directory; check the path, or leave it out if it was deleted\n")
    );
    let ran = folder.replint(["check", "-", "--files-from", "-"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("both a script and the list of files"), "{}", ran.stderr);
}

#[test]
#[cfg(unix)]
fn names_may_be_any_bytes() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = Scratch::new("files-bytes");
    let names: [&[u8]; 3] = [b"a b\n.sql", b"\xff.sql", "ñ'\"$(x).sql".as_bytes()];
    names.iter().for_each(|name| folder.write(OsStr::from_bytes(name), WRONG));
    let list = names.join(&0);
    let check = ["check", "--files-from", "-", "--format", "concise"];
    for ran in [folder.replint_with(check, &list), folder.replint(["check", ".", "--format", "concise"])] {
        assert_eq!((ran.status, ran.stdout.lines().count()), (1, 3), "{}{}", ran.stdout, ran.stderr);
        assert!(ran.stderr.starts_with("3 errors in 3 files;"), "{}", ran.stderr);
    }
}

#[test]
fn statistics_count_the_findings_of_each_rule() {
    let folder = Scratch::new("files-statistics");
    folder.write("a.sql", "DROP USER;\nDROP USER;\nSTOP SLAVE NOW;\n");
    let ran = folder.replint(["check", "--statistics", "--format", "concise"]);
    let lines: Vec<&str> = ran.stderr.lines().collect();
    assert_eq!(lines[..2], ["     2 error   unexpected-end", "     1 error   unexpected-token"]);
    assert!(lines[2].starts_with("3 errors in 1 file; 1 file, 3 statements checked"), "{}", ran.stderr);
}
