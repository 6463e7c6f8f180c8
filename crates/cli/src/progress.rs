//! A progress bar for work over a second, on a terminal only.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work shorter than this shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar that appears when the work has taken a second.
pub(crate) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    shown: bool,
}

impl Progress {
    pub(crate) fn new(steps: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {eta} left  {wide_msg}") {
            bar.set_style(style);
        }
        Self { bar, begun: Instant::now(), shown: false }
    }

    /// Says that steps are done.
    pub(crate) fn advance(&mut self, steps: usize, doing: String) {
        if !self.shown && self.begun.elapsed() >= PATIENCE {
            // Draws nothing where standard error is no terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.shown = true;
        }
        self.bar.set_message(doing);
        self.bar.inc(steps as u64);
    }

    /// Prints around the bar.
    pub(crate) fn aside(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }
}

/// Follows how much of the journal was read.
pub(crate) fn of_the_journal() -> impl FnMut(u64, u64) {
    let mut progress = Progress::new(100);
    move |read, bytes| {
        progress.advance(0, "reading the journal".to_owned());
        progress.bar.set_position(read.saturating_mul(100) / bytes.max(1));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
