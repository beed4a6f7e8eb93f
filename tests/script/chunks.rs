//! Where a chunk ends changes nothing.

use std::io::{self, Read};

use proptest::prelude::*;

use super::lines;
use replint::script::{Event, Script, ScriptOptions};

/// Gives at most so many bytes at a time.
struct Chunks<'a> {
    left: &'a [u8],
    size: usize,
}

impl Read for Chunks<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let size = self.size.min(buffer.len());
        self.left.read(buffer.get_mut(..size).unwrap_or_default())
    }
}

const PIECES: [&str; 64] = [
    "GRANT a TO b",
    "SELECT 1",
    ";",
    ";\n",
    "\n",
    " ",
    "'",
    "\"",
    "`",
    "\\",
    "\\'",
    "''",
    "/*",
    "*/",
    "/* it's; */",
    "/*!50000 ",
    "/*M! ",
    "/*!99999 a /* b */",
    "-- it's\n",
    "# it's\n",
    "--x\n",
    "--",
    "DELIMITER //\n",
    "DELIMITER ;\n",
    "DELIMITER\n",
    "DELIMITER $$\n",
    "//",
    "$$",
    " AS $x$",
    "$x$",
    "\\G",
    "\\g",
    "\\c",
    "\\d //\n",
    "\\! ls\n",
    "use db\n",
    "\nuse db;",
    "source a\n",
    "mysql> ",
    "\nMariaDB [(none)]> ",
    "\n    -> ",
    "\n    '> ",
    "Query OK\n",
    "+--\n| a |\n",
    "\n*****1. row",
    "\n1 row in set\n",
    "CREATE ",
    "OR REPLACE ",
    "USER u",
    "PROCEDURE p() BEGIN ",
    "END",
    "SET sql_mode='NO_BACKSLASH_ESCAPES';",
    "SET sql_mode='';",
    "SET @a=@@sql_mode;",
    "PREPARE s FROM 'GRANT a';",
    "\n-- +goose StatementBegin\n",
    "\n-- +goose StatementEnd\n",
    "\n{% x %}\n",
    "\n{{",
    "}}\n",
    "é",
    "\u{feff}",
    "\r\n",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
];

fn scripts() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(&PIECES[..]);
    prop::collection::vec(piece, 0..600).prop_map(|pieces| pieces.concat())
}

/// What is told with chunks of one byte.
fn told_in_bytes(script: &str) -> Vec<String> {
    lines(
        Script::with_capacity(64, Chunks { left: script.as_bytes(), size: 1 }, &ScriptOptions::default()),
        script.as_bytes(),
    )
}

#[test]
fn a_head_may_lie_in_many_chunks() {
    for head in [
        "CREATE OR REPLACE USER u",
        "SHOW ALL SLAVES STATUS",
        "SET DEFAULT ROLE r",
        "CREATE OR REPLACE TABLE t",
        "CREATE /*!50000 OR */ -- x\n REPLACE USER u",
        "GRANT 'a''b'",
    ] {
        for len in 320..400 {
            let script = head.replacen(' ', &format!("/*{}*/", "x".repeat(len)), 1);
            assert_eq!(told_in_bytes(&script), super::told(&script), "{head} {len}");
        }
    }
    for len in 350..370 {
        let label = format!("lbl{}: BEGIN GRANT", " ".repeat(len));
        assert_eq!(told_in_bytes(&label), super::told(&label), "{len}");
        let long = "x".repeat(len);
        let script = format!("DELIMITER //\nuse {long}//GRANT x//\n\\! {long} / b //GRANT y//");
        assert_eq!(told_in_bytes(&script), super::told(&script), "{len}");
    }
}

#[test]
fn what_stays_undecided_is_let_go() {
    let filler = |len: usize| "%\n".repeat(len / 2);
    for (len, lines_told) in [((1 << 20) - 100, 2), ((1 << 20) + 5000, 1), (5 << 19, 1)] {
        for statement in [
            format!("CREATE /*{}GRANT a*/ USER u", filler(len)),
            format!("SET @a='{}GRANT a', sql_mode=''", filler(len)),
            format!("CREATE PROCEDURE p() /*{}GRANT a*/ GRANT a", filler(len)),
        ] {
            let told = super::told(&statement);
            assert_eq!(told.len(), lines_told);
            let chunks = Chunks { left: statement.as_bytes(), size: 1000 };
            assert_eq!(lines(Script::new(chunks, &ScriptOptions::default()), statement.as_bytes()), told);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn chunks_of_any_size_tell_the_same(script in scripts(), size in 1..200_usize, capacity in 1..3000_usize, limit in 20..2000_usize) {
        let options = ScriptOptions { placeholders: true, max_statement: limit, ..Default::default() };
        let whole = lines(Script::new(script.as_bytes(), &options), script.as_bytes());
        for size in [1, size] {
            let chunks = Chunks { left: script.as_bytes(), size };
            prop_assert_eq!(&lines(Script::with_capacity(capacity, chunks, &options), script.as_bytes()), &whole);
        }
    }

    #[test]
    fn any_bytes_tell_the_same(script in prop::collection::vec(any::<u8>(), 0..3000), size in 1..100_usize) {
        let options = ScriptOptions::default();
        let whole = lines(Script::new(&script[..], &options), &script);
        let chunks = Chunks { left: &script, size };
        prop_assert_eq!(lines(Script::with_capacity(64, chunks, &options), &script), whole);
    }
}

#[test]
fn a_new_delimiter_at_the_end_of_a_buffer_keeps_the_statement_around_it() {
    // The buffer is of that size when its first half may go.
    for blanks in (1 << 17) - 112..(1 << 17) + 8 {
        let line = format!("\\d {}//\n", " ".repeat(100));
        let script = format!("GRANT a{}{line} TO b//\nGRANT c//", " ".repeat(blanks));
        let mut script = Script::new(script.as_bytes(), &ScriptOptions::default());
        let Some(Event::Statement(statement)) = script.next_event().unwrap() else { panic!("{blanks}") };
        assert!(statement.text.starts_with(b"GRANT a "), "{blanks}");
        assert!(statement.text.ends_with(b" TO b"), "{blanks}");
    }
}
