//! What pages for people show, made ready for templates: text as it stands in the source, figures
//! as they are printed, and the places that each figure opens to.
//!
//! Laws: nothing here is escaped, the templates do that; a place is named by an anchor that is
//! unique on the page (`d0-p3`: paragraph 3 of document 0); every count leads to its findings.

mod actors;
mod aims;
mod comparison;
mod document;
mod forest;
mod legend;
mod matrix;
mod pairs;
mod passage;
mod square;
mod tables;
mod voices;

pub(super) use comparison::ComparisonView;
pub(super) use document::DocumentView;
pub(super) use legend::{EndView, LegendView};

/// A share of 100, for the length of a bar.
fn percent(value: f64, of: f64) -> u32 {
    if of > 0.0 { (100.0 * value / of).round().clamp(0.0, 100.0) as u32 } else { 0 }
}

/// The ends of an interval in words, with so many digits after the point.
fn ends(interval: Option<crate::stats::Interval>, decimals: usize) -> String {
    interval.map(|i| format!("{:.decimals$} to {:.decimals$}", i.low, i.high)).unwrap_or_default()
}
