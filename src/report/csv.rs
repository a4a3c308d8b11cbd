//! CSV: tidy rows for R, Python and spreadsheets.
//!
//! Paragraphs and documents are wide, one row each; findings are long. The last column is the stamp.

use csv::Writer;
use serde_json::Value;

use super::comparison_record::RowRecord;
use super::escape::csv_cell;
use super::record::{FindingRecord, measures, part_name};
use super::{Format, Rows, Setting};
use crate::analysis::Analysis;
use crate::compare::Comparison;
use crate::lexicon::Lexicon;
use crate::profile::{Counts, MEASURES};
use crate::text::CodePoints;
use crate::voice::VOICES;

pub(super) const FORMAT: Format = Format {
    name: "csv",
    about: "tidy rows of paragraphs, findings or documents (--rows)",
    extensions: &["csv"],
    needs_fields: true,
    begin,
    document,
    end: |_, _, _| {},
    comparison,
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
    };
    if setting.rows != Rows::Findings {
        columns.push("words".into());
        columns.extend(VOICES.iter().map(|voice| format!("words.{}", voice.name())));
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
    write(out, |writer| writer.write_record(&columns));
}

fn document(setting: &Setting<'_>, _: usize, analysis: &Analysis, out: &mut Vec<u8>) {
    let tail = tail(setting, analysis);
    let points = CodePoints::new(&analysis.document.source);
    write(out, |writer| {
        match setting.rows {
            Rows::Findings => {
                for finding in &analysis.findings {
                    let record = FindingRecord::of(setting, analysis, &points, finding);
                    let mut row = finding_row(&analysis.id, &record);
                    row.extend_from_slice(&tail);
                    writer.write_record(&row)?;
                }
            }
            Rows::Documents => {
                let mut row = vec![csv_cell(&analysis.id).into_owned()];
                row.extend(figures(setting.lexicon, &analysis.body));
                row.extend(tail);
                writer.write_record(&row)?;
            }
            Rows::Paragraphs => {
                for index in 0..analysis.paragraphs.len() {
                    let mut row = paragraph_row(setting.lexicon, analysis, &points, index);
                    row.extend_from_slice(&tail);
                    writer.write_record(&row)?;
                }
            }
        }
        Ok(())
    });
}

fn comparison(_: &Setting<'_>, comparison: &Comparison, out: &mut Vec<u8>) {
    write(out, |writer| {
        for row in &comparison.rows {
            let mut record = RowRecord::of(comparison, row);
            let (a, b) = (csv_cell(record.a), csv_cell(record.b));
            (record.a, record.b) = (&a, &b);
            writer.serialize(record)?;
        }
        Ok(())
    });
}

fn paragraph_row(
    lexicon: &Lexicon,
    analysis: &Analysis,
    points: &CodePoints<'_>,
    index: usize,
) -> Vec<String> {
    let paragraph = &analysis.document.paragraphs[index];
    let (start, end) = (paragraph.span.start, paragraph.span.end);
    let places = [index, start, end, points.before(start), points.before(end)];
    let mut row = vec![csv_cell(&analysis.id).into_owned()];
    row.extend(places.iter().map(ToString::to_string));
    row.push(part_name(paragraph.part).to_owned());
    row.extend(figures(lexicon, &analysis.paragraphs[index]));
    row
}

fn finding_row(id: &str, record: &FindingRecord<'_>) -> Vec<String> {
    let place = record.place;
    let mut row = vec![
        csv_cell(id).into_owned(),
        place.start.to_string(),
        place.end.to_string(),
        place.start_char.to_string(),
        place.end_char.to_string(),
        csv_cell(record.text).into_owned(),
        record.category.to_owned(),
        record.group.to_owned(),
        csv_cell(record.entry).into_owned(),
        record.strength.to_string(),
        record.pass.to_owned(),
        record.paragraph.to_string(),
        record.sentence.to_string(),
        record.voice.to_owned(),
        record.counted.to_string(),
        record.silent_because.unwrap_or_default().to_owned(),
    ];
    if let (Some(why), Some(instead)) = (record.why, record.instead) {
        row.extend([csv_cell(why).into_owned(), csv_cell(&instead.join("; ")).into_owned()]);
    }
    row
}

/// The figures of a wide row, in the order of the header.
fn figures(lexicon: &Lexicon, counts: &Counts) -> Vec<String> {
    let mut cells = vec![counts.words.to_string()];
    cells.extend(counts.voice_words.iter().map(u64::to_string));
    cells.push(counts.sentences.to_string());
    cells.extend(counts.categories.iter().map(u64::to_string));
    cells.extend(lexicon.groups().map(|(at, _)| counts.groups[at].to_string()));
    cells.push(counts.total.to_string());
    let empty_or = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    cells.extend(measures(counts).into_iter().map(|(_, value)| empty_or(value)));
    cells
}

/// The metadata and the stamp.
fn tail(setting: &Setting<'_>, analysis: &Analysis) -> Vec<String> {
    let cell = |field: &String| match analysis.metadata.get(field) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => csv_cell(text).into_owned(),
        Some(other) => csv_cell(&other.to_string()).into_owned(),
    };
    let mut tail: Vec<_> = setting.fields.iter().map(cell).collect();
    tail.push(setting.stamp.line());
    tail
}

/// Writes rows to `out`.
fn write(out: &mut Vec<u8>, rows: impl FnOnce(&mut Writer<&mut Vec<u8>>) -> csv::Result<()>) {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(out);
    // A Vec takes every byte, and rows of any length are allowed: there is no error to report.
    let _ = rows(&mut writer).and_then(|()| Ok(writer.flush()?));
}
