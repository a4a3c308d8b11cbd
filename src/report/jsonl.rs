//! JSON lines: one document a line.

use super::comparison_record::ComparisonRecord;
use super::json::write;
use super::record::DocumentRecord;
use super::{Format, Setting};
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

/// One row of the comparison a line.
fn comparison(setting: &Setting<'_>, comparison: &Comparison, out: &mut Vec<u8>) {
    for row in ComparisonRecord::of(setting, comparison).rows {
        write(out, &row);
        out.push(b'\n');
    }
}
