//! The tables of a document: its groups, its paragraphs, its categories.

use std::borrow::Cow;

use serde::Serialize;

use super::{ends, percent};
use crate::analysis::Analysis;
use crate::lexicon::{GROUPS, Lexicon};
use crate::profile::{Counts, MEASURES};
use crate::report::record::part_name;
use crate::report::wording::{figure, thousands};
use crate::stats::{per_thousand, poisson_interval};

/// Entries that a category's row names at most, and places that each entry links to at most.
const SHOWN: (usize, usize) = (6, 12);

/// The groups that have a column in the paragraph table.
#[derive(Debug, Serialize)]
pub(super) struct Columns {
    groups: Vec<Column>,
    /// The measures' short names and what they say.
    measures: Vec<(&'static str, &'static str)>,
}

/// A group's column.
#[derive(Debug, Serialize)]
struct Column {
    #[serde(skip)]
    place: usize,
    id: &'static str,
    title: &'static str,
    letter: char,
}

impl Columns {
    /// The groups with a cue somewhere in the text.
    pub(super) fn of(analysis: &Analysis) -> Self {
        let used = |place: usize| analysis.paragraphs.iter().any(|counts| counts.groups[place] > 0);
        let groups = GROUPS.iter().enumerate().filter(|&(place, _)| used(place));
        Self {
            groups: groups
                .map(|(place, g)| Column { place, id: g.id, title: g.title, letter: g.letter })
                .collect(),
            measures: MEASURES.iter().map(|measure| (measure.short, measure.about)).collect(),
        }
    }
}

/// A row of the paragraph table.
#[derive(Debug, Serialize)]
pub(super) struct RowView {
    /// From 1; 0 for the body as a whole.
    number: usize,
    part: &'static str,
    words: String,
    sentences: u64,
    cues: u64,
    groups: Vec<u64>,
    measures: Vec<String>,
}

impl RowView {
    /// A row for each paragraph.
    pub(super) fn all(analysis: &Analysis, columns: &Columns) -> Vec<Self> {
        let paragraphs = analysis.document.paragraphs.iter().zip(&analysis.paragraphs);
        let row = |(number, (paragraph, counts)): (usize, (&crate::text::Paragraph, &Counts))| {
            Self::of(number, part_name(paragraph.part), counts, columns)
        };
        (1..).zip(paragraphs).map(row).collect()
    }

    /// The row of the body.
    pub(super) fn body(analysis: &Analysis, columns: &Columns) -> Self {
        Self::of(0, "body", &analysis.body, columns)
    }

    fn of(number: usize, part: &'static str, counts: &Counts, columns: &Columns) -> Self {
        let measure =
            |measure: &crate::profile::Measure| figure((measure.value)(counts), measure.decimals);
        Self {
            number,
            part,
            words: thousands(counts.words),
            sentences: counts.sentences,
            cues: counts.total,
            groups: columns.groups.iter().map(|column| counts.groups[column.place]).collect(),
            measures: MEASURES.iter().map(measure).collect(),
        }
    }
}

/// A bar of the group chart.
#[derive(Debug, Serialize)]
pub(super) struct GroupView {
    id: &'static str,
    title: &'static str,
    about: &'static str,
    letter: char,
    count: String,
    rate: String,
    interval: String,
    /// Its length, of 100; 0 of what is shown apart and is no cue.
    bar: u32,
}

/// The groups with a cue in the body, the largest first; those shown apart, which are no cues, last.
pub(super) fn groups(body: &Counts) -> Vec<GroupView> {
    let cues = body.groups.iter().zip(GROUPS).filter(|(_, group)| !group.apart);
    let most = cues.map(|(&count, _)| count).max().unwrap_or(0);
    let mut used: Vec<usize> = (0..GROUPS.len()).filter(|&at| body.groups[at] > 0).collect();
    used.sort_by_key(|&at| (GROUPS[at].apart, u64::MAX - body.groups[at], at));
    let view = |at: usize| {
        let (group, count) = (&GROUPS[at], body.groups[at]);
        GroupView {
            id: group.id,
            title: group.title,
            about: group.about,
            letter: group.letter,
            count: thousands(count),
            rate: figure(per_thousand(count, body.words), 1),
            interval: ends(poisson_interval(count, body.words), 1),
            bar: if group.apart { 0 } else { percent(count as f64, most as f64) },
        }
    };
    used.into_iter().map(view).collect()
}

/// A row of the category table.
#[derive(Debug, Serialize)]
pub(super) struct CategoryView<'a> {
    title: Cow<'a, str>,
    /// Its place in the legend.
    legend: String,
    group: &'static str,
    group_title: &'static str,
    count: String,
    rate: String,
    interval: String,
    /// Normalised DP; empty below ten findings.
    spread: String,
    entries: Vec<EntryView<'a>>,
    /// Entries that are not named.
    more: usize,
}

/// An entry that was found.
#[derive(Debug, Serialize)]
struct EntryView<'a> {
    term: &'a str,
    count: usize,
    /// The anchors of its findings.
    places: Vec<String>,
}

/// The categories with a finding in the body, the most frequent first.
pub(super) fn categories<'a>(
    lexicon: &'a Lexicon,
    analysis: &Analysis,
    anchor: &str,
) -> Vec<CategoryView<'a>> {
    let body = &analysis.body;
    let mut used: Vec<usize> =
        (0..lexicon.categories.len()).filter(|&at| body.categories[at] > 0).collect();
    used.sort_by_key(|&at| (u64::MAX - body.categories[at], at));
    let view = |at: usize| {
        let (category, count) = (&lexicon.categories[at], body.categories[at]);
        let mut entries = entries(lexicon, analysis, at, anchor);
        let more = entries.len().saturating_sub(SHOWN.0);
        entries.truncate(SHOWN.0);
        CategoryView {
            title: category.label(),
            legend: format!("c-{at}"),
            group: category.group.id,
            group_title: category.group.title,
            count: thousands(count),
            rate: figure(per_thousand(count, body.words), 1),
            interval: ends(poisson_interval(count, body.words), 1),
            spread: analysis.spread[at].map(|dp| format!("{dp:.2}")).unwrap_or_default(),
            entries,
            more,
        }
    };
    used.into_iter().map(view).collect()
}

/// The entries of a category that count in the body, the most frequent first.
fn entries<'a>(
    lexicon: &'a Lexicon,
    analysis: &Analysis,
    category: usize,
    anchor: &str,
) -> Vec<EntryView<'a>> {
    let mut entries: Vec<EntryView<'a>> = Vec::new();
    for (index, finding) in analysis.findings.iter().enumerate() {
        if finding.category as usize != category || !finding.counted() || !analysis.in_body(finding)
        {
            continue;
        }
        let term = lexicon.entry(finding.entry).term.as_str();
        let at = entries.iter().position(|entry| entry.term == term).unwrap_or_else(|| {
            entries.push(EntryView { term, count: 0, places: Vec::new() });
            entries.len() - 1
        });
        entries[at].count += 1;
        if entries[at].places.len() < SHOWN.1 {
            entries[at].places.push(format!("{anchor}-f{index}"));
        }
    }
    entries.sort_by_key(|entry| usize::MAX - entry.count);
    entries
}
