//! `sql_mode`, followed through a script.

use super::told;
use replint::lexer::SqlMode;
use replint::script::{Event, Script, ScriptOptions};

/// For each `GRANT` its mode: `A` for ANSI_QUOTES, `B` for NO_BACKSLASH_ESCAPES, `I` for IGNORE_SPACE, `-` for none of them.
fn modes(script: &str) -> Vec<String> {
    modes_from(script, "")
}

fn modes_from(script: &str, start: &str) -> Vec<String> {
    let options = ScriptOptions { sql_mode: SqlMode::parse(start), ..Default::default() };
    let mut script = Script::new(script.as_bytes(), &options);
    let mut modes = Vec::new();
    while let Some(event) = script.next_event().unwrap() {
        let Event::Statement(statement) = event else { panic!("{event:?}") };
        if statement.text.starts_with(b"GRANT") {
            let SqlMode { ansi_quotes, no_backslash_escapes, ignore_space } = statement.sql_mode;
            let letters = [(ansi_quotes, 'A'), (no_backslash_escapes, 'B'), (ignore_space, 'I')];
            let mode: String = letters.into_iter().filter(|(set, _)| *set).map(|(_, letter)| letter).collect();
            modes.push(if mode.is_empty() { "-".to_owned() } else { mode });
        }
    }
    modes
}

#[test]
fn forms_of_set() {
    for set in [
        "SET sql_mode = 'ANSI_QUOTES'",
        "set session sql_mode=\"ansi_quotes,strict_all_tables\"",
        "SET LOCAL sql_mode := ANSI_QUOTES",
        "SET @@sql_mode = 'ANSI_QUOTES'",
        "SET @@SESSION.`sql_mode` = 4",
        "SET @a = (1, 2), NAMES utf8, sql_mode = 'ANSI_QUOTES'",
        "/*!40101 SET SQL_MODE='ANSI_QUOTES' */",
        "SET sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES')",
        "SET @@GLOBAL.sort_buffer_size = 1, sql_mode = 'ANSI_QUOTES'",
    ] {
        assert_eq!(modes(&format!("GRANT a; {set}; GRANT b")), ["-", "A"], "{set}");
    }
}

#[test]
fn what_does_not_change_the_session() {
    for set in [
        "SET GLOBAL sql_mode = 'ANSI_QUOTES'",
        "SET PERSIST sql_mode = 'ANSI_QUOTES'",
        "SET @@global.sql_mode = 'ANSI_QUOTES'",
        "SET GLOBAL sort_buffer_size = 1, sql_mode = 'ANSI_QUOTES'",
        "SET @sql_mode = 'ANSI_QUOTES'",
        "SET sql_mode = @unknown",
        "SET STATEMENT sql_mode = 'ANSI_QUOTES' FOR SELECT 1",
        "SET sql_mode_of_mine = 'ANSI_QUOTES'",
        "/*!99999 SET sql_mode = 'ANSI_QUOTES' */",
    ] {
        assert_eq!(modes(&format!("GRANT a; {set}; GRANT b")), ["-", "-"], "{set}");
    }
}

#[test]
fn dumps_save_and_restore() {
    let dump = "/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO,ANSI_QUOTES' */;\nGRANT a;\n\
                /*!40101 SET SQL_MODE=@OLD_SQL_MODE */;\nGRANT b;";
    assert_eq!(modes_from(dump, "NO_BACKSLASH_ESCAPES"), ["A", "B"]);
    assert_eq!(modes_from("SET sql_mode=''; GRANT a; SET sql_mode=DEFAULT; GRANT b", "ANSI"), ["-", "AI"]);
    assert_eq!(modes("SET sql_mode='ANSI', @a=@@sql_mode; GRANT a; SET sql_mode=@A; GRANT b"), ["AI", "-"]);
}

#[test]
fn adding_and_taking_away() {
    assert_eq!(modes_from("SET sql_mode=CONCAT(@@sql_mode,',IGNORE_SPACE'); GRANT a", "ANSI_QUOTES"), ["AI"]);
    assert_eq!(modes_from("SET sql_mode=(SELECT REPLACE(@@sql_mode,'ANSI_QUOTES','')); GRANT a", "ANSI_QUOTES"), ["-"]);
    assert_eq!(
        modes_from("SET sql_mode=(SELECT REPLACE(@@sql_mode,'ONLY_FULL_GROUP_BY','')); GRANT a", "ANSI_QUOTES"),
        ["A"]
    );
}

#[test]
fn modes_change_how_a_script_is_cut() {
    let script = "SET sql_mode='NO_BACKSLASH_ESCAPES';\nGRANT 'a\\';GRANT b;\nSET sql_mode='';\nGRANT 'a\\';GRANT b';";
    assert_eq!(told(script)[1..3], ["2:1 GRANT 'a\\'", "2:12 GRANT b"]);
    assert_eq!(told(script)[4..], ["4:1 GRANT 'a\\';GRANT b'", "5 0 0"]);
    let quotes = "SET sql_mode=ANSI_QUOTES;\nGRANT \"a;b\";\nGRANT 'a;b';\nGRANT \"a\\\";\nGRANT b;";
    assert_eq!(
        told(quotes)[1..],
        ["2:1 GRANT \"a;b\"", "3:1 GRANT 'a;b'", "4:1 GRANT \"a\\\"", "5:1 GRANT b", "5 0 0"]
    );
}
