//! JSON lines: a line of the concordance a line.

use serde::Serialize;

use super::ConcordanceFormat;
use super::record::LineRecord;
use crate::concordance::Concordance;
use crate::report::json::write;
use crate::report::{Setting, Stamp};

pub(super) const FORMAT: ConcordanceFormat =
    ConcordanceFormat { name: "jsonl", about: "JSON lines, for programs", write: concordance };

/// A line and what it was made with.
#[derive(Serialize)]
struct Stamped<'a> {
    #[serde(flatten)]
    line: LineRecord<'a>,
    stamp: &'a Stamp,
}

fn concordance(setting: &Setting<'_>, concordance: &Concordance, out: &mut Vec<u8>) {
    for line in LineRecord::all(setting.lexicon, concordance) {
        write(out, &Stamped { line, stamp: &setting.stamp });
        out.push(b'\n');
    }
}
