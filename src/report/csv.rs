//! CSV: tidy rows for R, Python and spreadsheets.
//!
//! Paragraphs and documents are wide, one row each; findings are long. The last column is the stamp.

mod actors;
mod comparison;

use std::io::Write as _;

use serde_json::Value;

use super::escape::csv_cell;
use super::record::{FindingRecord, part_name, rounded};
use super::voice_record::AimRecord;
use super::{Format, Rows, Setting};
use crate::analysis::Analysis;
use crate::lexicon::Lexicon;
use crate::profile::{Counts, MEASURES};
use crate::text::CodePoints;
use crate::voice::VOICES;

pub(super) const FORMAT: Format = Format {
    name: "csv",
    about: "tidy rows of paragraphs, findings, documents or actors (--rows)",
    extensions: &["csv"],
    needs_fields: true,
    begin,
    document,
    end: |_, _, _| {},
    comparison: comparison::comparison,
};

/// The columns of `--rows findings`, before metadata and stamp.
const FINDING_COLUMNS: &[&str] = &[
    "id",
    "start",
    "end",
    "start_char",
    "end_char",
    "text",
    "category",
    "group",
    "entry",
    "strength",
    "pass",
    "paragraph",
    "sentence",
    "voice",
    "speaker",
    "negated",
    "actors",
    "stances",
    "rules",
    "counted",
    "silent_because",
];
/// The columns of a paragraph row, behind its id.
const PARAGRAPH_COLUMNS: &[&str] = &["paragraph", "start", "end", "start_char", "end_char", "part"];

fn begin(setting: &Setting<'_>, out: &mut Vec<u8>) {
    let names = |list: &[&str]| list.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
    let mut columns = match setting.rows {
        Rows::Findings => names(FINDING_COLUMNS),
        Rows::Paragraphs => names(&[&["id"], PARAGRAPH_COLUMNS].concat()),
        Rows::Documents => names(&["id"]),
        Rows::Actors => actors::columns(setting.lexicon),
    };
    if matches!(setting.rows, Rows::Paragraphs | Rows::Documents) {
        columns.push("words".into());
        columns.extend(VOICES.iter().map(|voice| format!("words.{}", voice.name())));
        columns.extend(VOICES.iter().map(|voice| format!("cues.{}", voice.name())));
        columns.push("sentences".into());
        columns.extend(setting.lexicon.categories.iter().map(|c| format!("count.{}", c.id)));
        columns.extend(setting.lexicon.groups().map(|(_, group)| format!("count.{}", group.id)));
        columns.push("count.total".into());
        for measure in MEASURES {
            columns.push(measure.id.to_owned());
            if measure.interval.is_some() {
                columns.push(format!("{}_low", measure.id));
                columns.push(format!("{}_high", measure.id));
            }
        }
    }
    if setting.explain && setting.rows == Rows::Findings {
        columns.extend(["why".into(), "instead".into()]);
    }
    columns.extend(setting.fields.iter().map(|field| format!("meta.{field}")));
    columns.push("stamp".into());
    rows(out, |row| {
        columns.iter().for_each(|column| row.text(column));
        row.end();
    });
}

fn document(setting: &Setting<'_>, _: usize, analysis: &Analysis, out: &mut Vec<u8>) {
    let points = CodePoints::new(&analysis.document.source);
    let tail = tail(setting, analysis);
    let end = |row: &mut Row<'_>| {
        row.ready(&tail);
        row.end();
    };
    rows(out, |row| match setting.rows {
        Rows::Findings => {
            for finding in &analysis.findings {
                let record = FindingRecord::of(setting, analysis, &points, finding);
                finding_cells(row, &analysis.id, &record);
                end(row);
            }
        }
        Rows::Actors => {
            for actor in analysis.actors(setting.lexicon) {
                actors::cells(row, setting.lexicon, &analysis.id, actor);
                end(row);
            }
        }
        Rows::Documents => {
            row.text(&analysis.id);
            figures(row, setting.lexicon, &analysis.body);
            end(row);
        }
        Rows::Paragraphs => {
            for (index, paragraph) in analysis.document.paragraphs.iter().enumerate() {
                let (start, last) = (paragraph.span.start, paragraph.span.end);
                row.text(&analysis.id);
                let places = [index, start, last, points.before(start), points.before(last)];
                places.iter().for_each(|&place| row.number(place as u64));
                row.text(part_name(paragraph.part));
                figures(row, setting.lexicon, &analysis.paragraphs[index]);
                end(row);
            }
        }
    });
}

