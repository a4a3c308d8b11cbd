//! The records of JSON reports, frozen by their schema (`framescope schema report`).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use super::actor_record::{ActorRecord, SquareRecord};
use super::voice_record::{AimRecord, Named, VoiceRecord};
use super::{Setting, Stamp};
use crate::analysis::Analysis;
use crate::lexicon::{GROUPS, Lexicon};
use crate::passes::{Finding, Silence};
use crate::profile::{Counts, MEASURES, Square};
use crate::text::{CodePoints, Part, Span};
use crate::voice::VOICES;

/// One document of a report.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Framescope document")]
pub struct DocumentRecord<'a> {
    /// The text's id: its own, or its file's name.
    pub id: &'a str,
    /// All other fields of its record.
    pub metadata: &'a Map<String, Value>,
    /// What the report was made with.
    pub stamp: &'a Stamp,
    /// The body's counts and measures: all paragraphs but headline and headings.
    pub stats: StatsRecord<'a>,
    /// The headline's counts and measures.
    pub headline: Option<StatsRecord<'a>>,
    /// How evenly each category is spread over the paragraphs (Gries' DP, normalised: 0 even, 1 uneven); only
    /// categories with ten findings or more.
    pub dispersion: BTreeMap<&'a str, f64>,
    /// The paragraphs, in order.
    pub paragraphs: Vec<ParagraphRecord<'a>>,
    /// The actors of the body: named in it, or spoken of by its cues; those with most cues first.
    pub actors: Vec<ActorRecord<'a>>,
    /// What is said of us and of them, where the actors file gives sides (van Dijk's ideological square).
    pub square: Option<SquareRecord>,
    /// Whose words are not the author's: quotations, then indirect speech.
    pub voices: Vec<VoiceRecord<'a>>,
    /// The findings, by start, longer first, then category.
    pub findings: Vec<FindingRecord<'a>>,
}

/// Counts and measures of a stretch of text.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StatsRecord<'a> {
    /// Words, as a reader counts them, in the voices that are counted; a dateline's are left out.
    pub words: u64,
    /// Words by voice, counted or not.
    pub words_by_voice: BTreeMap<&'a str, u64>,
    /// Distinct merged spans of cues by voice, counted or not.
    pub cues_by_voice: BTreeMap<&'a str, u64>,
    /// Sentences.
    pub sentences: u64,
    /// Counted findings by category; absent means none.
    pub counts: BTreeMap<&'a str, u64>,
    /// Distinct merged spans of counted findings by group; absent means none.
    pub groups: BTreeMap<&'a str, u64>,
    /// Distinct merged spans of counted findings of all groups but topic frames and figures of speech.
    pub total: u64,
    /// Measures (rate, `cue_sentences`, load), with `_low` and `_high` for the ends of 95 % intervals; null over nothing.
    #[serde(flatten)]
    pub measures: BTreeMap<String, Option<f64>>,
}

/// One paragraph.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ParagraphRecord<'a> {
    /// Its number, from 0.
    pub index: usize,
    /// Its place in the text.
    #[serde(flatten)]
    pub place: Place,
    /// `headline`, `heading` or `body`.
    pub part: &'a str,
    /// The dateline at its start.
    pub dateline: Option<&'a str>,
    /// Its counts and measures.
    #[serde(flatten)]
    pub stats: StatsRecord<'a>,
}

/// A place in the text, in bytes and in code points; ends are exclusive.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct Place {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// First code point.
    pub start_char: usize,
    /// One past the last code point.
    pub end_char: usize,
}

/// One finding.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FindingRecord<'a> {
    /// Its place in the text.
    #[serde(flatten)]
    pub place: Place,
    /// The words as they stand there.
    pub text: &'a str,
    /// The category's id.
    pub category: &'a str,
    /// The group's id.
    pub group: &'a str,
    /// The entry of the lexicon.
    pub entry: &'a str,
    /// 3 loaded in nearly any context, 2 in most, 1 only in company.
    pub strength: u8,
    /// The pass that found it.
    pub pass: &'a str,
    /// Its paragraph, from 0.
    pub paragraph: u32,
    /// Its sentence in the document, from 0.
    pub sentence: u32,
    /// Whose words it is in: `author`, `quoted`, `reported`, `scare` or `unknown`.
    pub voice: &'a str,
    /// Who is named as speaking.
    pub speaker: Option<Named<'a>>,
    /// Whether its clause takes the negative.
    pub negated: bool,
    /// Whom it is about.
    pub actors: Vec<AimRecord<'a>>,
    /// Whether it enters counts and rates.
    pub counted: bool,
    /// Why it does not count.
    pub silent_because: Option<&'a str>,
    /// What the wording does; only with `--explain`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<&'a str>,
    /// Plainer wordings; only with `--explain`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<&'a [String]>,
}

/// The categories of a report.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Legend<'a> {
    /// The categories in the order of the lexicon.
    pub categories: Vec<LegendRow<'a>>,
    /// The measures.
    pub measures: BTreeMap<&'a str, &'a str>,
}

/// One category of the legend.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LegendRow<'a> {
    /// The id.
    pub id: &'a str,
    /// The name that people read.
    pub title: &'a str,
    /// The group's id.
    pub group: &'a str,
    /// `negative`, `positive` or `neutral`.
    pub polarity: &'a str,
    /// Whether it counts as loaded wording.
    pub loaded: bool,
    /// Whether its precision was measured below 0.8, or not yet.
    pub experimental: bool,
    /// What it holds.
    pub why: &'a str,
}

