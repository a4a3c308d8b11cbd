//! `framescope report`: records in, a report out, in order, on any number of threads.

use rayon::prelude::*;

use crate::analysis::{Analysis, analyse_record};
use crate::cli::args::{Colour, ReportArguments, RowsArgument};
use crate::cli::failure::{DONE, Failure, OVER, WRONG};
use crate::cli::options::{self, Reading};
use crate::cli::output::Output;
use crate::cli::progress::Progress;
use crate::input::{Record, Records, Skipped, metadata_fields};
use crate::profile::Counts;
use crate::report::{Format, Rows, Setting, Totals, terminal};
use crate::text::TooLong;

/// Bytes of text that are read before they are analysed together.
const BATCH: usize = 4 << 20;

/// Runs the command.
pub(in crate::cli) fn run(typed: &ReportArguments, colour: Colour) -> Result<u8, Failure> {
    let format = options::format(&typed.output)?;
    let reading = Reading::new(&typed.reading)?;
    let (places, unread) = options::places(&typed.inputs);
    let (width, colour) = options::terminal(&typed.output, colour);
    let setting = Setting {
        lexicon: &reading.lexicon,
        stamp: reading.stamp.clone(),
        rows: match typed.rows {
            RowsArgument::Paragraphs => Rows::Paragraphs,
            RowsArgument::Findings => Rows::Findings,
            RowsArgument::Documents => Rows::Documents,
        },
        explain: typed.explain,
        width,
        colour,
        fields: if format.needs_fields { metadata_fields(&places) } else { Vec::new() },
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(reading.threads).build();
    let pool = pool.map_err(|error| Failure::usage(format!("cannot start threads: {error}")))?;
    let records = Records::new(places, reading.encoding);
    let output = Output::open(typed.output.output.as_deref())?;
    let limit = typed.fail_over;
    let mut run = Run { setting: &setting, format, reading: &reading, output, limit, over: false };
    let totals = pool.install(|| run.all(records, unread))?;
    if totals.documents == 0 {
        // Dropped unfinished: a file that stood in its place stays as it was.
        return Err(Failure::usage("no input gave a text: there is nothing to report"));
    }
    let name = run.output.name();
    run.output.finish().map_err(|error| Failure::write(&name, &error))?;
    Ok(match (totals.skipped.is_empty(), run.over) {
        (false, _) => WRONG,
        (true, true) => OVER,
        (true, false) => DONE,
    })
}

/// A report under way.
struct Run<'a> {
    setting: &'a Setting<'a>,
    format: &'static Format,
    reading: &'a Reading,
    output: Output,
    limit: Option<f64>,
    over: bool,
}

/// A document's part of the report.
struct Part {
    bytes: Vec<u8>,
    body: Counts,
}

impl Run<'_> {
    fn all(&mut self, mut records: Records, unread: Vec<Skipped>) -> Result<Totals, Failure> {
        let mut totals = Totals::default();
        unread.into_iter().for_each(|what| skip(&mut totals, what));
        let mut progress = Progress::new();
        loop {
            let batch = batch(&mut records, &mut totals);
            if batch.is_empty() {
                break;
            }
            let first = totals.documents;
            let parts: Vec<_> = batch
                .into_par_iter()
                .enumerate()
                .map(|(at, record)| self.part(first + at, record))
                .collect();
            progress.add(parts.len() as u64);
            for part in parts {
                self.take(part, &mut totals)?;
            }
        }
        progress.clear();
        if totals.documents > 0 {
            let mut bytes = Vec::new();
            (self.format.end)(self.setting, &totals, &mut bytes);
            self.write(&bytes)?;
        }
        Ok(totals)
    }

    /// Reads one record and writes its part of the report.
    fn part(&self, index: usize, record: Record) -> Result<Part, Skipped> {
        let id = record.id.clone();
        let read = analyse_record(record, self.reading.layout, &self.reading.lexicon);
        let analysis: Analysis = read.map_err(|error| Skipped(format!("{id}: {error}")))?;
        let mut bytes = Vec::new();
        (self.format.document)(self.setting, index, &analysis, &mut bytes);
        Ok(Part { bytes, body: analysis.body })
    }

    fn take(&mut self, part: Result<Part, Skipped>, totals: &mut Totals) -> Result<(), Failure> {
        let part = match part {
            Ok(part) => part,
            Err(what) => {
                skip(totals, what);
                return Ok(());
            }
        };
        let rate = crate::stats::per_thousand(part.body.total, part.body.words);
        self.over |= self.limit.is_some_and(|limit| rate.is_some_and(|rate| rate > limit));
        if totals.documents == 0 {
            // Not before: where there is no text, nothing is written.
            let mut bytes = Vec::new();
            (self.format.begin)(self.setting, &mut bytes);
            self.write(&bytes)?;
        }
        totals.documents += 1;
        match &mut totals.body {
            Some(body) => body.add(&part.body),
            None => totals.body = Some(part.body),
        }
        self.write(&part.bytes)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let written = self.output.write(bytes);
        written.map_err(|error| Failure::write(&self.output.name(), &error))
    }
}

/// The next records, up to [`BATCH`] bytes of text; what cannot be read is named and counted.
fn batch(records: &mut Records, totals: &mut Totals) -> Vec<Record> {
    let (mut batch, mut bytes) = (Vec::new(), 0);
    while bytes < BATCH {
        match records.next() {
            None => break,
            Some(Ok(record)) if u32::try_from(record.text.len()).is_err() => {
                let error = TooLong { bytes: record.text.len() };
                skip(totals, Skipped(format!("{}: {error}", record.id)));
            }
            Some(Ok(record)) => {
                bytes += record.text.len() + 1000;
                batch.push(record);
            }
            Some(Err(what)) => skip(totals, what),
        }
    }
    batch
}

fn skip(totals: &mut Totals, what: Skipped) {
    anstream::eprintln!("skipped: {}", terminal(&what.0));
    totals.skipped.push(what.0);
}
