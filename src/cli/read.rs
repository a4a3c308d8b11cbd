//! Reading texts: in batches, on any number of threads, handed on in their order.
//!
//! Laws: the order is that of the inputs, whatever the number of threads; no more than a batch is
//! held at once, so that memory does not grow with a corpus; what cannot be read is named on
//! standard error and counted, and the rest goes on.

use std::path::PathBuf;

use rayon::prelude::*;

use super::failure::Failure;
use super::options::Reading;
use super::progress::Progress;
use crate::analysis::{Analysis, analyse_record};
use crate::input::{Place, Record, Records, Skipped, resolve};
use crate::report::terminal;
use crate::text::TooLong;

/// Bytes of text that are read before they are analysed together.
const BATCH: usize = 4 << 20;

/// The places of `inputs`, and what was skipped so far.
#[derive(Debug)]
pub(super) struct Texts {
    /// The files to read.
    pub(super) places: Vec<Place>,
    /// Inputs that were skipped, as one sentence each.
    pub(super) skipped: Vec<String>,
}

impl Texts {
    /// Finds what `inputs` name.
    pub(super) fn find(inputs: &[PathBuf]) -> Self {
        let (places, unread) = resolve(inputs);
        let mut texts = Self { places, skipped: Vec::new() };
        unread.into_iter().for_each(|what| texts.skip(what));
        texts
    }

    /// Reads all texts: `make` turns each into something, on any thread; `take` gets these in order.
    /// The index that `make` gets counts the texts from 0.
    ///
    /// # Errors
    /// What `take` fails with, or that no thread can be started.
    pub(super) fn read<T: Send>(
        &mut self,
        reading: &Reading,
        make: impl Fn(usize, Analysis) -> T + Sync,
        mut take: impl FnMut(T) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(reading.threads).build();
        let pool =
            pool.map_err(|error| Failure::usage(format!("cannot start threads: {error}")))?;
        let mut records = Records::new(std::mem::take(&mut self.places), reading.encoding);
        let (mut progress, mut done) = (Progress::new(), 0);
        loop {
            let batch = self.batch(&mut records);
            if batch.is_empty() {
                break;
            }
            let one = |(at, record): (usize, Record)| {
                let analysis = analyse_record(record, &reading.options, &reading.lexicon);
                analysis.map(|analysis| make(done + at, analysis))
            };
            let made: Vec<_> =
                pool.install(|| batch.into_par_iter().enumerate().map(one).collect());
            done += made.len();
            progress.add(made.len() as u64);
            // The batch holds no text that is too long: every one was made.
            for part in made.into_iter().flatten() {
                take(part)?;
            }
        }
        progress.clear();
        Ok(())
    }

    /// The next records, up to [`BATCH`] bytes of text.
    fn batch(&mut self, records: &mut Records) -> Vec<Record> {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while bytes < BATCH {
            match records.next() {
                None => break,
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
