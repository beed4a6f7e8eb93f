//! Lines and columns of bytes that were passed.

use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch, u8x64};

use super::Base;

/// Bytes of a block.
const BLOCK: usize = 64;

/// The place behind `bytes`, which stand at `place`.
pub(super) fn behind(level: Level, place: Base, bytes: &[u8]) -> Base {
    dispatch!(level, simd => behind_with(simd, place, bytes))
}

#[inline(always)]
fn behind_with<S: Simd>(simd: S, place: Base, bytes: &[u8]) -> Base {
    let mut behind = place;
    let mut in_line = bytes;
    // Of long texts, only what stands behind the last newline decides the column.
    if bytes.len() > 8 * BLOCK
        && let Some(last) = memchr::memrchr(b'\n', bytes)
        && let Some((lines, rest)) = bytes.split_at_checked(last + 1)
    {
        let (blocks, rest_of_lines) = lines.as_chunks::<BLOCK>();
        let newlines = |block: &[u8; BLOCK]| u8x64::from_slice(simd, block).simd_eq(b'\n').to_bitmask().count_ones();
        let in_blocks: u64 = blocks.iter().map(|block| u64::from(newlines(block))).sum();
        let in_rest = rest_of_lines.iter().filter(|byte| **byte == b'\n').count() as u64;
        behind = Base { offset: place.offset + lines.len() as u64, line: place.line + in_blocks + in_rest, column: 1 };
        in_line = rest;
    }
    let (blocks, rest) = in_line.as_chunks::<BLOCK>();
    for block in blocks {
        pass(simd, &mut behind, block, BLOCK);
    }
    let mut block = [0; BLOCK];
    if let Some(room) = block.get_mut(..rest.len()).filter(|room| !room.is_empty()) {
        room.copy_from_slice(rest);
        pass(simd, &mut behind, &block, rest.len());
    }
    behind
}

/// A column is a character: a byte that does not continue one, as UTF-8 has it. Of the block the first `len` bytes count.
#[inline(always)]
fn pass<S: Simd>(simd: S, place: &mut Base, block: &[u8; BLOCK], len: usize) {
    let block = u8x64::from_slice(simd, block);
    let held = u64::MAX >> (BLOCK - len);
    let newlines = block.simd_eq(b'\n').to_bitmask() & held;
    let characters = !(block & 0xc0).simd_eq(0x80).to_bitmask() & held;
    let in_line = characters.checked_shr(u64::BITS - newlines.leading_zeros()).unwrap_or(0);
    place.offset += len as u64;
    place.line += u64::from(newlines.count_ones());
    place.column = if newlines == 0 { place.column } else { 1 } + u64::from(in_line.count_ones());
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(mut place: Base, bytes: &[u8]) -> Base {
        for byte in bytes {
            place.offset += 1;
            match byte {
                b'\n' => (place.line, place.column) = (place.line + 1, 1),
                0x80..=0xbf => {}
                _ => place.column += 1,
            }
        }
        place
    }

    proptest! {
        #[test]
        fn blocks_count_what_a_look_at_every_byte_counts(
            text in proptest::collection::vec(
                prop_oneof![
                    8 => any::<u8>().prop_map(|byte| vec![byte]), 2 => Just(b"\n".to_vec()), 1 => Just(vec![b'x'; 63]), 1 => Just(vec![b'\n'; 64]),
                    1 => Just("é–𝄞".as_bytes().to_vec()), 1 => Just(vec![b'x'; 130]), 1 => Just(vec![b'y'; 600]),
                ],
                0..20,
            ).prop_map(|parts| parts.concat()),
            line in 1..1000_u64, column in 1..1000_u64,
        ) {
            let place = Base { offset: 7, line, column };
            prop_assert_eq!(behind(Level::new(), place, &text), plain(place, &text));
        }
    }
}
