//! The stream's window: one buffer, and where in the file it stands.

use std::cell::Cell;
use std::io::{self, ErrorKind, Read};

use fearless_simd::Level;

use super::{Base, place};

/// A reader, the bytes of it that are still wanted, and the line and column of where they were last looked at.
///
/// Places are offsets in the file. A byte stays until [`Input::fill`] is told that it may go.
pub(super) struct Input<R> {
    reader: R,
    /// What the processor can do.
    level: Level,
    bytes: Vec<u8>,
    /// What is held of `bytes`, from here on.
    start: usize,
    filled: usize,
    /// The size that the buffer soon gets: most files are smaller.
    usual: usize,
    /// Where what is held starts.
    origin: u64,
    ended: bool,
    /// Lines and columns are counted up to here.
    place: Base,
}

thread_local! {
    /// The buffer of the file before, for the next one: clearing it would cost as much as reading a small file.
    static SPARE: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

impl<R> Drop for Input<R> {
    fn drop(&mut self) {
        if self.bytes.len() == Self::FIRST {
            SPARE.set(std::mem::take(&mut self.bytes));
        }
    }
}

/// What is held of the file.
#[derive(Clone, Copy)]
pub(super) struct Window<'w> {
    pub(super) bytes: &'w [u8],
    /// Where they start.
    pub(super) origin: u64,
    /// Whether the file ends behind them.
    pub(super) last: bool,
}

impl<R> Input<R> {
    /// The buffer's first size, in bytes: fresh memory costs more than what is done with it.
    const FIRST: usize = 8 << 10;
    /// So many times as large as usual the buffer of a large file gets: the system copies with fewer calls.
    const GROWS: usize = 8;
}

impl<R: Read> Input<R> {
    /// With a buffer of `capacity` bytes, or of fewer for a file that is smaller.
    pub(super) fn new(reader: R, capacity: usize) -> Self {
        let place = Base { offset: 0, line: 1, column: 1 };
        let first = capacity.min(Self::FIRST);
        let spare = SPARE.take();
        Self {
            reader,
            level: Level::new(),
            bytes: if spare.len() == first { spare } else { vec![0; first] },
            start: 0,
            filled: 0,
            usual: capacity,
            origin: 0,
            ended: false,
            place,
        }
    }

    pub(super) fn window(&self) -> Window<'_> {
        Window {
            bytes: self.bytes.get(self.start..self.filled).unwrap_or_default(),
            origin: self.origin,
            last: self.ended,
        }
    }

    /// What is held from a place on.
    pub(super) fn rest(&self, at: u64) -> &[u8] {
        let from = self.start.saturating_add(self.index(at));
        self.bytes.get(from..self.filled).unwrap_or_default()
    }

    /// What is held between two places.
    pub(super) fn slice(&self, from: u64, to: u64) -> &[u8] {
        let place = |at| self.start.saturating_add(self.index(at));
        self.bytes.get(place(from)..place(to).min(self.filled)).unwrap_or_default()
    }

    /// Reads until `len` bytes are held from `at` on, or the file ends. Those before `at` may go.
    pub(super) fn want(&mut self, at: u64, len: usize) -> io::Result<()> {
        while !self.ended && self.rest(at).len() < len {
            self.fill(at)?;
        }
        Ok(())
    }

    /// Reads once more. Bytes before `keep` may go.
    pub(super) fn fill(&mut self, keep: u64) -> io::Result<()> {
        if self.filled == self.bytes.len() {
            self.make_room(keep);
        }
        match self.reader.read(self.bytes.get_mut(self.filled..).unwrap_or_default()) {
            Ok(0) => self.ended = true,
            Ok(len) => self.filled = (self.filled + len).min(self.bytes.len()),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// Moves at most half of the buffer, or doubles it: each byte is moved once or twice in all.
    fn make_room(&mut self, keep: u64) {
        if self.bytes.len() < self.usual {
            return self.bytes.resize(self.usual.min(self.bytes.len().max(1) * 4), 0);
        }
        let (len, read) = (self.bytes.len() as u64, self.origin + (self.filled - self.start) as u64);
        if self.bytes.len() < Self::GROWS * self.usual && read / len >= 16 {
            return self.bytes.resize(self.bytes.len() * 2, 0);
        }
        let dropped = self.index(keep).min(self.filled - self.start);
        if dropped == 0 || dropped < self.bytes.len() / 2 {
            self.bytes.resize(self.bytes.len().max(1) * 2, 0);
            return;
        }
        self.base(self.origin + dropped as u64);
        self.bytes.copy_within(self.start + dropped..self.filled, 0);
        self.filled -= self.start + dropped;
        self.start = 0;
        self.origin += dropped as u64;
    }

    /// Line and column of a place, which must not lie before the last one asked for.
    pub(super) fn base(&mut self, at: u64) -> Base {
        let passed = self.slice(self.place.offset, at);
        self.place = Base { offset: at.max(self.place.offset), ..place::behind(self.level, self.place, passed) };
        self.place
    }

    /// Leaves out the byte order mark: columns count from behind it.
    pub(super) fn skip_mark(&mut self, len: u64) {
        self.place = Base { offset: len, line: 1, column: 1 };
    }

    fn index(&self, at: u64) -> usize {
        usize::try_from(at.saturating_sub(self.origin)).unwrap_or(usize::MAX)
    }
}
