//! `framescope report`: records in, a report out, in order, on any number of threads.

use std::path::Path;

use crate::analysis::Analysis;
use crate::cli::args::{Colour, ReportArguments, RowsArgument};
use crate::cli::failure::{DONE, Failure, OVER, WRONG};
use crate::cli::options::{self, Reading};
use crate::cli::output::Output;
use crate::cli::read::{Batch, Texts};
use crate::cli::resume::{Header, Journal, State, is_same_file};
use crate::input::metadata_fields;
use crate::profile::Counts;
use crate::report::{Format, Rows, Setting, Totals, terminal};
use crate::stats::per_thousand;

/// Runs the command.
pub(in crate::cli) fn run(typed: &ReportArguments, colour: Colour) -> Result<u8, Failure> {
    let format = options::format(&typed.output)?;
    let reading = Reading::new(&typed.reading)?;
    let mut texts = Texts::find(&typed.inputs);
    let (width, colour) =
        options::terminal(typed.output.output.as_deref(), typed.output.width, colour);
    let setting = Setting {
        lexicon: &reading.lexicon,
        stamp: reading.stamp.clone(),
        rows: match typed.rows {
            RowsArgument::Paragraphs => Rows::Paragraphs,
            RowsArgument::Findings => Rows::Findings,
            RowsArgument::Documents => Rows::Documents,
            RowsArgument::Actors => Rows::Actors,
        },
        by_period: false,
        explain: typed.explain,
        width,
        colour,
        fields: if format.needs_fields {
            metadata_fields(&texts.places, &reading.form)
        } else {
            Vec::new()
        },
    };
    let mut run = Run::new(&setting, format, typed.fail_over, typed.output.output.as_deref());
    if let Some(file) = &typed.resume {
        run.take_up(file, &mut texts)?;
    } else {
        run.sink = Sink::Output(Output::open(run.path)?);
    }
    let read = texts.read_batches(
        &reading,
        |index, analysis| part(&setting, format, index, analysis),
        |batch| run.take(batch),
    );
    let documents = run.state.mark.documents;
    if read.is_err() || documents == 0 {
        // Dropped unfinished: a file that stood in its place stays as it was.
        if documents == 0 {
            run.sink.forget();
        }
        return read.and(Err(Failure::usage("no input gave a text: there is nothing to report")));
    }
    let over = run.state.over;
    let skipped = !texts.skipped.is_empty();
    run.finish(texts.skipped)?;
    Ok(match (skipped, over) {
        (true, _) => WRONG,
        (false, true) => OVER,
        (false, false) => DONE,
    })
}

/// A report under way.
struct Run<'a> {
    setting: &'a Setting<'a>,
    format: &'static Format,
    limit: Option<f64>,
    /// Where the report goes.
    path: Option<&'a Path>,
    sink: Sink,
    state: State,
}

/// Where the bytes of batches go.
enum Sink {
    /// Nowhere yet.
    Nowhere,
    /// To the report's place.
    Output(Output),
    /// Into a journal, and to the report's place at the end.
    Journal(Journal),
}

impl Sink {
    /// Takes a journal away in which nothing is done.
    fn forget(self) {
        if let Self::Journal(journal) = self {
            // What ended the run is told already.
            let _ = journal.remove();
        }
    }
}

/// A document's part of the report.
struct Part {
    bytes: Vec<u8>,
    body: Counts,
}

/// One document's part of the report.
fn part(setting: &Setting<'_>, format: &Format, index: usize, analysis: Analysis) -> Part {
    let mut bytes = Vec::new();
    (format.document)(setting, index, &analysis, &mut bytes);
    Part { bytes, body: analysis.body }
}

impl<'a> Run<'a> {
    fn new(
        setting: &'a Setting<'a>,
        format: &'static Format,
        limit: Option<f64>,
        path: Option<&'a Path>,
    ) -> Self {
        Self { setting, format, limit, path, sink: Sink::Nowhere, state: State::default() }
    }

    /// Goes on where the journal of `file` ends, or begins it.
    fn take_up(&mut self, file: &Path, texts: &mut Texts) -> Result<(), Failure> {
        let path = self.path.filter(|path| path.as_os_str() != "-");
        let Some(path) = path else {
            return Err(Failure::usage(
                "--resume needs a file for the report: add -o FILE; what went to standard output \
                 cannot be gone on with",
            ));
        };
        if is_same_file(path, file) {
            let what = format!("--resume and -o both name {}; name two files", path.display());
            return Err(Failure::usage(what));
        }
        if !Output::open(Some(path))?.is_file() {
            let what = format!("--resume: {} is no regular file; name one with -o", path.display());
            return Err(Failure::usage(what));
        }
        texts.places.retain(|place| !is_same_file(&place.path, file));
        let header =
            Header::new(self.setting, self.format, self.limit, &texts.places, &texts.skipped)?;
        let (journal, mut state) = Journal::open(file, &header)?;
        if state.mark.documents > 0 {
            let name = file.to_string_lossy();
            let done = state.mark.documents;
            anstream::eprintln!(
                "note: {} holds {done} texts; going on behind them",
                terminal(&name)
            );
        }
        texts.go_on(state.mark.clone(), std::mem::take(&mut state.skipped));
        (self.sink, self.state) = (Sink::Journal(journal), state);
        Ok(())
    }

    fn take(&mut self, batch: Batch<'_, Part>) -> Result<(), Failure> {
        let mut bytes = Vec::new();
        if self.state.mark.documents == 0 {
            // Not before: where there is no text, nothing is written.
            (self.format.begin)(self.setting, &mut bytes);
        }
        for part in batch.parts {
            let rate = per_thousand(part.body.total, part.body.words);
            self.state.over |=
                self.limit.is_some_and(|limit| rate.is_some_and(|rate| rate > limit));
            match &mut self.state.body {
                Some(body) => body.add(&part.body),
                None => self.state.body = Some(part.body),
            }
            bytes.extend_from_slice(&part.bytes);
        }
        self.state.mark = batch.mark.clone();
        match &mut self.sink {
            Sink::Nowhere => Ok(()),
            Sink::Output(output) => write(output, &bytes),
            Sink::Journal(journal) => {
                self.state.skipped = batch.skipped.to_vec();
                journal.add(&self.state, &bytes)
            }
        }
    }

    fn finish(mut self, skipped: Vec<String>) -> Result<(), Failure> {
        let documents = self.state.mark.documents;
        let totals = Totals { documents, body: self.state.body.take(), skipped };
        let mut bytes = Vec::new();
        (self.format.end)(self.setting, &totals, &mut bytes);
        let (mut output, journal) = match self.sink {
            Sink::Nowhere => return Ok(()),
            Sink::Output(output) => (output, None),
            Sink::Journal(journal) => (Output::open(self.path)?, Some(journal)),
        };
        let mut journal = journal;
        if let Some(journal) = &mut journal {
            journal.read(|bytes| write(&mut output, bytes))?;
        }
        write(&mut output, &bytes)?;
        let name = output.name();
        output.finish().map_err(|error| Failure::write(&name, &error))?;
        journal.map_or(Ok(()), Journal::remove)
    }
}

fn write(output: &mut Output, bytes: &[u8]) -> Result<(), Failure> {
    output.write(bytes).map_err(|error| Failure::write(&output.name(), &error))
}
