//! A progress line on work of over a second, when standard error is a terminal: how far through the
//! bytes of the inputs, how fast, and how long still; a spinner where their size is not known.

use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::input::Place;

/// What is done so far.
#[derive(Debug)]
pub(super) struct Progress {
    started: Instant,
    bar: Option<ProgressBar>,
    /// Bytes of all inputs, packed as they are; `None` where that is not known.
    size: Option<u64>,
    /// Bytes that were passed over, because an earlier run had read them.
    before: u64,
    documents: usize,
    wanted: bool,
}

/// Work shorter than this shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);
/// The line where the size of the inputs is known.
const BAR: &str = "{percent:>3} % [{bar:24}] {msg}, {decimal_bytes_per_sec}, {eta} left";
/// The line where it is not.
const SPINNER: &str = "{spinner} {msg}, {decimal_bytes_per_sec}, {elapsed}";

impl Progress {
    /// Nothing done yet of `places`.
    pub(super) fn new(places: &[Place]) -> Self {
        let wanted = std::io::stderr().is_terminal();
        let known = wanted && places.iter().all(|place| place.content.is_none());
        let size = known.then(|| places.iter().map(Place::size).sum()).filter(|&size| size > 0);
        Self { started: Instant::now(), bar: None, size, before: 0, documents: 0, wanted }
    }

    /// An earlier run read `bytes` and did so many documents.
    pub(super) fn go_on(&mut self, bytes: u64, documents: usize) {
        (self.before, self.documents) = (bytes, documents);
        self.started = Instant::now();
    }

    /// `bytes` of the inputs are read, and `documents` more are done.
    pub(super) fn add(&mut self, bytes: u64, documents: usize) {
        self.documents += documents;
        if self.wanted && self.bar.is_none() && self.started.elapsed() > PATIENCE {
            self.bar = Some(self.line());
        }
        if let Some(bar) = &self.bar {
            let texts = if self.documents == 1 { "text" } else { "texts" };
            bar.set_message(format!("{} {texts}", self.documents));
            bar.set_position(bytes);
        }
    }

    fn line(&self) -> ProgressBar {
        let (bar, template) = match self.size {
            Some(size) => (ProgressBar::new(size), BAR),
            None => (ProgressBar::new_spinner(), SPINNER),
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        let bar = bar.with_elapsed(self.started.elapsed());
        bar.set_position(self.before);
        bar.reset_eta();
        bar
    }

    /// Takes the line away.
    pub(super) fn clear(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_are_well_formed() {
        for template in [BAR, SPINNER] {
            ProgressStyle::with_template(template).unwrap();
        }
    }
}
