//! Concordances as bytes.
//!
//! A new format is a file here (in `report/text/` for the terminal) and a line in [`CONCORDANCE_FORMATS`].

mod csv;
mod head;
mod html;
mod json;
mod jsonl;
mod markdown;
mod record;
mod view;

use super::Setting;
use crate::concordance::Concordance;

pub(super) use head::Head;
pub use record::ConcordanceRecord;

/// A format of concordances.
#[derive(Debug)]
pub struct ConcordanceFormat {
    /// The name for `--format`: that of a format of reports.
    pub name: &'static str,
    /// What it is for, in one line.
    pub about: &'static str,
    /// Writes a concordance.
    pub write: fn(&Setting<'_>, &Concordance, &mut Vec<u8>),
}

/// All formats of concordances, by the names that formats of reports have.
pub const CONCORDANCE_FORMATS: &[ConcordanceFormat] = &[
    ConcordanceFormat {
        name: "text",
        about: "columns for the terminal: the words under each other, their sentences around",
        write: super::text::concordance,
    },
    json::FORMAT,
    jsonl::FORMAT,
    csv::FORMAT,
    markdown::FORMAT,
    html::FORMAT,
];
