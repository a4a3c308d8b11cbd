//! CSV: a line a row, for spreadsheets and hand coding. The last column is the stamp.

use super::ConcordanceFormat;
use super::record::{AboutRecord, LineRecord};
use crate::concordance::Concordance;
use crate::report::Setting;
use crate::report::escape::csv_cell;

pub(super) const FORMAT: ConcordanceFormat =
    ConcordanceFormat { name: "csv", about: "a line a row, for spreadsheets", write: concordance };

/// The columns, before the stamp; with `--by` that field stands behind the id.
const COLUMNS: &[&str] = &[
    "id",
    "paragraph",
    "sentence",
    "start",
    "end",
    "start_char",
    "end_char",
    "part",
    "left",
    "text",
    "right",
    "category",
    "entry",
    "voice",
    "speaker",
    "actors",
    "stances",
    "counted",
    "silent_because",
];

fn concordance(setting: &Setting<'_>, concordance: &Concordance, out: &mut Vec<u8>) {
    let by = concordance.search.by.as_deref();
    let (id, others) = COLUMNS.split_at(1);
    let mut columns: Vec<String> = id.iter().map(|&name| name.to_owned()).collect();
    columns.extend(by.map(|field| format!("meta.{field}")));
    columns.extend(others.iter().map(|&name| name.to_owned()));
    columns.push("stamp".to_owned());
    row(&columns, out);
    let stamp = setting.stamp.line();
    for line in LineRecord::all(setting.lexicon, concordance) {
        let mut cells = vec![line.id.to_owned()];
        cells.extend(by.map(|_| line.value.unwrap_or_default().to_owned()));
        cells.extend(self::cells(&line));
        cells.push(stamp.clone());
        row(&cells, out);
    }
}

/// The cells of a line behind its id and field.
fn cells(line: &LineRecord<'_>) -> Vec<String> {
    let places = [line.start, line.end, line.start_char, line.end_char];
    let mut cells = vec![line.paragraph.to_string(), line.sentence.to_string()];
    cells.extend(places.map(|place| place.to_string()));
    cells.extend([line.part, line.left, line.text, line.right].map(str::to_owned));
    cells.extend([line.categories.join("; "), line.entries.join("; ")]);
    cells.extend([line.voice, line.speaker.unwrap_or_default()].map(str::to_owned));
    let all = |of: for<'b> fn(&'b AboutRecord<'_>) -> &'b str| {
        line.actors.iter().map(of).collect::<Vec<_>>().join("; ")
    };
    cells.extend([all(|actor| actor.name), all(|actor| actor.stance)]);
    cells.push(line.counted.to_string());
    cells.push(line.silent_because.unwrap_or_default().to_owned());
    cells
}

fn row(cells: &[String], out: &mut Vec<u8>) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        csv_cell(cell, out);
    }
    out.push(b'\n');
}
