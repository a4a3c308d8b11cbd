//! The records of concordances, frozen by their schema (`framescope schema concordance`).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::head::names;
use crate::concordance::{Concordance, Line, Tally};
use crate::lexicon::Lexicon;
use crate::passes::Silence;
use crate::report::record::rounded;
use crate::report::{Setting, Stamp};
use crate::stats::per_thousand;

/// A concordance.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Framescope concordance")]
pub struct ConcordanceRecord<'a> {
    /// What it was made with.
    pub stamp: &'a Stamp,
    /// What was asked for: an id, `ACTOR`, `ACTOR/WHICH`, or a term.
    pub asked: String,
    /// What it was taken for: `category`, `group`, `total`, `actor` or `term`.
    pub taken_for: &'static str,
    /// The name that people read.
    pub title: String,
    /// The id of the actor that lines were limited to.
    pub about: Option<&'a str>,
    /// How lines are ordered: `none`, `left`, `right` or `word`.
    pub order: &'a str,
    /// The metadata field by which lines are put together.
    pub by: Option<&'a str>,
    /// The sample, where the lines are one.
    pub sample: Option<SampleRecord>,
    /// The counts over all documents.
    pub counts: TallyRecord<'a>,
    /// The counts by the values of the field, in their order; an empty value where a document has none.
    pub values: Vec<ValueRecord<'a>>,
    /// What is called nearly as what was asked for, where nothing was found.
    pub near: &'a [String],
    /// Inputs that were skipped, as one sentence each.
    pub skipped: &'a [String],
    /// The lines, in order; fewer than `counts.lines` where `--limit` or `--sample` says so.
    pub lines: Vec<LineRecord<'a>>,
}

/// A sample.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SampleRecord {
    /// Lines asked for.
    pub size: usize,
    /// The seed.
    pub seed: u64,
}

/// Counts over some documents.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TallyRecord<'a> {
    /// Documents read.
    pub documents: u64,
    /// Documents with a line.
    pub documents_with: u64,
    /// Words of their bodies in the voices that are counted.
    pub words: u64,
    /// Lines, before `--limit` and `--sample`.
    pub lines: u64,
    /// Hits in the bodies that count: the figure of the reports.
    pub counted: u64,
    /// These per 1,000 words; null over nothing.
    pub rate: Option<f64>,
    /// Hits that would count, were they not in a headline, a heading or a dateline.
    pub elsewhere: u64,
    /// Hits that do not count, by the reason.
    pub silent: &'a BTreeMap<&'static str, u64>,
}

/// Counts of a value.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ValueRecord<'a> {
    /// The value.
    pub value: &'a str,
    /// Its counts.
    #[serde(flatten)]
    pub counts: TallyRecord<'a>,
}

/// A line.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LineRecord<'a> {
    /// The document's id.
    pub id: &'a str,
    /// What the document has in the field of `--by`.
    pub value: Option<&'a str>,
    /// Its paragraph, from 0.
    pub paragraph: u32,
    /// Its sentence in the document, from 0.
    pub sentence: u32,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// First code point.
    pub start_char: usize,
    /// One past the last code point.
    pub end_char: usize,
    /// `body`, `headline`, `heading` or `dateline`.
    pub part: &'a str,
    /// The sentence before the words, on one line; `…` in front where more than 400 characters are cut.
    pub left: &'a str,
    /// The words as they stand there, on one line.
    pub text: &'a str,
    /// The sentence behind them, likewise.
    pub right: &'a str,
    /// The categories of its findings: several where findings that share words are one line.
    pub categories: Vec<&'a str>,
    /// The entries of the lexicon, likewise.
    pub entries: Vec<&'a str>,
    /// Whose words it is in: `author`, `quoted`, `reported`, `scare` or `unknown`.
    pub voice: &'a str,
    /// Who is named as speaking.
    pub speaker: Option<&'a str>,
    /// Whom it is about.
    pub actors: Vec<AboutRecord<'a>>,
    /// Whether reports count it.
    pub counted: bool,
    /// Why it does not count, other than by its part.
    pub silent_because: Option<&'a str>,
}

/// Whom a line is about.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AboutRecord<'a> {
    /// The actor's id; of somebody who is only called by the cue, those words.
    pub id: &'a str,
    /// The actor's name.
    pub name: &'a str,
    /// `praised`, `blamed` or `neutral`.
    pub stance: &'a str,
}

impl<'a> ConcordanceRecord<'a> {
    /// The record of `concordance`.
    pub fn of(setting: &'a Setting<'_>, concordance: &'a Concordance) -> Self {
        let search = &concordance.search;
        let (taken_for, asked, title) = names(setting.lexicon, &search.query);
        let value = |(value, tally): (&'a String, &'a Tally)| ValueRecord {
            value,
            counts: TallyRecord::of(tally),
        };
        Self {
            stamp: &setting.stamp,
            asked,
            taken_for,
            title,
            about: search.about.as_deref(),
            order: concordance.choice.order.name(),
            by: search.by.as_deref(),
            sample: concordance.choice.sample.map(|(size, seed)| SampleRecord { size, seed }),
            counts: TallyRecord::of(&concordance.tally),
            values: concordance.values.iter().map(value).collect(),
            near: &concordance.near,
            skipped: &concordance.skipped,
            lines: LineRecord::all(setting.lexicon, concordance).collect(),
        }
    }
}

impl<'a> TallyRecord<'a> {
    fn of(tally: &'a Tally) -> Self {
        Self {
            documents: tally.documents,
            documents_with: tally.documents_with,
            words: tally.words,
            lines: tally.lines,
            counted: tally.counted,
            rate: per_thousand(tally.counted, tally.words).map(rounded),
            elsewhere: tally.elsewhere,
            silent: &tally.silent,
        }
    }
}

impl<'a> LineRecord<'a> {
    /// The records of all lines that are kept.
    pub(super) fn all(
        lexicon: &'a Lexicon,
        concordance: &'a Concordance,
    ) -> impl Iterator<Item = Self> {
        concordance.lines.iter().map(|line| Self::of(lexicon, line))
    }

    fn of(lexicon: &'a Lexicon, line: &'a Line) -> Self {
        let mut categories: Vec<&str> = Vec::with_capacity(line.cues.len());
        for cue in &line.cues {
            let id = lexicon.category_at(cue.category).id.as_str();
            if !categories.contains(&id) {
                categories.push(id);
            }
        }
        Self {
            id: &line.document,
            value: line.value.as_deref(),
            paragraph: line.paragraph,
            sentence: line.sentence,
            start: line.span.start,
            end: line.span.end,
            start_char: line.chars.0,
            end_char: line.chars.1,
            part: line.stand.name(),
            left: &line.left,
            text: &line.text,
            right: &line.right,
            categories,
            entries: line.cues.iter().map(|cue| lexicon.entry(cue.entry).term.as_str()).collect(),
            voice: line.voice.name(),
            speaker: line.speaker.as_deref(),
            actors: line
                .about
                .iter()
                .map(|actor| AboutRecord {
                    id: &actor.id,
                    name: &actor.name,
                    stance: actor.stance.name(),
                })
                .collect(),
            counted: line.counted(),
            silent_because: line.silent_because.map(Silence::name),
        }
    }
}
