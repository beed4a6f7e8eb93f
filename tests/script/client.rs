//! What ends a statement, checked against the `mysql` and `mariadb` clients.

use super::told;

#[test]
fn semicolons_and_the_end_of_the_file() {
    assert_eq!(told("GRANT a; GRANT b; -- c\nGRANT c"), ["1:1 GRANT a", "1:10 GRANT b", "2:1 GRANT c", "3 0 0"]);
    assert_eq!(told("GRANT a;;GRANT b;"), ["1:1 GRANT a", "1:10 GRANT b", "2 0 0"]);
    assert_eq!(told(";\n ; \n"), ["0 0 0"]);
    assert_eq!(told(""), ["0 0 0"]);
    assert_eq!(told("-- nothing\n/* here */ # at all"), ["0 0 0"]);
}

#[test]
fn commands_of_one_letter() {
    assert_eq!(told("GRANT a\\G\nGRANT b"), ["1:1 GRANT a", "2:1 GRANT b", "2 0 0"]);
    assert_eq!(told("GRANT a\\g GRANT b;\n"), ["1:1 GRANT a", "1:11 GRANT b", "2 0 0"]);
    assert_eq!(told("GRANT a\\G;\n"), ["1:1 GRANT a", "1 0 0"]);
    assert_eq!(told("GRANT a \\; \n;\n"), ["1:1 GRANT a \\;", "1 0 0"], "no such command");
    assert_eq!(told("SELECT \\N;GRANT a;"), ["1:11 GRANT a", "1 1 0"]);
    assert_eq!(told("GRANT a \\c\nGRANT b;"), ["2:1 GRANT b", "1 0 0"], "cleared");
    assert_eq!(told("\\! echo it's\nGRANT a;"), ["2:1 GRANT a", "1 0 0"]);
    assert_eq!(told("\\! echo a; GRANT b;"), ["1:12 GRANT b", "1 0 0"]);
    assert_eq!(told("SELECT 1 \\! echo it's\n+1;GRANT a;"), ["2:4 GRANT a", "1 1 0"]);
    assert_eq!(told("\\. other.sql\nGRANT a;"), ["2:1 GRANT a", "1 0 0"]);
    assert_eq!(told("GRANT a \\\n;GRANT b;"), ["1:1 GRANT a \\", "2:2 GRANT b", "2 0 0"]);
    assert_eq!(told("\\\r\nGRANT a;"), ["2:1 GRANT a", "1 0 0"], "a backslash at the end of a line");
}

#[test]
fn the_delimiter() {
    assert_eq!(told("DELIMITER //\nGRANT a//\nDELIMITER ;\nGRANT b;"), ["2:1 GRANT a", "4:1 GRANT b", "2 0 0"]);
    assert_eq!(told("delimiter $$\nGRANT a$$\nGRANT b$$"), ["2:1 GRANT a", "3:1 GRANT b", "2 0 0"]);
    assert_eq!(told("-- c\nDELIMITER //\nGRANT a//"), ["3:1 GRANT a", "1 0 0"]);
    assert_eq!(told("/* c */ DELIMITER //\nGRANT a//"), ["2:1 GRANT a", "1 0 0"]);
    assert_eq!(told("DELIMITER // \r\nGRANT a//\r\n"), ["2:1 GRANT a", "1 0 0"]);
    assert_eq!(told("DELIMITER // the rest is ignored ;\nGRANT a//\n"), ["2:1 GRANT a", "1 0 0"]);
    assert_eq!(told("DELIMITER \"//\"\nGRANT a//"), ["2:1 GRANT a", "1 0 0"]);
    assert_eq!(told("DELIMITER `a b`\nGRANT xa bGRANT ya b"), ["2:1 GRANT x", "2:11 GRANT y", "2 0 0"]);
    assert_eq!(told("\\d //\nGRANT a//"), ["2:1 GRANT a", "1 0 0"]);
    assert_eq!(told("DELIMITER ;;\nGRANT 'a;;b';;\nGRANT c;;"), ["2:1 GRANT 'a;;b'", "3:1 GRANT c", "2 0 0"]);
    assert_eq!(told("DELIMITER //\t\nGRANT a// b//\t\n"), ["2:1 GRANT a// b", "1 0 0"], "the tab belongs to it");
    assert_eq!(told("DELIMITER #\nGRANT a#\nGRANT b # c"), ["2:1 GRANT a", "3:1 GRANT b", "2 1 0"]);
    assert_eq!(
        told("DELIMITER 12345678901234567890\nGRANT x123456789012345GRANT y"),
        ["2:1 GRANT x", "2:23 GRANT y", "2 0 0"]
    );
    assert_eq!(told("SELECT 1\nDELIMITER //\n;GRANT a;"), ["3:2 GRANT a", "1 1 0"], "not at the start of a statement");
    assert_eq!(told("delimiterx\n;GRANT a;"), ["2:2 GRANT a", "1 1 0"], "another word");
    assert_eq!(told("DELIMITER a\\b\nGRANT a;"), ["2:1 GRANT a", "1 0 0"], "refused");
}

