//! A paragraph as a reader sees it: its text in flat segments, a note on each of its cues, and its
//! what is found there and is no cue (topics, figures of speech) apart from them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::aims::{about, voice};
use crate::analysis::Analysis;
use crate::lexicon::{GROUPS, Lexicon};
use crate::passes::{Finding, Silence};
use crate::report::Setting;
use crate::report::segments::{Segment, segments};
use crate::report::wording::{number, thousands};
use crate::text::{CodePoints, Part};

/// A paragraph.
#[derive(Debug, Serialize)]
pub(super) struct PassageView<'a> {
    /// Its number, from 1.
    number: usize,
    /// `body`, `heading` or `headline`.
    part: &'static str,
    words: u64,
    /// Its figures in words.
    label: String,
    /// Its density as a share of the densest paragraph's, of 100.
    pub(super) bar: u32,
    segments: Vec<SegmentView<'a>>,
    notes: Vec<NoteView<'a>>,
    apart: Vec<ApartView<'a>>,
}

/// What a group that is shown apart has in the paragraph.
#[derive(Debug, Serialize)]
struct ApartView<'a> {
    title: &'static str,
    categories: Vec<ApartCategory<'a>>,
}

/// A category of such a group.
#[derive(Debug, Serialize)]
struct ApartCategory<'a> {
    title: Cow<'a, str>,
    /// Its place in the legend.
    legend: String,
    /// The words that point to it: their anchors, and the words.
    words: Vec<(String, &'a str)>,
}

/// A stretch of text.
#[derive(Debug, Serialize)]
struct SegmentView<'a> {
    text: &'a str,
    /// Whether it is part of a finding; the next two are empty otherwise.
    cue: bool,
    /// The note on its first finding.
    anchor: String,
    /// The groups of its findings, the first one first.
    groups: Vec<&'static str>,
    /// Whether one of its findings counts.
    counted: bool,
    /// The titles of its categories.
    title: String,
    /// The numbers, within the paragraph, of the notes on findings that end with it.
    ends: Vec<usize>,
}

/// A note on one finding.
#[derive(Debug, Serialize)]
struct NoteView<'a> {
    anchor: String,
    text: &'a str,
    category: &'a str,
    /// The category's place in the legend.
    legend: String,
    group: &'static str,
    group_title: &'static str,
    strength: u8,
    /// The strength as dots.
    dots: &'static str,
    /// Why it does not count; empty where it counts.
    silent: &'static str,
    /// Whose words they are, where they are not the author's.
    voice: String,
    /// Whom it is about.
    about: Vec<String>,
    why: &'a str,
    instead: String,
    entry: &'a str,
    sentence: String,
    /// Code points of the source, from 0, the end exclusive.
    characters: String,
}

impl<'a> PassageView<'a> {
    /// All paragraphs of a document.
    pub(super) fn all(setting: &'a Setting<'_>, analysis: &'a Analysis, anchor: &str) -> Vec<Self> {
        let points = CodePoints::new(&analysis.document.source);
        let (mut first, mut passages) = (0, Vec::new());
        for index in 0..analysis.document.paragraphs.len() {
            let rest = &analysis.findings[first..];
            let here = rest.partition_point(|finding| finding.paragraph as usize <= index);
            let lexicon = setting.lexicon;
            let all = || (first..).zip(&rest[..here]);
            let apart = |finding: &Finding| lexicon.category_at(finding.category).group.apart;
            let cues = all().filter(|(_, finding)| !apart(finding));
            let (places, findings) = cues.map(|(at, finding)| (at, finding.clone())).unzip();
            let reading = Reading { lexicon, analysis, points: &points, anchor, places, findings };
            let others = all().filter(|(_, finding)| apart(finding));
            passages.push(reading.passage(index, others));
            first += here;
        }
        passages
    }
}

/// One paragraph being made ready.
struct Reading<'a, 'b> {
    lexicon: &'a Lexicon,
    analysis: &'a Analysis,
    points: &'b CodePoints<'a>,
    anchor: &'b str,
    /// The paragraph's cues.
    findings: Vec<Finding>,
    /// Their numbers in the document.
    places: Vec<usize>,
}

