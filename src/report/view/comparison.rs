//! A comparison: verdicts, tables with a forest plot, one-sided entries, naming pairs.

use serde::Serialize;

use super::forest::{Forest, forest};
use super::legend::LegendView;
use super::pairs::PairsView;
use crate::compare::{Comparison, Kind, NamingPair, Row, Side, Sighting};
use crate::report::Setting;
use crate::report::verdicts::verdicts;
use crate::report::wording::{figure, number, ratio, thousands};

/// Verdict sentences, one-sided entries of each side and naming pairs that are shown at most.
const SHOWN: (usize, usize, usize) = (8, 20, 30);
/// Characters of a sentence that are shown on either side of its words.
const AROUND: usize = 90;

/// A comparison, ready for a template.
#[derive(Debug, Serialize)]
pub(in crate::report) struct ComparisonView<'a> {
    a: SideView<'a>,
    b: SideView<'a>,
    sentences: Vec<String>,
    caution: &'a str,
    tables: Vec<TableView<'a>>,
    measures: Vec<RowView<'a>>,
    actors: PairsView<'a>,
    only: Vec<OnlyView<'a>>,
    naming: Vec<NamingView<'a>>,
    /// Naming pairs that are not shown.
    more_naming: usize,
    legend: LegendView<'a>,
}

#[derive(Debug, Serialize)]
struct SideView<'a> {
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

#[derive(Debug, Serialize)]
struct RowView<'a> {
    title: &'a str,
    count_a: String,
    count_b: String,
    rate_a: String,
    rate_b: String,
    ratio: String,
    interval: String,
    verdict: &'static str,
    forest: Option<Forest>,
}

#[derive(Debug, Serialize)]
struct OnlyView<'a> {
    side: &'static str,
    name: &'a str,
    entries: Vec<EntryView<'a>>,
    more: usize,
}

#[derive(Debug, Serialize)]
struct EntryView<'a> {
    term: &'a str,
    category: &'a str,
    group: &'static str,
    count: u64,
    seen: Option<SeenView<'a>>,
}

#[derive(Debug, Serialize)]
struct NamingView<'a> {
    /// The entry and the plainer wording, in the order of the sides.
    cells: [CellView<'a>; 2],
    category: &'a str,
    group: &'static str,
}

#[derive(Debug, Serialize)]
struct CellView<'a> {
    wording: &'a str,
    count: u64,
    /// Whether this is the plainer wording.
    plainer: bool,
    seen: SeenView<'a>,
}

/// Words in their sentence.
#[derive(Debug, Serialize)]
struct SeenView<'a> {
    document: &'a str,
    before: String,
    words: &'a str,
    after: String,
}

impl<'a> ComparisonView<'a> {
    /// The view of a comparison.
    pub(in crate::report) fn of(setting: &Setting<'a>, comparison: &'a Comparison) -> Self {
        let of_kind = |kind: Kind| comparison.rows.iter().filter(move |row| row.kind == kind);
        let silent = |row: &&Row| row.counts == Some((0, 0));
        let rows = |kind: Kind| {
            of_kind(kind).filter(|row| !silent(row)).map(RowView::of).collect::<Vec<_>>()
        };
        let table = |title, kind| TableView {
            title,
            rows: rows(kind),
            silent: of_kind(kind).filter(silent).map(|row| row.title.as_str()).collect(),
        };
        let (a, b) = (&comparison.a, &comparison.b);
        let naming = comparison.naming.iter().take(SHOWN.2);
        Self {
            a: SideView::of(a),
            b: SideView::of(b),
            sentences: verdicts(comparison, SHOWN.0),
            caution: comparison.caution(),
            tables: vec![table("Groups", Kind::Group), table("Categories", Kind::Category)],
            measures: rows(Kind::Measure),
            actors: PairsView::of(setting.lexicon, comparison),
            only: vec![
                OnlyView::of(setting, "A", a, &comparison.only_a),
                OnlyView::of(setting, "B", b, &comparison.only_b),
            ],
            naming: naming.map(|pair| NamingView::of(setting, pair)).collect(),
            more_naming: comparison.naming.len().saturating_sub(SHOWN.2),
            legend: LegendView::of(setting),
        }
    }
}

impl<'a> SideView<'a> {
    fn of(side: &'a Side) -> Self {
        let words = number(side.counts.words, "word");
        Self { name: &side.name, size: format!("{}, {words}", number(side.documents, "text")) }
    }
}

impl<'a> RowView<'a> {
    fn of(row: &'a Row) -> Self {
        let count = |count: Option<u64>| count.map(thousands).unwrap_or_default();
        let decimals = if row.counts.is_some() { 1 } else { 2 };
        let interval = match (row.ratio.low, row.ratio.high) {
            (Some(low), Some(high)) => format!("{} to {}", ratio(low), ratio(high)),
            (Some(low), None) if low >= 0.01 => format!("{} or more", ratio(low)),
            _ => String::new(),
        };
        Self {
            title: &row.title,
            count_a: count(row.counts.map(|counts| counts.0)),
            count_b: count(row.counts.map(|counts| counts.1)),
            rate_a: figure(row.rates.0, decimals),
            rate_b: figure(row.rates.1, decimals),
            ratio: row.ratio.ratio.map_or_else(|| "–".to_owned(), ratio),
            interval,
            verdict: if row.counts.is_some() { row.verdict.name() } else { "" },
            forest: forest(&row.ratio),
        }
    }
}

impl<'a> OnlyView<'a> {
    fn of(
        setting: &Setting<'a>,
        letter: &'static str,
        side: &'a Side,
        entries: &[(u32, u64)],
    ) -> Self {
        let view = |&(entry, count): &(u32, u64)| {
            let category = setting.lexicon.category(setting.lexicon.entry(entry));
            EntryView {
                term: &setting.lexicon.entry(entry).term,
                category: &category.title,
                group: category.group.id,
                count,
                seen: side.first_seen.get(&entry).map(SeenView::of),
            }
        };
        Self {
            side: letter,
            name: &side.name,
            entries: entries.iter().take(SHOWN.1).map(view).collect(),
            more: entries.len().saturating_sub(SHOWN.1),
        }
    }
}

impl<'a> NamingView<'a> {
    fn of(setting: &Setting<'a>, pair: &'a NamingPair) -> Self {
        let entry = setting.lexicon.entry(pair.entry);
        let category = setting.lexicon.category(entry);
        let loaded = CellView {
            wording: &entry.term,
            count: pair.count,
            plainer: false,
            seen: SeenView::of(&pair.seen),
        };
        let plain = CellView {
            wording: &pair.instead,
            count: pair.instead_count,
            plainer: true,
            seen: SeenView::of(&pair.instead_seen),
        };
        let cells = if pair.entry_in_a { [loaded, plain] } else { [plain, loaded] };
        Self { cells, category: &category.title, group: category.group.id }
    }
}

impl<'a> SeenView<'a> {
    fn of(sighting: &'a Sighting) -> Self {
        let (before, after) = sighting.around(AROUND);
        Self { document: &sighting.document, before, words: &sighting.text, after }
    }
}
