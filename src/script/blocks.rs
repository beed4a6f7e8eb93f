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

/// What a block is that a stop was found in: it is looked at once, however many stops it has.
#[derive(Clone, Copy, Default)]
pub(super) struct Held {
    /// Where it ends in the file.
    end: u64,
    /// The delimiter that it was looked at for.
    delimiter: u8,
    quotes: u64,
    backslashes: u64,
    /// What may mean something outside of quotes.
    stops: u64,
}

/// What is known at the start of a block.
struct State {
    quoted: bool,
    escapes: bool,
    /// Whether its first byte is escaped.
    carried: u64,
    /// The last block with a quote, and the bits of those: the last one opened what is open behind it.
    opened: (usize, u64),
}

impl State {
    fn escaped(&mut self, backslashes: u64) -> u64 {
        if self.escapes && (backslashes | self.carried) != 0 { escaped(backslashes, &mut self.carried) } else { 0 }
    }

    /// The bits inside of quotes, where these are quotes.
    fn inside(&self, quotes: u64) -> u64 {
        prefix_xor(quotes) ^ if self.quoted { u64::MAX } else { 0 }
    }

    /// Goes on behind a block that starts at `at` and has no stop.
    fn go_on(&mut self, at: usize, inside: u64, quotes: u64) {
        if quotes != 0 {
            self.opened = (at, quotes);
        }
        self.quoted = inside >> 63 != 0;
    }
}

/// Passes blocks, up to the first byte outside of single quotes that may mean something; to the last block that has a byte behind it. `at` is where
/// the bytes start in the file.
pub(super) fn pass(level: Level, bytes: &[u8], at: u64, reading: Reading, held: &mut Held) -> Passed {
    let mut state = State { quoted: reading.quoted, escapes: reading.escapes, carried: 0, opened: (0, 0) };
    let left = held.end.saturating_sub(at);
    let mut from = 0;
    if (1..=BLOCK as u64).contains(&left) && held.delimiter == reading.delimiter {
        // The bits of what is left, as those of a block that ends with them: what stands before is no part of it.
        let seen = u64::MAX << (BLOCK as u64 - left);
        let backslashes = held.backslashes & seen;
        let quotes = held.quotes & seen & !state.escaped(backslashes);
        let inside = state.inside(quotes);
        let stops = !(inside | quotes) & seen & (held.stops | backslashes);
        let from_start = BLOCK - left as usize;
        if stops != 0 {
            return Passed { len: stops.trailing_zeros() as usize - from_start, quoted: false, opened: None };
        }
        from = left as usize;
        state.go_on(0, inside, quotes);
        state.opened.1 >>= from_start;
    }
    dispatch!(level, simd => pass_with(simd, bytes, from, at, state, reading.delimiter, held))
}

#[inline(always)]
fn pass_with<S: Simd>(
    simd: S,
    bytes: &[u8],
    from: usize,
    at: u64,
    mut state: State,
    delimiter: u8,
    held: &mut Held,
) -> Passed {
    let mut len = from;
    let blocks = bytes.get(from..bytes.len().saturating_sub(1)).unwrap_or_default();
    for block in blocks.chunks_exact(BLOCK) {
        let block = Block { bytes: u8x64::from_slice(simd, block) };
        let backslashes = block.are(b'\\');
        let escaped = state.escaped(backslashes);
        let all_quotes = block.are(b'\'');
        let quotes = all_quotes & !escaped;
        let inside = state.inside(quotes);
        let outside = !(inside | quotes);
        if outside & block.suspects(simd, delimiter) != 0 {
            let all_stops = block.stops(bytes.get(len + BLOCK).copied(), delimiter);
            let stops = outside & (all_stops | backslashes);
            if stops != 0 {
                let end = at + (len + BLOCK) as u64;
                *held = Held { end, delimiter, quotes: all_quotes, backslashes, stops: all_stops };
                // What stops stands outside of quotes: before it none is open.
                return Passed { len: len + stops.trailing_zeros() as usize, quoted: false, opened: None };
            }
        }
        state.go_on(len, inside, quotes);
        len += BLOCK;
    }
    // An escaped byte is looked at together with the backslash before it.
    if state.carried != 0 && state.quoted {
        len -= 1;
    }
    let (block, opening) = state.opened;
    let opened = (state.quoted && opening != 0).then(|| block + 63 - opening.leading_zeros() as usize);
    Passed { len, quoted: state.quoted, opened }
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

/// What may mean something outside of quotes stands where the low half of its bits says, no two in one place; a zero stands in no place of its own.
const SUSPECTS: [u8; BLOCK] = {
    let (bytes, mut places, mut at) = (*b"`\"#$*;\\->/", [0; BLOCK], 0);
    while at < BLOCK {
        let mut byte = 0;
        while byte < bytes.len() {
            if bytes[byte] as usize % 16 == at % 16 {
                places[at] = bytes[byte];
            }
            byte += 1;
        }
        at += 1;
    }
    places
};

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

    /// What may mean something outside of quotes, and a minus, a slash, a star alone: one look tells that a block has nothing.
    #[inline(always)]
    fn suspects(self, simd: S, delimiter: u8) -> u64 {
        let bytes = self.bytes;
        let suspects = u8x64::from_slice(simd, &SUSPECTS);
        let are = suspects.swizzle_dyn_within_blocks(bytes & 0x0f).simd_eq(bytes);
        (are | bytes.simd_eq(delimiter)).to_bitmask()
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
