//! JSON lines: one document a line.

use serde::Serialize;

use super::comparison_record::RowRecord;
use super::json::write;
use super::record::DocumentRecord;
use super::{Format, Setting, Stamp};
use crate::analysis::Analysis;
use crate::compare::Comparison;

pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    about: "JSON lines, one document a line, for programs and big corpora",
    extensions: &["jsonl", "ndjson"],
    needs_fields: false,
    begin: |_, _| {},
    document,
    end: |_, _, _| {},
    comparison,
};

fn document(setting: &Setting<'_>, _: usize, analysis: &Analysis, out: &mut Vec<u8>) {
    write(out, &DocumentRecord::of(setting, analysis));
    out.push(b'\n');
}

/// A row of a comparison and what it was made with.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    row: RowRecord<'a>,
    stamp: &'a Stamp,
}

/// One row of the comparison a line.
fn comparison(setting: &Setting<'_>, comparison: &Comparison, out: &mut Vec<u8>) {
    for row in RowRecord::all(comparison) {
        write(out, &Line { row, stamp: &setting.stamp });
        out.push(b'\n');
    }
}