impl<'a> Reading<'a, '_> {
    fn passage<'f>(
        &self,
        index: usize,
        others: impl Iterator<Item = (usize, &'f Finding)>,
    ) -> PassageView<'a> {
        let paragraph = &self.analysis.document.paragraphs[index];
        let counts = &self.analysis.paragraphs[index];
        let (cues, words) = (number(counts.total, "cue"), number(counts.words, "word"));
        let segments = segments(paragraph.span, &self.findings);
        PassageView {
            number: index + 1,
            part: crate::report::record::part_name(paragraph.part),
            words: counts.words,
            label: format!("paragraph {}: {cues} in {words}", index + 1),
            bar: 0,
            segments: segments.into_iter().map(|segment| self.segment(&segment)).collect(),
            notes: (0..self.findings.len()).map(|at| self.note(at)).collect(),
            apart: self.apart(others),
        }
    }

    /// What is shown apart, in the order of groups and lexicon, each category with its words.
    fn apart<'f>(
        &self,
        findings: impl Iterator<Item = (usize, &'f Finding)>,
    ) -> Vec<ApartView<'a>> {
        let mut groups: BTreeMap<usize, BTreeMap<u32, ApartCategory<'a>>> = BTreeMap::new();
        for (place, finding) in findings {
            let category = &self.lexicon.categories[finding.category as usize];
            let group = groups.entry(category.group_at).or_default();
            let shown = group.entry(finding.category).or_insert_with(|| ApartCategory {
                title: category.label(),
                legend: format!("c-{}", finding.category),
                words: Vec::new(),
            });
            let anchor = format!("{}-f{place}", self.anchor);
            shown.words.push((anchor, finding.span.of(&self.analysis.document.source)));
        }
        let view = |(group, categories): (usize, BTreeMap<u32, ApartCategory<'a>>)| ApartView {
            title: GROUPS[group].title,
            categories: categories.into_values().collect(),
        };
        groups.into_iter().map(view).collect()
    }

    fn segment(&self, segment: &Segment) -> SegmentView<'a> {
        let mut groups = Vec::new();
        let mut titles: Vec<&str> = Vec::new();
        for &at in &segment.findings {
            let category = &self.lexicon.categories[self.findings[at].category as usize];
            titles.push(&category.title);
            if !groups.contains(&category.group.id) {
                groups.push(category.group.id);
            }
        }
        let found = &segment.findings;
        SegmentView {
            text: segment.span.of(&self.analysis.document.source),
            cue: !found.is_empty(),
            anchor: found.first().map(|&at| self.note_anchor(at)).unwrap_or_default(),
            groups,
            counted: found.iter().any(|&at| self.findings[at].counted()),
            title: titles.join(", "),
            ends: found
                .iter()
                .filter(|&&at| self.findings[at].span.end == segment.span.end)
                .map(|&at| at + 1)
                .collect(),
        }
    }

    fn note_anchor(&self, at: usize) -> String {
        format!("{}-f{}", self.anchor, self.places[at])
    }

    fn note(&self, at: usize) -> NoteView<'a> {
        let (finding, analysis) = (&self.findings[at], self.analysis);
        let entry = self.lexicon.entry(finding.entry);
        let (category, block) = (self.lexicon.category(entry), self.lexicon.block(entry));
        let place = |byte: usize| thousands(self.points.before(byte) as u64);
        let outside = !analysis.in_body(finding)
            && analysis.document.paragraphs[finding.paragraph as usize].part == Part::Body;
        NoteView {
            anchor: self.note_anchor(at),
            text: finding.span.of(&analysis.document.source),
            category: &category.title,
            legend: format!("c-{}", finding.category),
            group: category.group.id,
            group_title: category.group.title,
            strength: finding.strength,
            dots: match finding.strength {
                0 | 1 => "●○○",
                2 => "●●○",
                _ => "●●●",
            },
            silent: match finding.silent_because {
                None if outside => "part of the dateline",
                because => because.map(Silence::name).unwrap_or_default(),
            },
            voice: voice(analysis, finding),
            about: finding.aims.iter().map(|aim| about(self.lexicon, analysis, aim)).collect(),
            why: &block.why,
            instead: block.instead.join(", "),
            entry: &entry.term,
            sentence: thousands(u64::from(finding.sentence) + 1),
            characters: format!("{} to {}", place(finding.span.start), place(finding.span.end)),
        }
    }
}
