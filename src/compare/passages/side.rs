//! The passages of one text, and which of them match those of another.

use std::collections::HashMap;

use super::features::Feature;
use super::likeness::{Vector, pairs, score, shared, vectors};
use super::{Cue, Passage, Place, Shared};
use crate::analysis::Analysis;
use crate::stats::{Worth, matching};
use crate::text::{Paragraph, Part, Span};

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Headline,
    Sentence,
    Paragraph,
}

/// The passages of one text.
pub(super) struct Side<'a> {
    analysis: &'a Analysis,
    /// Paragraph, first sentence and bytes of each.
    places: Vec<(u32, u32, Span)>,
    features: Vec<Vec<Feature>>,
}

impl<'a> Side<'a> {
    /// The passages of `analysis`; `sentences` are the features of each of its sentences.
    pub(super) fn new(analysis: &'a Analysis, sentences: &[Vec<Feature>], unit: Unit) -> Self {
        let part = if unit == Unit::Headline { Part::Headline } else { Part::Body };
        let (mut places, mut features) = (Vec::new(), Vec::new());
        let of_part = |(_, paragraph): &(u32, &Paragraph)| paragraph.part == part;
        for (number, paragraph) in (0..).zip(&analysis.document.paragraphs).filter(of_part) {
            let range = paragraph.sentence_range();
            if unit == Unit::Sentence {
                for at in range {
                    places.push((number, at as u32, analysis.document.sentences[at].span));
                    features.push(sentences[at].clone());
                }
            } else {
                places.push((number, range.start as u32, paragraph.span));
                features.push(sentences[range].concat());
            }
        }
        Self { analysis, places, features }
    }

    fn place(&self, number: usize) -> Place {
        let (paragraph, sentence, span) = self.places[number];
        let source = &self.analysis.document.source;
        let findings = &self.analysis.findings;
        let from = findings.partition_point(|finding| finding.span.start < span.start);
        let here = (from as u32..).zip(&findings[from..]);
        let cues = here
            .take_while(|(_, finding)| finding.span.start < span.end)
            .filter(|(_, finding)| finding.counted() && span.covers(finding.span))
            .map(|(number, finding)| Cue {
                finding: number,
                category: finding.category,
                entry: finding.entry,
                span: within(span, finding.span),
            });
        Place {
            paragraph,
            sentence,
            span,
            start_char: source[..span.start].chars().count(),
            text: span.of(source).to_owned(),
            cues: cues.collect(),
        }
    }

    /// The first words of passage `number` for each feature that it has.
    fn words(&self, number: usize) -> HashMap<u32, Span> {
        let span = self.places[number].2;
        let mut words = HashMap::new();
        for soft in [false, true] {
            for feature in self.features[number].iter().filter(|f| f.soft == soft) {
                words.entry(feature.id).or_insert(within(span, feature.span));
            }
        }
        words
    }
}

/// `inner` as bytes of the text at `outer`.
fn within(outer: Span, inner: Span) -> Span {
    Span::new(inner.start - outer.start, inner.end.min(outer.end) - outer.start)
}

/// The passages of two texts that match, by their place in the first; each with its first one where no
/// `least` score is given.
pub(super) fn matched(
    a: &Side<'_>,
    b: &Side<'_>,
    features: usize,
    least: Option<f64>,
) -> Vec<Passage> {
    let (in_a, in_b) = vectors(&a.features, &b.features, features);
    let chosen = match least {
        None => in_a.iter().zip(&in_b).take(1).map(|_| (0, 0)).collect(),
        Some(least) => {
            let above = |(row, column, score): Worth| (row, column, score - least + 1e-6);
            let worths: Vec<Worth> = pairs(&in_a, &in_b, features, least);
            matching(&worths.into_iter().map(above).collect::<Vec<_>>())
        }
    };
    let passage = |(row, column): (u32, u32)| {
        let (row, column) = (row as usize, column as usize);
        passage((a, row, &in_a[row]), (b, column, &in_b[column]))
    };
    chosen.into_iter().map(passage).collect()
}

fn passage(a: (&Side<'_>, usize, &Vector), b: (&Side<'_>, usize, &Vector)) -> Passage {
    let parts = shared(a.2, b.2);
    let (in_a, in_b) = (a.0.words(a.1), b.0.words(b.1));
    let words = |(id, part): &(u32, f64)| {
        Some(Shared { a: *in_a.get(id)?, b: *in_b.get(id)?, part: *part })
    };
    let mut shared: Vec<Shared> = parts.iter().filter_map(words).collect();
    shared.sort_by(|x, y| y.part.total_cmp(&x.part).then(x.a.cmp(&y.a)).then(x.b.cmp(&y.b)));
    Passage { a: a.0.place(a.1), b: b.0.place(b.1), score: score(a.2, b.2).0, shared }
}
