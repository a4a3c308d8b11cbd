//! Reading texts: in batches, on any number of threads, handed on in their order.
//!
//! Laws: the order is that of the inputs, whatever the number of threads; no more than a batch is
//! held at once, so that memory does not grow with a corpus; what cannot be read is named on
//! standard error and counted, and the rest goes on; between two batches all can be written down and
//! taken up again.

use std::path::PathBuf;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::failure::Failure;
use super::options::Reading;
use super::progress::Progress;
use crate::analysis::{Analysis, analyse_record};
use crate::input::{Place, Position, Record, Records, Skipped, Tally, resolve};
use crate::report::terminal;
use crate::text::TooLong;

/// Bytes of text that are read before they are analysed together.
const BATCH: usize = 4 << 20;
/// The same for the first batch, so that something is soon done; the next ones double it.
const FIRST_BATCH: usize = 32 << 10;

/// How far the reading of some inputs has come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Mark {
    /// Records that were read.
    pub(super) position: Position,
    /// Documents that came of them.
    pub(super) documents: usize,
    /// What `--where` did.
    pub(super) tally: Tally,
}

/// Some texts that were read together.
pub(super) struct Batch<'a, T> {
    /// What was made of them, in order.
    pub(super) parts: Vec<T>,
    /// How far reading has come with them.
    pub(super) mark: &'a Mark,
    /// What was skipped since the batch before.
    pub(super) skipped: &'a [String],
}

/// The places of `inputs`, and what was skipped so far.
#[derive(Debug)]
pub(super) struct Texts {
    /// The files to read.
    pub(super) places: Vec<Place>,
    /// Inputs that were skipped, as one sentence each.
    pub(super) skipped: Vec<String>,
    mark: Mark,
}

impl Texts {
    /// Finds what `inputs` name.
    pub(super) fn find(inputs: &[PathBuf]) -> Self {
        let (places, unread) = resolve(inputs);
        let mut texts = Self { places, skipped: Vec::new(), mark: Mark::default() };
        unread.into_iter().for_each(|what| texts.skip(what));
        texts
    }

    /// Goes on where an earlier run had come to `mark`, after it had skipped `skipped`.
    pub(super) fn go_on(&mut self, mark: Mark, skipped: Vec<String>) {
        self.mark = mark;
        skipped.into_iter().for_each(|what| self.skip(Skipped(what)));
    }

    /// Reads all texts: `make` turns each into something, on any thread; `take` gets these in order.
    /// The index that `make` gets counts the texts from 0.
    ///
    /// # Errors
    /// What `take` fails with, that no thread can be started, or that `--where` names no field.
    pub(super) fn read<T: Send>(
        &mut self,
        reading: &Reading,
        make: impl Fn(usize, Analysis) -> T + Sync,
        mut take: impl FnMut(T) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        self.read_batches(reading, make, |batch| batch.parts.into_iter().try_for_each(&mut take))
    }

    /// As [`Self::read`], in the batches in which texts are read.
    ///
    /// # Errors
    /// As those of [`Self::read`].
    pub(super) fn read_batches<T: Send>(
        &mut self,
        reading: &Reading,
        make: impl Fn(usize, Analysis) -> T + Sync,
        mut take: impl FnMut(Batch<'_, T>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(reading.threads).build();
        let pool =
            pool.map_err(|error| Failure::usage(format!("cannot start threads: {error}")))?;
        let places = std::mem::take(&mut self.places);
        let mut progress = Progress::new(&places);
        let mut records = Records::new(places, reading.form.clone());
        records.pass_over(self.mark.position);
        progress.go_on(records.bytes_read(), self.mark.documents);
        let mut size = FIRST_BATCH;
        loop {
            let skipped = self.skipped.len();
            let batch = self.batch(&mut records, reading, size);
            if batch.is_empty() {
                break;
            }
            size = (2 * size).min(BATCH);
            let done = self.mark.documents;
            let one = |(at, record): (usize, Record)| {
                let analysis = analyse_record(record, &reading.options, &reading.lexicon);
                analysis.map(|analysis| make(done + at, analysis))
            };
            let made: Vec<_> =
                pool.install(|| batch.into_par_iter().enumerate().map(one).collect());
            progress.add(records.bytes_read(), made.len());
            self.mark.documents += made.len();
            self.mark.position = records.position();
            // The batch holds no text that is too long: every one was made.
            let parts = made.into_iter().flatten().collect();
            take(Batch { parts, mark: &self.mark, skipped: &self.skipped[skipped..] })?;
        }
        progress.clear();
        if let Some(note) = reading.filter.told(&self.mark.tally)? {
            anstream::eprintln!("note: {}", terminal(&note));
        }
        Ok(())
    }

    /// The next records that are wanted, up to `size` bytes of text.
    fn batch(&mut self, records: &mut Records, reading: &Reading, size: usize) -> Vec<Record> {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while bytes < size {
            match records.next() {
                None => break,
                Some(Ok(record)) if !reading.filter.keeps(&record, &mut self.mark.tally) => {}
                Some(Ok(record)) if u32::try_from(record.text.len()).is_err() => {
                    let error = TooLong { bytes: record.text.len() };
                    self.skip(Skipped(format!("{}: {error}", record.id)));
                }
                Some(Ok(record)) => {
                    bytes += record.text.len() + 1000;
                    batch.push(record);
                }
                Some(Err(what)) => self.skip(what),
            }
        }
        batch
    }

    fn skip(&mut self, what: Skipped) {
        anstream::eprintln!("skipped: {}", terminal(&what.0));
        self.skipped.push(what.0);
    }
}
