//! Encodings that no client reads.

use super::{Base, Problem, ScriptRule};

/// How many bytes at the start of a file tell its encoding.
pub(super) const LOOK: usize = 64;

/// The mark that editors put before UTF-8; the clients swallow it.
pub(super) const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

/// A problem if the file that starts so is UTF-16, with a byte order mark or without.
pub(super) fn utf16(start: &[u8]) -> Option<Problem> {
    let start = start.get(..LOOK).unwrap_or(start);
    let order = match start {
        [0xff, 0xfe, ..] => "little-endian",
        [0xfe, 0xff, ..] => "big-endian",
        _ => unmarked(start)?,
    };
    let base = Base { offset: 0, line: 1, column: 1 };
    Some(Problem {
        rule: ScriptRule::Utf16Encoding,
        message: format!("the file is UTF-16 ({order}), which neither client reads"),
        base,
        len: start.len().min(2) as u32,
        statement: base,
        help: Some("save it as UTF-8; nothing in it was looked at".to_owned()),
        fix: Vec::new(),
    })
}

/// Text of the Latin script has a zero in nearly every second byte, and only there.
fn unmarked(start: &[u8]) -> Option<&'static str> {
    memchr::memchr(0, start)?;
    let pairs = start.len() / 2;
    let zeros = |parity: usize| start.iter().skip(parity).step_by(2).take(pairs).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match pairs {
        0 | 1 => None,
        _ if odd * 4 >= pairs * 3 && even == 0 => Some("little-endian"),
        _ if even * 4 >= pairs * 3 && odd == 0 => Some("big-endian"),
        _ => None,
    }
}