impl<'a> Legend<'a> {
    /// The legend of `lexicon`.
    pub(super) fn of(lexicon: &'a Lexicon) -> Self {
        let row = |category: &'a crate::lexicon::Category| LegendRow {
            id: &category.id,
            title: &category.title,
            group: category.group.id,
            polarity: category.polarity.name(),
            loaded: category.loaded,
            experimental: category.experimental,
            why: &category.why,
        };
        Self {
            categories: lexicon.categories.iter().map(row).collect(),
            measures: MEASURES.iter().map(|measure| (measure.id, measure.about)).collect(),
        }
    }
}

impl<'a> DocumentRecord<'a> {
    /// The record of `analysis`.
    pub fn of(setting: &'a Setting<'_>, analysis: &'a Analysis) -> Self {
        let lexicon = setting.lexicon;
        let points = CodePoints::new(&analysis.document.source);
        let categories = lexicon.categories.iter().map(|category| category.id.as_str());
        let spread = categories.zip(&analysis.spread);
        Self {
            id: &analysis.id,
            metadata: &analysis.metadata,
            stamp: &setting.stamp,
            stats: StatsRecord::of(lexicon, &analysis.body),
            headline: analysis.headline().map(|counts| StatsRecord::of(lexicon, counts)),
            dispersion: spread.filter_map(|(id, dp)| Some((id, rounded((*dp)?)))).collect(),
            paragraphs: (0..analysis.paragraphs.len())
                .map(|index| ParagraphRecord::of(lexicon, analysis, &points, index))
                .collect(),
            actors: analysis
                .actors(lexicon)
                .iter()
                .map(|actor| ActorRecord::of(lexicon, actor))
                .collect(),
            square: Square::of(analysis.actors(lexicon)).map(SquareRecord::of),
            voices: analysis
                .voices
                .regions()
                .map(|region| VoiceRecord::of(region, analysis, &points))
                .collect(),
            findings: analysis
                .findings
                .iter()
                .map(|finding| FindingRecord::of(setting, analysis, &points, finding))
                .collect(),
        }
    }
}

impl<'a> StatsRecord<'a> {
    /// The record of `counts`.
    pub fn of(lexicon: &'a Lexicon, counts: &Counts) -> Self {
        let some = |(id, count): (&'a str, &u64)| (*count > 0).then_some((id, *count));
        let ids = lexicon.categories.iter().map(|category| category.id.as_str());
        Self {
            words: counts.words,
            words_by_voice: VOICES.iter().map(|v| v.name()).zip(counts.voice_words).collect(),
            cues_by_voice: VOICES.iter().map(|v| v.name()).zip(counts.voice_cues).collect(),
            sentences: counts.sentences,
            counts: ids.zip(&counts.categories).filter_map(some).collect(),
            groups: GROUPS
                .iter()
                .map(|group| group.id)
                .zip(&counts.groups)
                .filter_map(some)
                .collect(),
            total: counts.total,
            measures: measures(counts).into_iter().collect(),
        }
    }
}

impl<'a> ParagraphRecord<'a> {
    fn of(
        lexicon: &'a Lexicon,
        analysis: &'a Analysis,
        points: &CodePoints<'_>,
        index: usize,
    ) -> Self {
        let paragraph = &analysis.document.paragraphs[index];
        Self {
            index,
            place: Place::of(paragraph.span, points),
            part: part_name(paragraph.part),
            dateline: paragraph.dateline.map(|dateline| dateline.of(&analysis.document.source)),
            stats: StatsRecord::of(lexicon, &analysis.paragraphs[index]),
        }
    }
}

impl<'a> FindingRecord<'a> {
    /// The record of `finding`.
    pub fn of(
        setting: &Setting<'a>,
        analysis: &'a Analysis,
        points: &CodePoints<'_>,
        finding: &Finding,
    ) -> Self {
        let entry = setting.lexicon.entry(finding.entry);
        let (category, block) = (setting.lexicon.category(entry), setting.lexicon.block(entry));
        Self {
            place: Place::of(finding.span, points),
            text: finding.span.of(&analysis.document.source),
            category: &category.id,
            group: category.group.id,
            entry: &entry.term,
            strength: finding.strength,
            pass: finding.pass,
            paragraph: finding.paragraph,
            sentence: finding.sentence,
            voice: finding.voice.name(),
            speaker: finding.speaker.map(|span| Named::of(span, analysis, points)),
            negated: finding.silent_because == Some(Silence::Negated),
            actors: finding
                .aims
                .iter()
                .map(|aim| AimRecord::of(setting, analysis, points, aim))
                .collect(),
            counted: finding.counted(),
            silent_because: finding.silent_because.map(Silence::name),
            why: setting.explain.then_some(block.why.as_str()),
            instead: setting.explain.then_some(block.instead.as_slice()),
        }
    }
}

impl Place {
    /// The place of a span.
    pub fn of(span: Span, points: &CodePoints<'_>) -> Self {
        let (start_char, end_char) = (points.before(span.start), points.before(span.end));
        Self { start: span.start, end: span.end, start_char, end_char }
    }
}

/// The name of a part in outputs.
pub(super) const fn part_name(part: Part) -> &'static str {
    match part {
        Part::Headline => "headline",
        Part::Heading => "heading",
        Part::Body => "body",
    }
}

/// Every measure of `counts`, and the ends of its interval, by name.
pub(super) fn measures(counts: &Counts) -> Vec<(String, Option<f64>)> {
    let mut all = Vec::new();
    for measure in MEASURES {
        all.push((measure.id.to_owned(), (measure.value)(counts).map(rounded)));
        if let Some(interval) = measure.interval {
            let interval = interval(counts);
            all.push((format!("{}_low", measure.id), interval.map(|i| rounded(i.low))));
            all.push((format!("{}_high", measure.id), interval.map(|i| rounded(i.high))));
        }
    }
    all
}

/// Six digits after the point, so that the last bits of a computation are in no output.
pub(super) fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
