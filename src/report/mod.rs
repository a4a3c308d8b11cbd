//! Reports: analyses and comparisons as bytes.
//!
//! Laws: reports walk the lexicon's categories, [`GROUPS`](crate::lexicon::GROUPS) and
//! [`MEASURES`](crate::profile::MEASURES) and name none; the same input gives the same bytes; text
//! made by hand never reaches HTML, CSV or a terminal unescaped; every report carries the stamp.
//! A new format is a file here and a line in [`FORMATS`].

mod actor_record;
mod comparison_record;
mod concordance;
mod csv;
mod escape;
mod html;
mod json;
mod jsonl;
mod markdown;
mod methods;
mod passage_record;
mod record;
#[cfg(test)]
mod sample;
mod schema;
mod segments;
pub mod sheet;
mod stamp;
mod summary;
mod template;
mod terms_record;
mod text;
mod timeline_record;
mod validation;
mod verdicts;
mod view;
mod voice_record;
mod wording;

use crate::analysis::Analysis;
use crate::compare::Comparison;
use crate::lexicon::Lexicon;

pub use comparison_record::ComparisonRecord;
pub use concordance::{CONCORDANCE_FORMATS, ConcordanceFormat, ConcordanceRecord};
pub use escape::terminal;
pub use record::DocumentRecord;
pub use schema::{SCHEMAS, Schema};
pub use sheet::{SHEET_FORMATS, Sheet, SheetFormat};
pub use stamp::Stamp;
pub use summary::summary;
pub use validation::{difference, evaluation, statistics, suggestions};
pub use verdicts::verdicts;

/// A format of reports.
#[derive(Debug)]
pub struct Format {
    /// The name for `--format`.
    pub name: &'static str,
    /// What it is for, in one line.
    pub about: &'static str,
    /// The file extensions that stand for it.
    pub extensions: &'static [&'static str],
    /// Whether rows hold a column for each metadata field, which must be known before the first.
    pub needs_fields: bool,
    /// What stands before the first document.
    pub begin: fn(&Setting<'_>, &mut Vec<u8>),
    /// One document; `index` counts from 0. Called on any thread, in any order.
    pub document: fn(&Setting<'_>, index: usize, &Analysis, &mut Vec<u8>),
    /// What stands behind the last document.
    pub end: fn(&Setting<'_>, &Totals, &mut Vec<u8>),
    /// A comparison.
    pub comparison: fn(&Setting<'_>, &Comparison, &mut Vec<u8>),
}

/// All formats; the first is the default.
pub const FORMATS: &[Format] =
    &[text::FORMAT, json::FORMAT, jsonl::FORMAT, csv::FORMAT, markdown::FORMAT, html::FORMAT];

/// What a report is made with.
#[derive(Debug)]
pub struct Setting<'a> {
    /// The lexicons.
    pub lexicon: &'a Lexicon,
    /// What the report was made from and with.
    pub stamp: Stamp,
    /// Rows of a CSV report.
    pub rows: Rows,
    /// Whether the CSV of a comparison over time has a row a period and item, not one a pair and item.
    pub by_period: bool,
    /// Whether every entry's reason and plainer wording are printed.
    pub explain: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// Whether the terminal shows colour.
    pub colour: bool,
    /// The metadata fields of all documents, sorted; only for formats that need them.
    pub fields: Vec<String>,
}

/// Rows of a CSV report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rows {
    /// One row a paragraph, wide.
    #[default]
    Paragraphs,
    /// One row a finding, long.
    Findings,
    /// One row a document, wide.
    Documents,
    /// One row a document and actor, wide.
    Actors,
}

/// What is known when all documents are done.
#[derive(Debug, Clone, Default)]
pub struct Totals {
    /// Documents analysed.
    pub documents: usize,
    /// The sum of their bodies' counts; `None` where there was no document.
    pub body: Option<crate::profile::Counts>,
    /// Inputs that were skipped, as one sentence each.
    pub skipped: Vec<String>,
}
