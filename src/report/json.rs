//! JSON: one object with the stamp, the legend and all documents.

use super::comparison_record::ComparisonRecord;
use super::record::{DocumentRecord, Legend};
use super::{Format, Setting, Totals};
use crate::analysis::Analysis;
use crate::compare::Comparison;

pub(super) const FORMAT: Format = Format {
    name: "json",
    about: "one JSON object with the legend, all documents and the totals",
    extensions: &["json"],
    needs_fields: false,
    begin,
    document,
    end,
    comparison,
};

fn begin(setting: &Setting<'_>, out: &mut Vec<u8>) {
    out.extend_from_slice(b"{\"stamp\":");
    write(out, &setting.stamp);
    out.extend_from_slice(b",\n\"legend\":");
    write(out, &Legend::of(setting.lexicon));
    out.extend_from_slice(b",\n\"documents\":[\n");
}

fn document(setting: &Setting<'_>, index: usize, analysis: &Analysis, out: &mut Vec<u8>) {
    if index > 0 {
        out.extend_from_slice(b",\n");
    }
    write(out, &DocumentRecord::of(setting, analysis));
}

fn end(_: &Setting<'_>, totals: &Totals, out: &mut Vec<u8>) {
    out.extend_from_slice(b"\n],\n\"skipped\":");
    write(out, &totals.skipped);
    out.extend_from_slice(b"}\n");
}

fn comparison(setting: &Setting<'_>, comparison: &Comparison, out: &mut Vec<u8>) {
    write(out, &ComparisonRecord::of(setting, comparison));
    out.push(b'\n');
}

/// Appends `value` as JSON on one line.
pub(super) fn write<T: serde::Serialize>(out: &mut Vec<u8>, value: &T) {
    // The records hold strings, numbers and lists alone, which always serialise; a Vec takes all.
    let _ = serde_json::to_writer(out, value);
}
