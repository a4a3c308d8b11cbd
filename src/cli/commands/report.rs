//! `framescope report`: records in, a report out, in order, on any number of threads.

use crate::analysis::Analysis;
use crate::cli::args::{Colour, ReportArguments, RowsArgument};
use crate::cli::failure::{DONE, Failure, OVER, WRONG};
use crate::cli::options::{self, Reading};
use crate::cli::output::Output;
use crate::cli::read::Texts;
use crate::input::metadata_fields;
use crate::profile::Counts;
use crate::report::{Format, Rows, Setting, Totals};
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
        explain: typed.explain,
        width,
        colour,
        fields: if format.needs_fields {
            metadata_fields(&texts.places, &reading.form)
        } else {
            Vec::new()
        },
    };
    let output = Output::open(typed.output.output.as_deref())?;
    let limit = typed.fail_over;
    let mut run =
        Run { setting: &setting, format, output, limit, over: false, body: None, documents: 0 };
    texts.read(
        &reading,
        |index, analysis| part(&setting, format, index, analysis),
        |p| run.take(p),
    )?;
    if run.documents == 0 {
        // Dropped unfinished: a file that stood in its place stays as it was.
        return Err(Failure::usage("no input gave a text: there is nothing to report"));
    }
    let over = run.over;
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
    output: Output,
    limit: Option<f64>,
    over: bool,
    documents: usize,
    body: Option<Counts>,
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

impl Run<'_> {
    fn take(&mut self, part: Part) -> Result<(), Failure> {
        let rate = per_thousand(part.body.total, part.body.words);
        self.over |= self.limit.is_some_and(|limit| rate.is_some_and(|rate| rate > limit));
        if self.documents == 0 {
            // Not before: where there is no text, nothing is written.
            let mut bytes = Vec::new();
            (self.format.begin)(self.setting, &mut bytes);
            self.write(&bytes)?;
        }
        self.documents += 1;
        match &mut self.body {
            Some(body) => body.add(&part.body),
            None => self.body = Some(part.body),
        }
        self.write(&part.bytes)
    }

    fn finish(mut self, skipped: Vec<String>) -> Result<(), Failure> {
        let totals = Totals { documents: self.documents, body: self.body.take(), skipped };
        let mut bytes = Vec::new();
        (self.format.end)(self.setting, &totals, &mut bytes);
        self.write(&bytes)?;
        let name = self.output.name();
        self.output.finish().map_err(|error| Failure::write(&name, &error))
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let written = self.output.write(bytes);
        written.map_err(|error| Failure::write(&self.output.name(), &error))
    }
}
