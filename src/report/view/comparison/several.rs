//! More than two sides: each item over all of them, and what differs between each pair.

use serde::Serialize;

use super::row::RowView;
use crate::compare::{Comparison, Kind, Overall, Pair, Verdict};
use crate::report::verdicts::level;
use crate::report::wording::{figure, letter, thousands};

/// The items of a kind over all sides.
#[derive(Debug, Serialize)]
pub(super) struct OverallView<'a> {
    title: &'static str,
    letters: Vec<String>,
    rows: Vec<OverallRow<'a>>,
    /// Items that were not tested.
    few: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct OverallRow<'a> {
    title: &'a str,
    count: String,
    rates: Vec<String>,
    q: String,
    verdict: &'static str,
}

/// What differs between two of the sides.
#[derive(Debug, Serialize)]
pub(super) struct PairView<'a> {
    a: String,
    b: String,
    name_a: &'a str,
    name_b: &'a str,
    rows: Vec<RowView<'a>>,
}

impl<'a> OverallView<'a> {
    /// The view of a kind.
    pub(super) fn of(comparison: &'a Comparison, title: &'static str, kind: Kind) -> Self {
        let of_kind = || comparison.overall.iter().filter(move |row| row.item.kind == kind);
        let tested = |row: &&Overall| row.verdict != Verdict::TooLittle;
        Self {
            title,
            letters: (0..comparison.sides.len()).map(letter).collect(),
            rows: of_kind().filter(tested).map(OverallRow::of).collect(),
            few: of_kind().filter(|row| !tested(row)).map(|row| row.item.title.as_str()).collect(),
        }
    }
}

impl<'a> OverallRow<'a> {
    fn of(row: &'a Overall) -> Self {
        let measure = row.item.measure();
        let decimals = measure.map_or(1, |measure| measure.decimals);
        Self {
            title: &row.item.title,
            count: measure.map_or_else(|| thousands(row.counts.iter().sum()), |_| String::new()),
            rates: row.rates.iter().map(|rate| figure(*rate, decimals)).collect(),
            q: row.q.map_or_else(|| "–".to_owned(), level),
            verdict: row.verdict.name(),
        }
    }
}

impl<'a> PairView<'a> {
    /// The view of a pair: the groups and categories that differ.
    pub(super) fn of(comparison: &'a Comparison, pair: &'a Pair) -> Self {
        let called = |kind: Kind| {
            let of_kind = pair.rows.iter().filter(move |row| row.kind() == kind);
            of_kind.filter(|row| matches!(row.verdict, Verdict::MoreInA | Verdict::MoreInB))
        };
        Self {
            a: letter(pair.a),
            b: letter(pair.b),
            name_a: &comparison.sides[pair.a].name,
            name_b: &comparison.sides[pair.b].name,
            rows: called(Kind::Group).chain(called(Kind::Category)).map(RowView::of).collect(),
        }
    }
}
