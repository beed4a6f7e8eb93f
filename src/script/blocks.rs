//! 64 bytes at a time: passes what cannot end a statement, many times faster than byte by byte.
//!
//! Of each block bit masks are made: where quotes stand, where a backslash escapes, where a byte may mean something outside of quotes. What is inside
//! of single quotes is the running XOR of the quotes' bits. Only a byte outside of them stops; [`super::splitter`] then looks at it.

use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch, u8x64};

/// Bytes of a block.
const BLOCK: usize = 64;

/// How the bytes are to be read.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    /// Whether the first byte stands inside of single quotes.
    pub(super) quoted: bool,
    /// Whether a backslash in quotes escapes what follows.
    pub(super) escapes: bool,
    /// The first byte of the delimiter.
    pub(super) delimiter: u8,
}

/// How far nothing stops, and what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Passed {
    /// So many bytes were passed.
    pub(super) len: usize,
    /// Whether the next stands inside of single quotes.
    pub(super) quoted: bool,
    /// Where the quote opened that is open; none: where it was open before the first byte.
    pub(super) opened: Option<usize>,
}

/// Passes blocks, up to the first byte outside of single quotes that may mean something; to the last block that has a byte behind it.
pub(super) fn pass(level: Level, bytes: &[u8], reading: Reading) -> Passed {
    dispatch!(level, simd => pass_with(simd, bytes, reading))
}

#[inline(always)]
fn pass_with<S: Simd>(simd: S, bytes: &[u8], reading: Reading) -> Passed {
    let Reading { mut quoted, escapes, delimiter } = reading;
    let mut len = 0;
    // The last block with a quote that opens, and the bits of those.
    let mut opened = (0, 0);
    // Whether the block's first byte is escaped.
    let mut carried = 0;
    for block in bytes.get(..bytes.len().saturating_sub(1)).unwrap_or_default().chunks_exact(BLOCK) {
        let block = Block { bytes: u8x64::from_slice(simd, block) };
        let backslashes = block.are(b'\\');
        let escaped = match escapes && (backslashes | carried) != 0 {
            true => escaped(backslashes, &mut carried),
            false => 0,
        };
        let quotes = block.are(b'\'') & !escaped;
        let inside = prefix_xor(quotes) ^ if quoted { u64::MAX } else { 0 };
        let outside = !(inside | quotes);
        if outside & (block.suspects(delimiter) | backslashes) != 0 {
            let stops = outside & (block.stops(bytes.get(len + BLOCK).copied(), delimiter) | backslashes);
            if stops != 0 {
                // What stops stands outside of quotes: before it none is open.
                return Passed { len: len + stops.trailing_zeros() as usize, quoted: false, opened: None };
            }
        }
        let opening = quotes & inside;
        if opening != 0 {
            opened = (len, opening);
        }
        quoted = inside >> 63 != 0;
        len += BLOCK;
    }
    // An escaped byte is looked at together with the backslash before it.
    if carried != 0 && quoted {
        len -= 1;
    }
    let (block, opening) = opened;
    let opened = (quoted && opening != 0).then(|| block + 63 - opening.leading_zeros() as usize);
    Passed { len, quoted, opened }
}

/// The bits of the bytes behind a backslash that is not escaped itself; `carried`: whether the next block's first byte is one.
fn escaped(backslashes: u64, carried: &mut u64) -> u64 {
    const EVEN: u64 = 0x5555_5555_5555_5555;
    // A run of backslashes that starts at an even place and has an odd length ends behind an odd place, and the other way round: a carry runs
    // through each run to its end (as in simdjson).
    let potential = backslashes & !*carried;
    let follows = potential << 1 | *carried;
    let odd_starts = potential & !EVEN & !follows;
    let (sum, overflow) = odd_starts.overflowing_add(potential);
    let invert = sum << 1;
    *carried = u64::from(overflow);
    (EVEN ^ invert) & follows
}

/// Each bit is the XOR of all bits up to it.
fn prefix_xor(mut bits: u64) -> u64 {
    if bits == 0 {
        return 0;
    }
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}

/// 64 bytes, in as many registers as the processor needs for them.
#[derive(Clone, Copy)]
struct Block<S: Simd> {
    bytes: u8x64<S>,
}

impl<S: Simd> Block<S> {
    #[inline(always)]
    fn are(self, byte: u8) -> u64 {
        self.bytes.simd_eq(byte).to_bitmask()
    }

    /// What may mean something outside of quotes, and a few bytes more: few comparisons tell that a block has nothing.
    #[inline(always)]
    fn suspects(self, delimiter: u8) -> u64 {
        let bytes = self.bytes;
        // `"`, `#`, `$`
        let low = (bytes - b'"').simd_le(b'$' - b'"');
        // `:`, `;`, `>`, `?`
        let high = (bytes | 5).simd_eq(b'?');
        // `-`, `/`
        let pairs = (bytes | 2).simd_eq(b'/') | bytes.simd_eq(b'*');
        ((low | high) | (pairs | bytes.simd_eq(b'`')) | bytes.simd_eq(delimiter)).to_bitmask()
    }

    /// What may mean something outside of quotes, but for backslashes. `next` is the byte behind the block.
    #[inline(always)]
    fn stops(self, next: Option<u8>, delimiter: u8) -> u64 {
        let bytes = self.bytes;
        let low = (bytes - b'"').simd_le(b'$' - b'"');
        let high = bytes.simd_eq(b'>') | bytes.simd_eq(b';');
        let alone = ((low | high) | bytes.simd_eq(b'`') | bytes.simd_eq(delimiter)).to_bitmask();
        // A minus, a slash, a star mean nothing alone.
        let (dashes, slashes, stars) = (self.are(b'-'), self.are(b'/'), self.are(b'*'));
        let followed_by =
            |first: u64, second: u64, byte: u8| first & (second >> 1 | u64::from(next == Some(byte)) << 63);
        alone
            | followed_by(dashes, dashes, b'-')
            | followed_by(slashes, stars, b'*')
            | followed_by(stars, slashes, b'/')
    }
}
