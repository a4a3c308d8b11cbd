//! JSON: one object with the stamp, the counts and all lines.

use super::{ConcordanceFormat, ConcordanceRecord};
use crate::concordance::Concordance;
use crate::report::Setting;
use crate::report::json::write;

pub(super) const FORMAT: ConcordanceFormat = ConcordanceFormat {
    name: "json",
    about: "one JSON object with the counts and all lines",
    write: concordance,
};

fn concordance(setting: &Setting<'_>, concordance: &Concordance, out: &mut Vec<u8>) {
    write(out, &ConcordanceRecord::of(setting, concordance));
    out.push(b'\n');
}
