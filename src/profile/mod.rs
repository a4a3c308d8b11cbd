//! Profile: counts become measures, for a paragraph, a document or a group.
//!
//! A new measure is a file here, its maths in `stats/`, and a line in [`MEASURES`]; every report
//! and the comparison then show it. Law: a measure over nothing is `None`, never NaN.

mod actors;
mod counts;
mod cue_sentences;
mod load;
mod load_all;
mod rate;

pub use actors::{ActorCounts, Square, actors, sort as sort_actors};
pub use counts::Counts;
pub use load::load;

use crate::stats::Interval;

/// A figure made from counts.
#[derive(Debug)]
pub struct Measure {
    /// The name in every output.
    pub id: &'static str,
    /// The name that people read.
    pub title: &'static str,
    /// A word or two, for the head of a column.
    pub short: &'static str,
    /// What it says, its unit and range.
    pub about: &'static str,
    /// Digits after the point in reports for people.
    pub decimals: usize,
    /// The figure; `None` over nothing.
    pub value: fn(&Counts) -> Option<f64>,
    /// What it divides and by what, so that groups can be tested: every measure is the ratio of two sums
    /// over documents (times a constant).
    pub parts: fn(&Counts) -> (f64, f64),
    /// Its 95 % interval, where it has one.
    pub interval: Option<fn(&Counts) -> Option<Interval>>,
}

/// All measures.
pub const MEASURES: &[Measure] =
    &[rate::MEASURE, cue_sentences::MEASURE, load::MEASURE, load_all::MEASURE];
