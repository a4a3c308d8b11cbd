//! A row of two sides.

use serde::Serialize;

use super::super::forest::{Forest, forest};
use crate::compare::{Row, Verdict};
use crate::report::verdicts::level;
use crate::report::wording::{figure, ratio, thousands};

/// A row, ready for a template.
#[derive(Debug, Serialize)]
pub(super) struct RowView<'a> {
    title: &'a str,
    count_a: String,
    count_b: String,
    rate_a: String,
    rate_b: String,
    ratio: String,
    interval: String,
    q: String,
    verdict: &'static str,
    /// Whether the figures allow to say something.
    called: bool,
    forest: Option<Forest>,
}

impl<'a> RowView<'a> {
    /// The view of a row.
    pub(super) fn of(row: &'a Row) -> Self {
        let count = |count: Option<u64>| count.map(thousands).unwrap_or_default();
        let measure = row.item.measure();
        let decimals = measure.map_or(1, |measure| measure.decimals);
        let interval = match (row.ratio.low, row.ratio.high) {
            (Some(low), Some(high)) => format!("{} to {}", ratio(low), ratio(high)),
            _ => String::new(),
        };
        Self {
            title: &row.item.title,
            count_a: count(row.counts.map(|counts| counts.0)),
            count_b: count(row.counts.map(|counts| counts.1)),
            rate_a: figure(row.rates.0, decimals),
            rate_b: figure(row.rates.1, decimals),
            ratio: row.ratio.ratio.map_or_else(|| "–".to_owned(), ratio),
            interval,
            q: row.q.map_or_else(|| "–".to_owned(), level),
            verdict: row.verdict.name(),
            called: matches!(row.verdict, Verdict::MoreInA | Verdict::MoreInB),
            forest: forest(&row.ratio),
        }
    }
}