#[test]
fn a_delimiter_is_missing_or_stays() {
    assert_eq!(told("DELIMITER\nGRANT a;"), ["1:1 delimiter-without-argument", "2:1 GRANT a", "1 0 0"]);
    assert_eq!(told("delimiter;\nGRANT a;"), ["1:1 delimiter-without-argument", "2:1 GRANT a", "1 0 0"]);
    assert_eq!(
        told("GRANT a;\n  \\d\nGRANT b;"),
        ["1:1 GRANT a", "2:3 delimiter-without-argument", "3:1 GRANT b", "2 0 0"]
    );
    let never_reset = "DELIMITER //\nCREATE PROCEDURE p() SELECT 1//\nGRANT a;\nGRANT b;\n";
    assert_eq!(
        told(never_reset),
        ["3:1 GRANT a", "4:1 GRANT b", "2 1 0"],
        "the server takes what the client sends as one text"
    );
}

#[test]
fn comments() {
    assert_eq!(told("GRANT a /* it's; */ b;"), ["1:1 GRANT a /* it's; */ b", "1 0 0"]);
    assert_eq!(told("GRANT a -- it's;\n;"), ["1:1 GRANT a -- it's;", "1 0 0"]);
    assert_eq!(told("GRANT a # it's;\n;"), ["1:1 GRANT a # it's;", "1 0 0"]);
    assert_eq!(told("GRANT a --;\n;GRANT b"), ["1:1 GRANT a --", "2:2 GRANT b", "2 0 0"], "two signs");
    assert_eq!(told("GRANT a --\n'b;c';"), ["1:1 GRANT a --\n'b;c'", "1 0 0"]);
    assert_eq!(told("SELECT /*+ it's; */ 1;GRANT a"), ["1:23 GRANT a", "1 1 0"]);
    assert_eq!(
        told("-- it's\n  /* it's\n */ GRANT a"),
        ["3:5 GRANT a", "1 0 0"],
        "those before a statement are left out"
    );
    assert_eq!(told("--it's\nGRANT a"), ["2:1 GRANT a", "1 0 0"], "at the start of a statement");
    assert_eq!(told("SELECT 1 /*/ ; */;GRANT a"), ["1:19 GRANT a", "1 1 0"]);
}

#[test]
fn the_delimiter_counts_in_executable_comments() {
    assert_eq!(told("GRANT a /*!50000 b; */;GRANT c"), ["1:19 delimiter-in-version-comment", "1:24 GRANT c", "2 0 0"]);
    assert_eq!(told("GRANT a /*M! b; */;"), ["1:15 delimiter-in-version-comment", "1 0 0"]);
    assert_eq!(
        told("/*!50000 GRANT a; GRANT b */;"),
        ["1:17 delimiter-in-version-comment", "1:19 GRANT b */", "2 0 0"],
        "what follows is sent as it stands"
    );
    assert_eq!(told("/*!50000 GRANT a;\nGRANT b;"), ["1:17 delimiter-in-version-comment", "2:1 GRANT b", "2 0 0"]);
    assert_eq!(told("GRANT a /*!50000 ';' /* ; */ */;"), ["1:1 GRANT a /*!50000 ';' /* ; */ */", "1 0 0"]);
    assert_eq!(told("/*!50000 SET @a = 1; */;"), ["0 2 0"], "not ours");
    let mysql = replint::script::ScriptOptions { targets: "mysql-8.4".parse().unwrap(), ..Default::default() };
    assert_eq!(super::told_with("GRANT a /*M! it's; */;", &mysql), ["1:1 GRANT a /*M! it's; */", "1 0 0"]);
}

#[test]
fn quotes() {
    assert_eq!(told("GRANT 'a;b', \"c;d\", `e;f`;"), ["1:1 GRANT 'a;b', \"c;d\", `e;f`", "1 0 0"]);
    assert_eq!(told("GRANT 'a\\';b';"), ["1:1 GRANT 'a\\';b'", "1 0 0"]);
    assert_eq!(told("GRANT 'a'';b';"), ["1:1 GRANT 'a'';b'", "1 0 0"]);
    assert_eq!(told("GRANT 'a\n;b';"), ["1:1 GRANT 'a\n;b'", "1 0 0"]);
    assert_eq!(
        told("GRANT `a\\`;GRANT b"),
        ["1:1 GRANT `a\\`", "1:12 GRANT b", "2 0 0"],
        "no escape between backticks"
    );
    assert_eq!(
        told("GRANT 'a -- b';GRANT '/*';GRANT '#'"),
        ["1:1 GRANT 'a -- b'", "1:16 GRANT '/*'", "1:27 GRANT '#'", "3 0 0"]
    );
}

