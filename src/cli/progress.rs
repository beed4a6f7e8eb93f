//! How far a long run is, on a terminal.

use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Runs that end sooner show nothing.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar on standard error; none where that is no terminal.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
    started: Instant,
    is_shown: AtomicBool,
}

impl Progress {
    /// Of so many files; hidden where nothing is to be said.
    pub(super) fn of(files: usize, is_quiet: bool) -> Self {
        let bar = (files > 1 && !is_quiet && io::stderr().is_terminal()).then(|| {
            let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden());
            let style = ProgressStyle::with_template("{pos} of {len} files [{bar:40}] {eta} left");
            style.map_or(bar.clone(), |style| bar.with_style(style.progress_chars("=> ")))
        });
        Self { bar, started: Instant::now(), is_shown: AtomicBool::new(false) }
    }

    /// Another file is read.
    pub(super) fn next(&self) {
        let Some(bar) = &self.bar else { return };
        if self.started.elapsed() > PATIENCE && !self.is_shown.swap(true, Ordering::Relaxed) {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.iter().for_each(ProgressBar::finish_and_clear);
    }
}
