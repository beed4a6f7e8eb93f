//! How far a run of bytes goes: 16 at a time.

use wide::{i8x16, u8x16};

/// Bytes that are looked at together.
pub(super) const BLOCK: usize = 16;

/// Blocks that are looked at one by one before a search that takes its time to begin.
const NEAR: usize = 4;

/// A byte that may stand in an unquoted name.
pub(crate) const fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$' || byte >= 0x80
}

/// Behind the bytes of a name that stand at `from`.
#[inline(never)]
pub(crate) fn name_end(source: &[u8], from: usize) -> usize {
    let mut at = from;
    loop {
        let left = source.len() - at;
        let others = match (source[at..].first_chunk(), source.last_chunk()) {
            (Some(block), _) => unusual(block),
            // The last block, without what was looked at.
            (None, Some(block)) => unusual(block) >> (BLOCK - left),
            (None, None) => {
                return at + source[at..].iter().position(|byte| !is_name(*byte)).unwrap_or(left);
            }
        };
        match others {
            0 if left <= BLOCK => return source.len(),
            0 => at += BLOCK,
            _ => {
                at += others.trailing_zeros() as usize;
                if !is_name(source[at]) {
                    return at;
                }
                at += 1;
            }
        }
    }
}

/// A bit for each byte that is no letter, digit or `_`.
#[inline(always)]
pub(super) fn unusual(block: &[u8; BLOCK]) -> u32 {
    let bytes = i8x16::new(block.map(u8::cast_signed));
    // Moved so that the last of the range is the largest number there is: what lies above wraps to those below.
    let up_to = |bytes: i8x16, last: u8, count: i8| {
        (bytes + i8x16::splat(i8::MAX - last.cast_signed())).simd_gt(i8x16::splat(i8::MAX - count))
    };
    let letters = up_to(bytes | i8x16::splat(0x20), b'z', 26);
    let digits = up_to(bytes, b'9', 10);
    let usual = letters | digits | bytes.simd_eq(i8x16::splat(b'_'.cast_signed()));
    !usual.to_bitmask() & 0xffff
}

/// Where the first of two bytes stands at `from` or behind it.
#[inline(always)]
pub(super) fn find(source: &[u8], from: usize, one: u8, other: u8) -> Option<usize> {
    let mut at = from;
    for _ in 0..NEAR {
        let Some(block) = source.get(at..).and_then(|rest| rest.first_chunk::<BLOCK>()) else { break };
        let bytes = u8x16::new(*block);
        let found = (bytes.simd_eq(u8x16::splat(one)) | bytes.simd_eq(u8x16::splat(other))).to_bitmask();
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize);
        }
        at += BLOCK;
    }
    far(source, at, one, other)
}

#[inline(never)]
fn far(source: &[u8], from: usize, one: u8, other: u8) -> Option<usize> {
    memchr::memchr2(one, other, source.get(from..)?).map(|len| from + len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_bytes_agree_on_names() {
        for byte in 0..=255_u8 {
            for at in 0..40 {
                let mut text = [b'a'; 40];
                text[at] = byte;
                let end = text.iter().position(|byte| !is_name(*byte)).unwrap_or(text.len());
                assert_eq!(name_end(&text, 0), end, "{byte} at {at}");
            }
        }
    }

    #[test]
    fn the_first_of_two_bytes_is_found() {
        for at in 0..40 {
            let mut text = [b'a'; 40];
            text[at] = b'2';
            assert_eq!(find(&text, 0, b'1', b'2'), Some(at));
            assert_eq!(find(&text, 0, b'2', b'1'), Some(at));
            assert_eq!(find(&text, at + 1, b'1', b'2'), None);
        }
    }
}
