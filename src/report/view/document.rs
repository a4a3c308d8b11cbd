//! A document: its head, what stands out, its text and its tables.

use serde::Serialize;
use serde_json::Value;

use super::actors::ActorsView;
use super::passage::PassageView;
use super::tables::{CategoryView, Columns, GroupView, RowView, categories, groups};
use super::voices::VoicesView;
use super::{ends, percent};
use crate::analysis::Analysis;
use crate::lexicon::GROUPS;
use crate::profile::{Counts, MEASURES};
use crate::report::Setting;
use crate::report::summary::{Target, density, sentences};
use crate::report::wording::{figure, number};

/// Metadata fields that are shown at most, and the characters of each.
const FIELDS: (usize, usize) = (8, 120);

/// A document, ready for a template.
#[derive(Debug, Serialize)]
pub(in crate::report) struct DocumentView<'a> {
    /// What its anchors begin with.
    anchor: String,
    id: &'a str,
    /// The headline, or the id where there is none.
    title: String,
    /// Whether the title is the headline.
    headline: bool,
    /// Metadata fields: name and value.
    metadata: Vec<(&'a str, String)>,
    /// Paragraphs, sentences and words.
    size: String,
    /// What stands out: sentences in pieces.
    summary: Vec<Vec<PieceView>>,
    groups: Vec<GroupView>,
    /// The groups without a cue.
    silent_groups: Vec<&'static str>,
    measures: Vec<MeasureView>,
    passages: Vec<PassageView<'a>>,
    voices: VoicesView,
    actors: ActorsView<'a>,
    columns: Columns,
    rows: Vec<RowView>,
    body: RowView,
    categories: Vec<CategoryView<'a>>,
    /// The categories without a finding.
    silent_categories: Vec<&'a str>,
}

/// A part of a sentence, and the anchor that it opens to.
#[derive(Debug, Serialize)]
struct PieceView {
    text: String,
    anchor: String,
}

/// A measure over the body.
#[derive(Debug, Serialize)]
struct MeasureView {
    title: &'static str,
    about: &'static str,
    value: String,
    /// The ends of its interval; empty where it has none.
    interval: String,
}

impl<'a> DocumentView<'a> {
    /// The view of document number `index` of a report.
    pub(in crate::report) fn of(
        setting: &'a Setting<'_>,
        index: usize,
        analysis: &'a Analysis,
    ) -> Self {
        let (anchor, document) = (format!("d{index}"), &analysis.document);
        let headline = document.headline().map(|paragraph| paragraph.span.of(&document.source));
        let columns = Columns::of(analysis);
        let rows = RowView::all(analysis, &columns);
        let silent = |found: &[u64], at: usize| found[at] == 0;
        let categories_of = |group: &str| {
            setting.lexicon.categories.iter().any(|category| category.group.id == group)
        };
        Self {
            id: &analysis.id,
            title: headline.unwrap_or(&analysis.id).to_owned(),
            headline: headline.is_some(),
            metadata: metadata(analysis),
            size: size(analysis),
            summary: summary(setting, analysis, &anchor),
            groups: groups(&analysis.body),
            silent_groups: GROUPS
                .iter()
                .enumerate()
                .filter(|&(at, group)| silent(&analysis.body.groups, at) && categories_of(group.id))
                .map(|(_, group)| group.title)
                .collect(),
            measures: MEASURES.iter().map(|measure| MeasureView::of(measure, analysis)).collect(),
            passages: passages(setting, analysis, &anchor),
            voices: VoicesView::of(analysis),
            actors: ActorsView::of(setting.lexicon, analysis, &anchor),
            body: RowView::body(analysis, &columns),
            columns,
            rows,
            categories: categories(setting.lexicon, analysis, &anchor),
            silent_categories: setting
                .lexicon
                .categories
                .iter()
                .enumerate()
                .filter(|&(at, _)| silent(&analysis.body.categories, at))
                .map(|(_, category)| category.title.as_str())
                .collect(),
            anchor,
        }
    }
}

impl MeasureView {
    fn of(measure: &'static crate::profile::Measure, analysis: &Analysis) -> Self {
        let interval = measure.interval.and_then(|interval| interval(&analysis.body));
        Self {
            title: measure.title,
            about: measure.about,
            value: figure((measure.value)(&analysis.body), measure.decimals),
            interval: ends(interval, measure.decimals),
        }
    }
}

/// The passages, each with a bar that shows its density beside the densest.
fn passages<'a>(
    setting: &'a Setting<'_>,
    analysis: &'a Analysis,
    anchor: &str,
) -> Vec<PassageView<'a>> {
    let most = analysis.paragraphs.iter().map(density).fold(0.0, f64::max);
    let mut passages = PassageView::all(setting, analysis, anchor);
    for (passage, counts) in passages.iter_mut().zip(&analysis.paragraphs) {
        passage.bar = percent(density(counts), most);
    }
    passages
}

fn summary(setting: &Setting<'_>, analysis: &Analysis, anchor: &str) -> Vec<Vec<PieceView>> {
    let place = |target: Target| match target {
        Target::Paragraph(index) => format!("{anchor}-p{}", index + 1),
        Target::Group(group) => format!("{anchor}-{}", GROUPS[group].id),
        Target::Finding(index) => format!("{anchor}-f{index}"),
    };
    let all = sentences(setting, analysis).into_iter();
    all.map(|sentence| {
        let view = |piece: crate::report::summary::Piece| PieceView {
            anchor: piece.target.map(place).unwrap_or_default(),
            text: piece.text,
        };
        sentence.into_iter().map(view).collect()
    })
    .collect()
}

fn size(analysis: &Analysis) -> String {
    let paragraphs = number(analysis.document.paragraphs.len() as u64, "paragraph");
    let sentences = number(analysis.document.sentences.len() as u64, "sentence");
    let words: u64 = analysis.paragraphs.iter().map(Counts::all_words).sum();
    format!("{paragraphs} · {sentences} · {}", number(words, "word"))
}

fn metadata(analysis: &Analysis) -> Vec<(&str, String)> {
    let shown = |value: &Value| {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        match text.char_indices().nth(FIELDS.1) {
            Some((cut, _)) => format!("{} …", &text[..cut]),
            None => text,
        }
    };
    let fields = analysis.metadata.iter().filter(|(_, value)| !value.is_null());
    fields.take(FIELDS.0).map(|(name, value)| (name.as_str(), shown(value))).collect()
}
