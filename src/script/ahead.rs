//! Large files are read by a second thread, while the first cuts what it has.

use std::io::{self, ErrorKind, Read};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// So many bytes are free at the start of a buffer of [`Source::next_buffer`]: for what is kept of the one before.
pub(super) const ROOM: usize = 4 << 10;

/// Where the bytes of a script come from: any reader is one.
pub trait Source {
    /// Reads into `room`, as [`Read::read`] does.
    ///
    /// # Errors
    /// Those of the reader.
    fn more(&mut self, room: &mut [u8]) -> io::Result<usize>;

    /// The next buffer that was filled elsewhere, and where what was read ends in it; nothing was read at the end. `None`: [`Source::more`] is to be
    /// asked.
    #[doc(hidden)]
    fn next_buffer(&mut self) -> io::Result<Option<(Vec<u8>, usize)>> {
        Ok(None)
    }

    /// Takes back a buffer that is read.
    #[doc(hidden)]
    fn done_with(&mut self, _buffer: Vec<u8>) {}
}

impl<R: Read + ?Sized> Source for R {
    fn more(&mut self, room: &mut [u8]) -> io::Result<usize> {
        self.read(room)
    }
}

/// A reader that a thread of its own reads ahead, once more than half a MiB have come from it.
///
/// ```
/// use replint::script::{Ahead, Script, ScriptOptions};
///
/// let file = "SELECT 1;\n".repeat(200_000);
/// let mut script = Script::new(Ahead::new(std::io::Cursor::new(file)), &ScriptOptions::default());
/// assert!(script.next_event()?.is_none());
/// assert_eq!(script.counts().other, 200_000);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Ahead<R> {
    reader: Option<R>,
    thread: Option<Thread>,
    /// So many bytes are read before the thread is worth it.
    patience: usize,
    /// How much the thread reads at once.
    chunk: usize,
}

#[derive(Debug)]
struct Thread {
    full: Receiver<io::Result<(Vec<u8>, usize)>>,
    free: Sender<Vec<u8>>,
}

impl<R: Read + Send + 'static> Ahead<R> {
    /// Nothing is read yet.
    pub fn new(reader: R) -> Self {
        Self { reader: Some(reader), thread: None, patience: 512 << 10, chunk: 256 << 10 }
    }

    /// Nothing is read yet, and nothing is read ahead.
    pub fn never(reader: R) -> Self {
        Self { patience: usize::MAX, ..Self::new(reader) }
    }

    /// Starts the thread; where that fails, everything stays as it is.
    fn start(&mut self) {
        const BUFFERS: usize = 3;
        let ((to_full, full), (free, from_free)) = (channel(), channel::<Vec<u8>>());
        (0..BUFFERS).for_each(|_| _ = free.send(vec![0; ROOM + self.chunk]));
        let (start, reading) = channel::<R>();
        let read = move || {
            let Ok(mut reader) = reading.recv() else { return };
            for mut buffer in from_free {
                let read = read_once(&mut reader, buffer.get_mut(ROOM..).unwrap_or_default());
                let is_last = matches!(read, Ok(0) | Err(_));
                // Who no longer listens wants no more.
                if to_full.send(read.map(|len| (buffer, ROOM + len))).is_err() || is_last {
                    return;
                }
            }
        };
        if thread::Builder::new().spawn(read).is_ok() {
            self.reader.take().into_iter().for_each(|reader| _ = start.send(reader));
            self.thread = Some(Thread { full, free });
        }
        self.patience = usize::MAX;
    }
}

fn read_once(reader: &mut impl Read, room: &mut [u8]) -> io::Result<usize> {
    loop {
        match reader.read(room) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            read => return read,
        }
    }
}

impl<R: Read + Send + 'static> Source for Ahead<R> {
    fn more(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let len = self.reader.as_mut().map_or(Ok(0), |reader| reader.read(room))?;
        self.patience = self.patience.saturating_sub(len);
        if self.patience == 0 {
            self.start();
        }
        Ok(len)
    }

    fn next_buffer(&mut self) -> io::Result<Option<(Vec<u8>, usize)>> {
        let Some(thread) = &self.thread else { return Ok(None) };
        // A thread that is gone has read everything.
        thread.full.recv().unwrap_or_else(|_| Ok((Vec::new(), 0))).map(Some)
    }

    fn done_with(&mut self, buffer: Vec<u8>) {
        let Some(thread) = &self.thread else { return };
        // One that grew with a statement is not kept.
        let size = ROOM + self.chunk;
        let _ = thread.free.send(if buffer.len() == size { buffer } else { vec![0; size] });
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use proptest::prelude::*;

    use super::*;
    use crate::script::{Counts, Event, Script, ScriptOptions};

    /// What is found, and where.
    fn found(source: impl Source) -> (Vec<String>, Counts) {
        let mut script =
            Script::with_capacity(256, source, &ScriptOptions { max_statement: 20_000, ..Default::default() });
        let mut found = Vec::new();
        while let Some(event) = script.next_event().unwrap() {
            found.push(match event {
                Event::Statement(raw) => format!("{:?} {}", raw.base, String::from_utf8_lossy(raw.text)),
                event => format!("{event:?}"),
            });
        }
        (found, script.counts())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(100))]
        #[test]
        fn what_is_read_ahead_is_what_is_read(
            parts in proptest::collection::vec(
                prop_oneof![
                    4 => Just("SELECT 'it\\'s; -- x';\n".to_owned()), 2 => Just("GRANT a TO b;".to_owned()), 1 => Just("DELIMITER //\nGRANT c//\nDELIMITER ;\n".to_owned()),
                    1 => (0..9000_usize).prop_map(|len| format!("GRANT '{}' TO b;\n", "é".repeat(len))),
                    1 => (0..30_000_usize).prop_map(|len| format!("INSERT INTO t VALUES ('{}');\n", "x\n".repeat(len))), 1 => Just("/* x".to_owned()),
                ],
                0..30,
            ),
            patience in 1..3000_usize, chunk in 1..5000_usize,
        ) {
            let text = parts.concat();
            let ahead = Ahead { patience, chunk, ..Ahead::new(Cursor::new(text.clone())) };
            prop_assert_eq!(found(ahead), found(text.as_bytes()));
        }
    }

    #[test]
    fn an_error_of_the_reader_is_told() {
        struct Broken(usize);
        impl Read for Broken {
            fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
                self.0 = self.0.checked_sub(1).ok_or(io::Error::other("broken"))?;
                room.fill(b' ');
                Ok(room.len())
            }
        }
        let mut script = Script::new(Ahead { patience: 1, ..Ahead::new(Broken(9)) }, &ScriptOptions::default());
        assert_eq!(script.next_event().unwrap_err().to_string(), "broken");
    }
}
