//! A progress line on work of over a second, when standard error is a terminal.

use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Documents done so far.
#[derive(Debug)]
pub(super) struct Progress {
    started: Instant,
    bar: Option<ProgressBar>,
    done: u64,
    wanted: bool,
}

/// Work shorter than this shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);

impl Progress {
    /// Nothing done yet.
    pub(super) fn new() -> Self {
        let wanted = std::io::stderr().is_terminal();
        Self { started: Instant::now(), bar: None, done: 0, wanted }
    }

    /// `documents` more are done.
    pub(super) fn add(&mut self, documents: u64) {
        self.done += documents;
        if self.wanted && self.bar.is_none() && self.started.elapsed() > PATIENCE {
            let bar = ProgressBar::new_spinner();
            if let Ok(style) =
                ProgressStyle::with_template("{spinner} {pos} texts, {per_sec}, {elapsed}")
            {
                bar.set_style(style);
            }
            self.bar = Some(bar);
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.done);
        }
    }

    /// Takes the line away.
    pub(super) fn clear(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
