//! 64 bytes at a time: passes what cannot end a statement, many times faster than byte by byte.
//!
//! Of each block bit masks are made: where quotes stand, where a backslash escapes, where a byte may mean something outside of quotes. What is inside
//! of single quotes is the running XOR of the quotes' bits. Only a byte outside of them stops; [`super::splitter`] then looks at it.

use wide::u8x16;

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
pub(super) fn pass(bytes: &[u8], reading: Reading) -> Passed {
    let Reading { mut quoted, escapes, delimiter } = reading;
    let (mut len, mut opened) = (0, None);
    // Whether the block's first byte is escaped.
    let mut carried = 0;
    for block in bytes.chunks_exact(BLOCK) {
        let Some(&next) = bytes.get(len + BLOCK) else { break };
        let block = Block::of(block);
        let backslashes = block.are(b'\\');
        let escaped = match escapes && (backslashes | carried) != 0 {
            true => escaped(backslashes, &mut carried),
            false => 0,
        };
        let quotes = block.are(b'\'') & !escaped;
        let inside = prefix_xor(quotes) ^ if quoted { u64::MAX } else { 0 };
        let outside = !(inside | quotes);
        let stops = outside & block.stops(next, delimiter, backslashes);
        if stops != 0 {
            let stop = stops.trailing_zeros();
            // What stops stands outside of quotes: before it none is open.
            return Passed { len: len + stop as usize, quoted: false, opened: None };
        }
        let opening = quotes & inside;
        if opening != 0 {
            opened = Some(len + 63 - opening.leading_zeros() as usize);
        }
        quoted = inside >> 63 != 0;
        len += BLOCK;
    }
    // An escaped byte is looked at together with the backslash before it.
    if carried != 0 && quoted {
        len -= 1;
    }
    Passed { len, quoted, opened: opened.filter(|_| quoted) }
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

/// 64 bytes, in the registers that every x86-64 and AArch64 has.
struct Block {
    parts: [u8x16; 4],
}

impl Block {
    #[inline(always)]
    fn of(bytes: &[u8]) -> Self {
        let part =
            |at: usize| u8x16::new(bytes.get(at..at + 16).and_then(|part| part.try_into().ok()).unwrap_or_default());
        Self { parts: [part(0), part(16), part(32), part(48)] }
    }

    /// A bit for each byte for which `is` sets the lane. Written out: closures over arrays are not always inlined.
    #[inline(always)]
    fn bits(&self, is: impl Fn(u8x16) -> u8x16) -> u64 {
        let [a, b, c, d] = self.parts;
        let bits = |part: u8x16| u64::from(is(part).to_bitmask());
        bits(a) | bits(b) << 16 | bits(c) << 32 | bits(d) << 48
    }

    #[inline(always)]
    fn are(&self, byte: u8) -> u64 {
        let byte = u8x16::splat(byte);
        self.bits(|part| part.simd_eq(byte))
    }

    /// What may mean something outside of quotes. `next` is the byte behind the block.
    #[inline(always)]
    fn stops(&self, next: u8, delimiter: u8, backslashes: u64) -> u64 {
        let (double, back, hash) = (u8x16::splat(b'"'), u8x16::splat(b'`'), u8x16::splat(b'#'));
        let (greater, dollar, semicolon) = (u8x16::splat(b'>'), u8x16::splat(b'$'), u8x16::splat(b';'));
        let delimiter = u8x16::splat(delimiter);
        let alone = self.bits(|part| {
            (part.simd_eq(double) | part.simd_eq(back) | part.simd_eq(hash))
                | (part.simd_eq(greater) | part.simd_eq(dollar))
                | (part.simd_eq(semicolon) | part.simd_eq(delimiter))
        });
        // A minus, a slash, a star mean nothing alone.
        let (dashes, slashes, stars) = (self.are(b'-'), self.are(b'/'), self.are(b'*'));
        let followed_by = |first: u64, second: u64, byte: u8| first & (second >> 1 | u64::from(next == byte) << 63);
        let dashes = followed_by(dashes, dashes, b'-');
        alone | backslashes | dashes | followed_by(slashes, stars, b'*') | followed_by(stars, slashes, b'/')
    }
}
