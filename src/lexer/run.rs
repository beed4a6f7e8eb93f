//! How far a run of bytes goes: 16 at a time.

use wide::u8x16;

/// Bytes that are looked at together.
const BLOCK: usize = 16;

/// A byte that may stand in an unquoted name.
pub(crate) const fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$' || byte >= 0x80
}

/// Behind the bytes of a name that stand at `from`.
#[inline]
pub(crate) fn name_end(source: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(block) = source[at..].first_chunk::<BLOCK>() {
        let others = !names(u8x16::new(*block)) & 0xffff;
        if others != 0 {
            return at + others.trailing_zeros() as usize;
        }
        at += BLOCK;
    }
    // The last block, without what was looked at.
    let Some(block) = source.last_chunk::<BLOCK>() else {
        return source[at..].iter().position(|byte| !is_name(*byte)).map_or(source.len(), |len| at + len);
    };
    let others = (!names(u8x16::new(*block)) & 0xffff) >> (BLOCK - (source.len() - at));
    if others != 0 { at + others.trailing_zeros() as usize } else { source.len() }
}

/// A bit for each byte that [`is_name`].
fn names(bytes: u8x16) -> u32 {
    let up_to = |bytes: u8x16, last: u8| bytes.min(u8x16::splat(last)).simd_eq(bytes);
    let letters = up_to((bytes | u8x16::splat(0x20)) - u8x16::splat(b'a'), 25);
    let digits = up_to(bytes - u8x16::splat(b'0'), 9);
    let others = bytes.simd_eq(u8x16::splat(b'_')) | bytes.simd_eq(u8x16::splat(b'$'));
    // Of each byte the highest bit counts: those above 127 have it.
    (letters | digits | others | bytes).to_bitmask()
}

/// Where the first of two bytes stands at `from` or behind it.
#[inline]
pub(super) fn find(source: &[u8], from: usize, one: u8, other: u8) -> Option<usize> {
    let rest = source.get(from..)?;
    let Some(block) = rest.first_chunk::<BLOCK>() else {
        return rest.iter().position(|byte| *byte == one || *byte == other).map(|len| from + len);
    };
    let bytes = u8x16::new(*block);
    let found = (bytes.simd_eq(u8x16::splat(one)) | bytes.simd_eq(u8x16::splat(other))).to_bitmask();
    if found != 0 {
        return Some(from + found.trailing_zeros() as usize);
    }
    memchr::memchr2(one, other, &rest[BLOCK..]).map(|len| from + BLOCK + len)
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