fn finding_cells(row: &mut Row<'_>, id: &str, record: &FindingRecord<'_>) {
    let place = record.place;
    row.text(id);
    let places = [place.start, place.end, place.start_char, place.end_char];
    places.iter().for_each(|&place| row.number(place as u64));
    [record.text, record.category, record.group, record.entry].iter().for_each(|t| row.text(t));
    row.number(u64::from(record.strength));
    row.text(record.pass);
    row.number(u64::from(record.paragraph));
    row.number(u64::from(record.sentence));
    row.text(record.voice);
    row.text(record.speaker.as_ref().map_or("", |speaker| speaker.text));
    row.text(if record.negated { "true" } else { "false" });
    let all = |of: fn(&AimRecord<'_>) -> String| {
        record.actors.iter().map(of).collect::<Vec<_>>().join("; ")
    };
    row.text(&all(|aim| aim.name.to_owned()));
    row.text(&all(|aim| aim.stance.to_owned()));
    row.text(&all(|aim| aim.rule.to_owned()));
    row.text(if record.counted { "true" } else { "false" });
    row.text(record.silent_because.unwrap_or_default());
    if let (Some(why), Some(instead)) = (record.why, record.instead) {
        row.text(why);
        row.text(&instead.join("; "));
    }
}

/// The figures of a wide row, in the order of the header.
fn figures(row: &mut Row<'_>, lexicon: &Lexicon, counts: &Counts) {
    row.number(counts.words);
    counts.voice_words.iter().for_each(|&words| row.number(words));
    row.numbers(&counts.voice_cues);
    row.number(counts.sentences);
    row.numbers(&counts.categories);
    lexicon.groups().for_each(|(at, _)| row.number(counts.groups[at]));
    row.number(counts.total);
    for measure in MEASURES {
        row.figure((measure.value)(counts).map(rounded));
        if let Some(interval) = measure.interval {
            let interval = interval(counts);
            row.figure(interval.map(|interval| rounded(interval.low)));
            row.figure(interval.map(|interval| rounded(interval.high)));
        }
    }
}

/// The cells of the metadata and the stamp, ready for every row of the document.
fn tail(setting: &Setting<'_>, analysis: &Analysis) -> Vec<u8> {
    let mut cells = Vec::new();
    let mut row = Row { out: &mut cells, started: false };
    for field in &setting.fields {
        match analysis.metadata.get(field) {
            None | Some(Value::Null) => row.text(""),
            Some(Value::String(text)) => row.text(text),
            Some(other) => row.text(&other.to_string()),
        }
    }
    row.text(&setting.stamp.line());
    cells
}

/// Cells that hold 0.
const ZEROS: &[u8; 32] = b",0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0";

/// Rows under way.
struct Row<'a> {
    out: &'a mut Vec<u8>,
    started: bool,
}

impl Row<'_> {
    /// A cell of text, made harmless for spreadsheets.
    fn text(&mut self, text: &str) {
        self.cell(|out| csv_cell(text, out));
    }

    /// A cell with a count: most are small.
    fn number(&mut self, number: u64) {
        self.cell(|out| match u8::try_from(number) {
            Ok(digit @ 0..=9) => out.push(b'0' + digit),
            // A Vec takes every byte.
            _ => drop(write!(out, "{number}")),
        });
    }

    /// Cells with counts: nearly all are 0, and these are written together.
    fn numbers(&mut self, numbers: &[u64]) {
        for run in numbers.chunk_by(|a, b| *a == 0 && *b == 0) {
            match run {
                [0, ..] if self.started => {
                    for zeros in run.chunks(ZEROS.len() / 2) {
                        self.out.extend_from_slice(&ZEROS[..2 * zeros.len()]);
                    }
                }
                _ => run.iter().for_each(|&number| self.number(number)),
            }
        }
    }

    /// Cells that were written before.
    fn ready(&mut self, cells: &[u8]) {
        self.cell(|out| out.extend_from_slice(cells));
    }

    /// A cell with a figure; empty where there is none.
    fn figure(&mut self, value: Option<f64>) {
        self.cell(|out| {
            // As JSON has it: the shortest digits that tell the number.
            if let Some(value) = value {
                drop(serde_json::to_writer(out, &value));
            }
        });
    }

    fn cell(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        if self.started {
            self.out.push(b',');
        }
        self.started = true;
        write(self.out);
    }

    fn end(&mut self) {
        self.out.push(b'\n');
        self.started = false;
    }
}

/// Writes rows to `out`.
fn rows(out: &mut Vec<u8>, write: impl FnOnce(&mut Row<'_>)) {
    write(&mut Row { out, started: false });
}
