//! Actors and categories: how many cues of each category are about each actor, and where they stand.

use std::collections::BTreeMap;

use serde::Serialize;

use super::aims::{EvidenceView, Hit};
use super::percent;
use crate::analysis::Analysis;
use crate::lexicon::Lexicon;
use crate::profile::ActorCounts;
use crate::report::wording::thousands;

/// Categories that have a column at most.
const COLUMNS: usize = 24;
/// Actors that a narrow table shows.
const NARROW: usize = 8;

/// The counts of each category for each actor.
#[derive(Debug, Serialize)]
pub(super) struct MatrixView<'a> {
    /// The categories with a cue about one of the actors, the most frequent first.
    columns: Vec<ColumnView<'a>>,
    rows: Vec<ActorRow<'a>>,
    /// How many of the rows a narrow table shows.
    narrow: usize,
    /// Categories without a column.
    more: usize,
    /// The sentences behind each cell.
    evidence: Vec<EvidenceView<'a>>,
}

#[derive(Debug, Serialize)]
struct ColumnView<'a> {
    title: &'a str,
    /// Its place in the legend.
    legend: String,
    group: &'static str,
    letter: char,
    /// Whether a narrow table has a cue in it.
    narrow: bool,
}

#[derive(Debug, Serialize)]
struct ActorRow<'a> {
    name: &'a str,
    cues: String,
    cells: Vec<CellView>,
}

#[derive(Debug, Serialize)]
struct CellView {
    count: u64,
    /// Where the sentences behind it are.
    anchor: String,
    /// Its share of the highest count, of 100.
    weight: u32,
}

impl<'a> MatrixView<'a> {
    /// The counts for some actors, each with the cues about it.
    pub(super) fn of(
        lexicon: &'a Lexicon,
        analysis: &'a Analysis,
        page: &str,
        actors: &[(&'a ActorCounts, &[Hit<'a>])],
    ) -> Self {
        let mut columns = columns(actors);
        let more = columns.len().saturating_sub(COLUMNS);
        columns.truncate(COLUMNS);
        let count = |actor: &ActorCounts, at: &u32| actor.categories.get(at).copied().unwrap_or(0);
        let cells = |actor| columns.iter().map(move |at| count(actor, at));
        let most = actors.iter().flat_map(|&(actor, _)| cells(actor)).max().unwrap_or(0);
        let mut evidence = Vec::new();
        let mut rows = Vec::new();
        for (row, &(actor, hits)) in actors.iter().enumerate() {
            let cell = |(count, &at): (u64, &u32)| {
                let anchor = format!("{page}-a{row}-c{at}");
                if count > 0 {
                    let title = format!("{} · {}", actor.name, lexicon.category_at(at).title);
                    let here: Vec<Hit<'_>> =
                        hits.iter().filter(|hit| hit.finding.category == at).copied().collect();
                    evidence.push(EvidenceView::of(analysis, page, (anchor.clone(), title), &here));
                }
                CellView { count, anchor, weight: percent(count as f64, most as f64) }
            };
            let cells = cells(actor).zip(&columns).map(cell).collect();
            rows.push(ActorRow { name: &actor.name, cues: thousands(actor.cues), cells });
        }
        let narrow = |at: &u32| actors.iter().take(NARROW).any(|(actor, _)| count(actor, at) > 0);
        let column = |at: &u32| ColumnView::of(lexicon, *at, narrow(at));
        Self {
            columns: columns.iter().map(column).collect(),
            narrow: rows.len().min(NARROW),
            rows,
            more,
            evidence,
        }
    }
}

impl<'a> ColumnView<'a> {
    fn of(lexicon: &'a Lexicon, at: u32, narrow: bool) -> Self {
        let category = lexicon.category_at(at);
        Self {
            title: &category.title,
            legend: format!("c-{at}"),
            group: category.group.id,
            letter: category.group.letter,
            narrow,
        }
    }
}

/// The categories of the cues about some actors, the most frequent first.
fn columns(actors: &[(&ActorCounts, &[Hit<'_>])]) -> Vec<u32> {
    let mut sums: BTreeMap<u32, u64> = BTreeMap::new();
    for (&category, count) in actors.iter().flat_map(|(actor, _)| &actor.categories) {
        *sums.entry(category).or_default() += count;
    }
    let mut columns: Vec<_> = sums.into_iter().collect();
    columns.sort_by_key(|&(category, sum)| (u64::MAX - sum, category));
    columns.into_iter().map(|(category, _)| category).collect()
}