#[test]
fn dollar_quotes() {
    let script = "CREATE FUNCTION f() RETURNS INT LANGUAGE JAVASCRIPT AS $js$ return \"it's;\"[0] $js$;\nGRANT a;";
    assert_eq!(told(script), ["2:1 GRANT a", "1 1 0"]);
    assert_eq!(told("SELECT a$$;GRANT b$$;"), ["1:12 GRANT b$$", "1 1 0"], "part of a name");
    let mariadb = replint::script::ScriptOptions { targets: "mariadb-11.4".parse().unwrap(), ..Default::default() };
    assert_eq!(
        super::told_with("SELECT 1 AS $$;GRANT a$$;", &mariadb),
        ["1:16 GRANT a$$", "1 1 0"],
        "a name for MariaDB"
    );
}

#[test]
fn commands_of_one_word() {
    assert_eq!(told("use db\nGRANT a;"), ["2:1 GRANT a", "1 0 0"]);
    assert_eq!(told("USE db; GRANT a;"), ["1:9 GRANT a", "1 0 0"]);
    assert_eq!(told("source it's.sql\nGRANT a;"), ["2:1 GRANT a", "1 0 0"]);
    assert_eq!(told("  system ls | wc\nstatus\ngo\nGRANT a;"), ["4:1 GRANT a", "1 0 0"]);
    assert_eq!(told("status of things;GRANT a;"), ["1:18 GRANT a", "1 1 0"], "takes nothing");
    assert_eq!(told("SELECT 1\nexit\n;GRANT a;"), ["3:2 GRANT a", "1 1 0"], "not at the start of a statement");
}

#[test]
fn nothing_runs_behind_quit() {
    assert_eq!(told("GRANT a;\nexit\n"), ["1:1 GRANT a", "1 0 0"]);
    assert_eq!(told("GRANT a;\nquit;\n-- end\n"), ["1:1 GRANT a", "1 0 0"]);
    assert_eq!(told("GRANT a;\nEXIT\nGRANT b;\nGRANT c;"), ["1:1 GRANT a", "1 0 1"]);
    assert_eq!(told("GRANT a; \\q\nGRANT b;"), ["1:1 GRANT a", "1 0 1"]);
    assert_eq!(told("GRANT a \\q\nGRANT b;"), ["1:1 GRANT a", "1 0 1"], "sent before it quits");
    assert_eq!(told("exit -- bye\n;GRANT b;"), ["2:2 GRANT b", "1 1 0"], "takes nothing, so it is a statement");
}

#[test]
fn marks_of_editors_and_dumps() {
    assert_eq!(told("\u{feff}GRANT a;"), ["1:1 GRANT a", "1 0 0"]);
    assert_eq!(told("GRANT a\r\n;\r\nGRANT b\r\n"), ["1:1 GRANT a", "3:1 GRANT b", "2 0 0"]);
    let dump = "/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump\nGRANT a;";
    assert_eq!(told(dump), ["3:1 GRANT a", "1 0 0"]);
    assert_eq!(
        told("SELECT 'é'; GRANT 'ü'; GRANT b"),
        ["1:13 GRANT 'ü'", "1:24 GRANT b", "2 1 0"],
        "columns are characters"
    );
}

#[test]
fn lines_of_two_dashes() {
    let told = |targets: &str, script: &str| {
        super::told_with(
            script,
            &replint::script::ScriptOptions { targets: targets.parse().unwrap(), ..Default::default() },
        )
    };
    assert_eq!(told("mysql-8.4", "-----\nGRANT a;"), ["1:1 dashes-without-blank", "2:1 GRANT a", "1 0 0"]);
    assert_eq!(told("mysql-8.4, mariadb-11.4", "-----\nGRANT a;"), ["2:1 GRANT a", "1 0 0"]);
    assert_eq!(told("mysql-8.4", "--liquibase formatted sql\n--changeset a:1\nGRANT a;"), ["3:1 GRANT a", "1 0 0"]);
}

#[test]
fn commands_that_a_newer_client_takes_from_a_terminal_only() {
    let told = |targets: &str, script: &str| {
        super::told_with(
            script,
            &replint::script::ScriptOptions { targets: targets.parse().unwrap(), ..Default::default() },
        )
    };
    let script = "use app\nuse app;\nSELECT 1\\g\n\\C utf8\nDELIMITER //\nsource a.sql\nGRANT a\\G\n";
    let commands = ["1:1", "3:9", "6:1", "7:8"].map(|place| format!("{place} client-command-in-batch"));
    let [first, second, third, last] = &commands;
    let all = [first, second, third, "7:1 GRANT a", last, "1 1 0"];
    assert_eq!(told("mysql-9.7", script), all);
    assert_eq!(told("mysql-8.4, mysql-9.7", script), all);
    assert_eq!(told("mysql-8.4, mariadb-11.8", script), ["7:1 GRANT a", "1 1 0"]);
    assert_eq!(told("", script), ["7:1 GRANT a", "1 1 0"], "who names no target may have any client");
    assert_eq!(
        told("mysql-9.7", "mysql> GRANT a\\G\n"),
        ["1:1 prompt-in-script", "1:8 GRANT a", "1 0 0"],
        "a session is no file for a client"
    );
}
