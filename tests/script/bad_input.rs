//! Bytes that nobody meant to be a script.

use std::io::{self, Read};
use std::time::{Duration, Instant};

use super::{fixed, problems, told, told_with};
use replint::script::{Event, Script, ScriptOptions};

#[test]
fn a_quote_or_comment_that_never_ends_is_reported_where_it_starts() {
    assert_eq!(told("GRANT a;\nSELECT 'it;\nGRANT b;\n"), ["1:1 GRANT a", "2:8 unclosed-quote", "1 0 1"]);
    assert_eq!(told("GRANT \"a;\nGRANT b;"), ["1:7 unclosed-quote", "0 0 1"]);
    assert_eq!(told("GRANT `a"), ["1:7 unclosed-quote", "0 0 1"]);
    assert_eq!(told("GRANT a /* b;\nGRANT c;"), ["1:9 unclosed-comment", "0 0 1"]);
    assert_eq!(told("\n /* b;\nGRANT c;"), ["2:2 unclosed-comment", "0 0 1"]);
    assert_eq!(told("GRANT a 'b\\"), ["1:9 unclosed-quote", "0 0 1"]);
    assert_eq!(told("/*"), ["1:1 unclosed-comment", "0 0 1"]);
    let problem = problems("GRANT a;\n  /* 'secret").remove(0);
    assert_eq!((problem.base.offset, problem.len), (11, 2));
    assert!(!problem.message.contains("secret"));
}

#[test]
fn a_typographic_quote_is_named_and_mended() {
    let script = "GRANT a TO 'b'@'%\u{2019};\nGRANT c;";
    assert_eq!(told(script), ["1:16 unclosed-quote", "0 0 1"]);
    let problem = problems(script).remove(0);
    assert!(problem.message.ends_with("; the typographic quote \u{2019} (U+2019) does not close it"));
    assert_eq!(fixed(script), "GRANT a TO 'b'@'%';\nGRANT c;");
    let pairs_shift = "GRANT a TO 'b\u{2019},\n'c', 'd';\n";
    assert_eq!(told(pairs_shift), ["1:12 unclosed-quote", "0 0 1"]);
    assert_eq!(fixed(pairs_shift), "GRANT a TO 'b',\n'c', 'd';\n");
    assert_eq!(fixed("GRANT 'it\u{2019}s;"), "GRANT 'it\u{2019}s;", "it may belong to the text");
}

#[test]
fn utf16_is_one_problem() {
    let text = "CREATE USER u@h;\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (mark, text) in [(&b"\xff\xfe"[..], &little), (b"\xfe\xff", &big), (b"", &little), (b"", &big)] {
        assert_eq!(told([mark, text].concat()), ["1:1 utf16-encoding", "0 0 0"]);
    }
    assert_eq!(told(b"\xff\xfe"), ["1:1 utf16-encoding", "0 0 0"]);
}

#[test]
fn any_bytes_are_cut() {
    assert_eq!(told(b"GRANT \0 a;\0;GRANT \xff\xfe;"), ["1:1 GRANT \0 a", "1:13 GRANT \u{fffd}\u{fffd}", "2 1 0"]);
    assert_eq!(told("\\"), ["0 0 0"]);
    assert_eq!(told("\\;"), ["0 1 0"]);
    assert_eq!(told([0; 100]), ["0 1 0"]);
    let binary: Vec<u8> = (0..100_000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    told_with(&binary, &ScriptOptions { placeholders: true, ..Default::default() });
}

#[test]
fn a_statement_of_ours_has_a_limit() {
    let options = ScriptOptions { max_statement: 100, ..Default::default() };
    let script = format!("GRANT a;\nGRANT '{}';\nSELECT '{}';\nGRANT b;", "x".repeat(100), "x".repeat(100));
    assert_eq!(told_with(&script, &options), ["1:1 GRANT a", "2:1 statement-too-long", "4:1 GRANT b", "2 1 1"]);
}

/// Bytes that are made as they are read, and what is left of them.
struct Made<F> {
    left: usize,
    byte: F,
}

impl<F: FnMut(usize) -> u8> Read for Made<F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = buffer.len().min(self.left);
        for slot in buffer.iter_mut().take(len) {
            *slot = (self.byte)(self.left);
            self.left -= 1;
        }
        // What was asked for is what fits the buffer.
        assert!(buffer.len() <= 4 << 20, "the buffer grew");
        Ok(len)
    }
}

fn run(reader: impl Read) {
    let mut script = Script::new(reader, &ScriptOptions::default());
    while let Some(event) = script.next_event().unwrap() {
        assert!(matches!(event, Event::Problem(_)), "{event:?}");
    }
}

#[test]
fn what_is_not_ours_takes_no_memory() {
    for start in [
        &b"SELECT '"[..],
        b"INSERT INTO t VALUES (",
        b"/*",
        b"-- ",
        b"# ",
        b"SET @a = '",
        b"`",
        b"CREATE /*",
        b"\\! ",
        b"use ",
        b" ",
    ] {
        run(start.chain(Made { left: 8 << 20, byte: |_| b'x' }));
    }
}

fn time_of(piece: &[u8], size: usize) -> Duration {
    let input = piece.repeat(size / piece.len());
    let start = Instant::now();
    told_with(&input, &ScriptOptions { placeholders: true, ..Default::default() });
    start.elapsed()
}

#[test]
fn nasty_inputs_take_linear_time() {
    let pieces: [&[u8]; 26] = [
        b"'",
        b"\"",
        b"`",
        b"\\",
        b";",
        b"/*",
        b"*/",
        b"(",
        b"\0",
        b"\n",
        b"-- \n",
        b"--",
        b"/*!50000",
        b"/*!99999;",
        b"$$",
        b">",
        b"mysql>",
        b"{%",
        b"{%;",
        b"use db;",
        b"use db \\g",
        b"CREATE /**/",
        b"SET sql_mode=@a;",
        b"GRANT '\xe2\x80\x99\n",
        b"\n    -> ",
        b"IF GRANT; ",
    ];
    for piece in pieces {
        // Twice the input, twice the time: other work on the machine may disturb one measurement, not all of them.
        let is_linear = |_| time_of(piece, 1 << 17) < time_of(piece, 1 << 16) * 3 + Duration::from_millis(10);
        assert!((0..8).any(is_linear), "{:?}", String::from_utf8_lossy(piece));
    }
}
