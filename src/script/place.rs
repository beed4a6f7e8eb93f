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

/// A column is a character: a byte that does not continue one, as UTF-8 has it.
#[inline(always)]
fn behind_with<S: Simd>(simd: S, place: Base, bytes: &[u8]) -> Base {
    let (mut line, mut column) = (place.line, place.column);
    let mut pass = |bytes: &[u8], len: u64| {
        let block = u8x64::from_slice(simd, bytes);
        let held = u64::MAX >> (BLOCK as u64 - len);
        let newlines = block.simd_eq(b'\n').to_bitmask() & held;
        let characters = !(block & 0xc0).simd_eq(0x80).to_bitmask() & held;
        let in_line = characters.checked_shr(u64::BITS - newlines.leading_zeros()).unwrap_or(0);
        line += u64::from(newlines.count_ones());
        column = if newlines == 0 { column } else { 1 } + u64::from(in_line.count_ones());
    };
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    blocks.iter().for_each(|block| pass(block, BLOCK as u64));
    if !rest.is_empty() {
        let mut block = [0; BLOCK];
        block.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        pass(&block, rest.len() as u64);
    }
    Base { offset: place.offset + bytes.len() as u64, line, column }
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
                    1 => Just("é–𝄞".as_bytes().to_vec()), 1 => Just(vec![b'x'; 130]),
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
