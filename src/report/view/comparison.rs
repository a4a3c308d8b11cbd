//! A comparison: verdicts, tables with a forest plot, sides over time, whose words.

mod passages;
mod row;
mod several;
mod terms;
mod timeline;
mod wordings;

use serde::Serialize;

use super::legend::LegendView;
use super::pairs::PairsView;
use crate::compare::{Comparison, Kind, Row, Side};
use crate::report::Setting;
use crate::report::methods::methods;
use crate::report::verdicts::verdicts;
use crate::report::wording::{letter, number};
use passages::PassagesView;
use row::RowView;
use several::{OverallView, PairView};
use terms::TermsView;
use timeline::TimelineView;
use wordings::{NamingView, OnlyView};

/// Verdict sentences and naming pairs that are shown at most.
const SHOWN: (usize, usize) = (8, 30);

/// A comparison, ready for a template.
#[derive(Debug, Serialize)]
pub(in crate::report) struct ComparisonView<'a> {
    sides: Vec<SideView<'a>>,
    sentences: Vec<String>,
    caution: &'a str,
    notes: &'a [String],
    methods: String,
    tables: Vec<TableView<'a>>,
    measures: Vec<RowView<'a>>,
    overall: Vec<OverallView<'a>>,
    pairs: Vec<PairView<'a>>,
    timelines: Vec<TimelineView<'a>>,
    terms: Vec<TermsView<'a>>,
    passages: Option<PassagesView<'a>>,
    actors: PairsView<'a>,
    only: Vec<OnlyView<'a>>,
    naming: Vec<NamingView<'a>>,
    /// Naming pairs that are not shown.
    more_naming: usize,
    legend: LegendView<'a>,
}

#[derive(Debug, Serialize)]
struct SideView<'a> {
    letter: String,
    name: &'a str,
    size: String,
}

#[derive(Debug, Serialize)]
struct TableView<'a> {
    title: &'static str,
    rows: Vec<RowView<'a>>,
    /// The items that neither side has.
    silent: Vec<&'a str>,
}

impl<'a> ComparisonView<'a> {
    /// The view of a comparison.
    pub(in crate::report) fn of(setting: &Setting<'a>, comparison: &'a Comparison) -> Self {
        let only = match comparison.sides.as_slice() {
            [a, b] => vec![
                OnlyView::of(setting, "A", a, &comparison.only[0]),
                OnlyView::of(setting, "B", b, &comparison.only[1]),
            ],
            _ => Vec::new(),
        };
        let two = comparison.sides.len() == 2;
        let kinds = [("Groups", Kind::Group), ("Categories", Kind::Category)];
        let tables = kinds.iter().filter(|_| two);
        let over_all = kinds.iter().chain(&[("Measures", Kind::Measure)]);
        let over_all = over_all.filter(|_| comparison.sides.len() > 2);
        let passages = comparison.passages.as_ref();
        let naming = comparison.naming.iter().take(SHOWN.1);
        Self {
            sides: comparison.sides.iter().enumerate().map(SideView::of).collect(),
            sentences: verdicts(comparison, SHOWN.0),
            caution: comparison.caution(),
            notes: &comparison.labels.notes,
            methods: methods(setting, comparison),
            tables: tables.map(|&(title, kind)| TableView::of(comparison, title, kind)).collect(),
            measures: comparison.rows(Kind::Measure).map(RowView::of).collect(),
            overall: over_all.map(|&(t, kind)| OverallView::of(comparison, t, kind)).collect(),
            pairs: match two {
                true => Vec::new(),
                false => comparison.pairs.iter().map(|p| PairView::of(comparison, p)).collect(),
            },
            timelines: comparison.timelines.iter().map(TimelineView::of).collect(),
            terms: comparison.keyness.iter().map(|t| TermsView::of(comparison, t)).collect(),
            passages: passages.map(|p| PassagesView::of(setting.lexicon, p)),
            actors: PairsView::of(setting.lexicon, comparison),
            only,
            naming: naming.map(|pair| NamingView::of(setting, pair)).collect(),
            more_naming: comparison.naming.len().saturating_sub(SHOWN.1),
            legend: LegendView::of(setting),
        }
    }
}

impl<'a> TableView<'a> {
    fn of(comparison: &'a Comparison, title: &'static str, kind: Kind) -> Self {
        let silent = |row: &&Row| row.counts == Some((0, 0));
        let there = comparison.rows(kind).filter(|row| !silent(row));
        Self {
            title,
            rows: there.map(RowView::of).collect(),
            silent: comparison
                .rows(kind)
                .filter(silent)
                .map(|row| row.item.title.as_str())
                .collect(),
        }
    }
}

impl<'a> SideView<'a> {
    fn of((at, side): (usize, &'a Side)) -> Self {
        let words = number(side.counts.words, "word");
        let size = format!("{}, {words}", number(side.documents, "text"));
        Self { letter: letter(at), name: &side.name, size }
    }
}
