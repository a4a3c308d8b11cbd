//! Lexicons against hand coding: precision, recall and F1 with intervals, ranking quality, and the
//! commonest misses and false alarms.
//!
//! Three yardsticks, since the field uses three. *Cues*: a finding is right if it meets any mark, a
//! firm mark is found if any finding meets it. *Words*: the share of words marked and flagged.
//! *Partial overlap*: each finding by the share of it that is marked, each mark by the share of it
//! that is found (Da San Martino et al. 2020). Intervals: Wilson's for shares of cues, else the
//! percentile bootstrap over texts, seeded. Compared are the findings of what the coders' names
//! stand for; where marks have no names, all loaded wording.

mod labels;
mod tally;

use std::collections::BTreeMap;

use serde::Serialize;

use super::gold::GoldText;
use crate::lexicon::Lexicon;
use crate::stats::{Interval, accuracy, auc, best_threshold, bootstrap, f1, macro_f1, wilson};

pub use labels::Labels;
use tally::Tally;

/// Resamples of each bootstrap.
const RESAMPLES: usize = 999;
/// How many of the commonest misses and false alarms are kept.
const COMMONEST: usize = 20;

/// What coders marked against what the lexicons found.
#[derive(Debug, Serialize)]
pub struct Evaluation {
    /// Texts compared.
    pub texts: usize,
    /// Marks that a finding is expected for.
    pub marks: u64,
    /// Findings compared.
    pub findings: u64,
    /// The measures that exist for this hand coding.
    pub measures: Vec<MeasuredFigure>,
    /// The load above which a text is called loaded; `None` where no text was labelled.
    pub threshold: Option<f64>,
    /// By the coders' name, or by category where marks have no names.
    pub labels: Vec<LabelRow>,
    /// Marked passages that no finding meets, the commonest first.
    pub misses: Vec<Fault>,
    /// Findings that meet no mark, the commonest first.
    pub false_alarms: Vec<Fault>,
}

/// A figure of the whole comparison.
#[derive(Debug, Serialize)]
pub struct MeasuredFigure {
    /// What is measured.
    pub name: &'static str,
    /// What it means.
    pub about: &'static str,
    /// Its value, 0 to 1.
    pub value: f64,
    /// 95 % interval over texts.
    pub interval: Option<Interval>,
}

/// How one of the coders' names, or one category, fared.
#[derive(Debug, Serialize)]
pub struct LabelRow {
    /// The name.
    pub name: String,
    /// Marks of that name that a finding is expected for.
    pub marked: u64,
    /// Of these, met by any finding.
    pub found: u64,
    /// Of these, met by a finding of the same name.
    pub found_as: u64,
    /// Findings of that name.
    pub said: u64,
    /// Of these, meeting a mark of that name (where marks have names, else any mark).
    pub upheld: u64,
    /// `upheld` over `said`, and its Wilson interval.
    pub precision: Option<Share>,
    /// `found_as` over `marked`, and its Wilson interval.
    pub recall: Option<Share>,
    /// The harmonic mean of both, and its bootstrap interval.
    pub f1: Option<Share>,
}

/// A share and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Share {
    /// 0 to 1.
    pub value: f64,
    /// Its 95 % interval.
    pub interval: Option<Interval>,
}

/// Misses or false alarms of one kind.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The marked words, or the entry that fired.
    pub what: String,
    /// The coders' name of it, or the category.
    pub label: String,
    /// How often.
    pub count: u64,
    /// The text of the example.
    pub id: String,
    /// The sentence of the first one.
    pub sentence: String,
}

/// How to compare.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// The load above which a text is called loaded; `None`: the best one for these texts.
    pub threshold: Option<f64>,
    /// Seed of the bootstrap.
    pub seed: u64,
}

/// Compares the lexicons' findings with the marks.
pub fn evaluate(
    gold: &[GoldText],
    lexicon: &Lexicon,
    labels: &Labels,
    options: Options,
) -> Evaluation {
    let tallies: Vec<_> = gold.iter().map(|text| Tally::new(text, lexicon, labels)).collect();
    let scored: Vec<_> = tallies.iter().filter_map(|t| Some((t.label?, t.load))).collect();
    let threshold =
        (!scored.is_empty()).then(|| options.threshold.unwrap_or_else(|| best_threshold(&scored)));
    let sums = Tally::sum(tallies.iter());
    let mut measures = Vec::new();
    for &(name, about, figure) in FIGURES {
        let of =
            |drawn: &[usize]| figure(&Tally::sum(drawn.iter().map(|&at| &tallies[at])), labels);
        let Some(value) = figure(&sums, labels) else { continue };
        let interval = bootstrap(tallies.len(), RESAMPLES, options.seed, value, of);
        measures.push(MeasuredFigure { name, about, value, interval });
    }
    measures.extend(ranking(&scored, threshold, options.seed));
    Evaluation {
        texts: gold.len(),
        marks: sums.firm,
        findings: sums.said,
        measures,
        threshold,
        labels: rows(&tallies, options.seed),
        misses: commonest(tallies.iter().flat_map(|tally| &tally.misses)),
        false_alarms: commonest(tallies.iter().flat_map(|tally| &tally.false_alarms)),
    }
}

/// A figure of tallied texts; `None` where this hand coding has no such thing.
type Figure = fn(&Tally, &Labels) -> Option<f64>;

/// Name, meaning and value of each figure over texts.
const FIGURES: &[(&str, &str, Figure)] = &[
    ("cues precision", "findings that meet a mark", |t, _| Some(t.cue_precision())),
    ("cues recall", "firm marks that a finding meets", |t, _| Some(t.cue_recall())),
    ("cues F1", "the harmonic mean of the two", |t, _| Some(f1(t.cue_precision(), t.cue_recall()))),
    ("name right", "found marks met by a finding of their name", |t, labels| {
        (labels.named() && t.found > 0).then(|| t.found_as as f64 / t.found as f64)
    }),
    ("words precision", "flagged words that are marked", |t, _| Some(t.words()[0])),
    ("words recall", "marked words that are flagged", |t, _| Some(t.words()[1])),
    ("words F1", "the harmonic mean of the two", |t, _| Some(t.words()[2])),
    ("partial precision", "findings, each by its marked share", |t, _| Some(t.partial()[0])),
    ("partial recall", "marks, each by its flagged share", |t, _| Some(t.partial()[1])),
    ("partial F1", "the harmonic mean of the two", |t, _| Some(t.partial()[2])),
];

/// A figure of labelled texts and their loads.
type Ranked<'a> = dyn Fn(&[(bool, f64)]) -> Option<f64> + 'a;

/// How well the load ranks the texts that coders called loaded.
fn ranking(scored: &[(bool, f64)], threshold: Option<f64>, seed: u64) -> Vec<MeasuredFigure> {
    let drawn = |drawn: &[usize]| drawn.iter().map(|&at| scored[at]).collect::<Vec<_>>();
    let sure = |value, figure: &Ranked| {
        bootstrap(scored.len(), RESAMPLES, seed, value, |picked| figure(&drawn(picked)))
    };
    let mut measures = Vec::new();
    if let Some(value) = auc(scored) {
        let about = "pairs of a loaded and another text that the load puts in order";
        let interval = sure(value, &auc);
        measures.push(MeasuredFigure { name: "load AUC", about, value, interval });
    }
    if let Some(threshold) = threshold {
        let value = macro_f1(scored, threshold);
        let about = "mean F1 of loaded and other texts, told apart by the load";
        let interval = sure(value, &|scored| Some(macro_f1(scored, threshold)));
        measures.push(MeasuredFigure { name: "load macro-F1", about, value, interval });
    }
    measures
}

fn rows(tallies: &[Tally], seed: u64) -> Vec<LabelRow> {
    let mut names: Vec<&String> = tallies.iter().flat_map(|tally| tally.labels.keys()).collect();
    names.sort();
    names.dedup();
    let row = |name: &String| {
        let counts: Vec<_> =
            tallies.iter().map(|t| t.labels.get(name).copied().unwrap_or_default()).collect();
        let sum = |drawn: &mut dyn Iterator<Item = usize>| {
            drawn.fold([0; 5], |mut sum: [u64; 5], at| {
                sum.iter_mut().zip(counts[at]).for_each(|(sum, count)| *sum += count);
                sum
            })
        };
        let [marked, found, found_as, said, upheld] = sum(&mut (0..counts.len()));
        let share = |hits: u64, of: u64| {
            let value = (of > 0).then(|| hits as f64 / of as f64)?;
            Some(Share { value, interval: wilson(hits, of) })
        };
        let (precision, recall) = (share(upheld, said), share(found_as, marked));
        let both = |p: Option<f64>, r: Option<f64>| p.zip(r).map(|(p, r)| f1(p, r));
        let of = |[marked, _, found_as, said, upheld]: [u64; 5]| {
            let rate = |hits: u64, of: u64| (of > 0).then(|| hits as f64 / of as f64);
            both(rate(upheld, said), rate(found_as, marked))
        };
        let f1 = both(precision.map(|s| s.value), recall.map(|s| s.value)).map(|value| {
            let figure = |drawn: &[usize]| of(sum(&mut drawn.iter().copied()));
            Share { value, interval: bootstrap(counts.len(), RESAMPLES, seed, value, figure) }
        });
        let name = name.clone();
        LabelRow { name, marked, found, found_as, said, upheld, precision, recall, f1 }
    };
    let mut rows: Vec<_> = names.into_iter().map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.marked, row.said)));
    rows
}

/// Faults of one kind together, the commonest first.
fn commonest<'a>(faults: impl Iterator<Item = &'a tally::Met>) -> Vec<Fault> {
    let mut kinds: BTreeMap<(&str, &str), (u64, &tally::Met)> = BTreeMap::new();
    for fault in faults {
        let key = (fault.what.as_str(), fault.label.as_str());
        kinds.entry(key).or_insert((0, fault)).0 += 1;
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
    let fault = |((what, label), (count, first)): ((&str, &str), (u64, &tally::Met))| Fault {
        what: what.to_owned(),
        label: label.to_owned(),
        count,
        id: first.id.clone(),
        sentence: first.sentence.clone(),
    };
    kinds.into_iter().take(COMMONEST).map(fault).collect()
}

impl Tally {
    fn cue_precision(&self) -> f64 {
        accuracy(self.right, self.said - self.right, 0)[0]
    }

    fn cue_recall(&self) -> f64 {
        accuracy(self.found, 0, self.firm - self.found)[1]
    }

    fn words(&self) -> [f64; 3] {
        let [hits, alarms, misses] = self.words;
        accuracy(hits, alarms, misses)
    }

    fn partial(&self) -> [f64; 3] {
        let share = |sum: f64, of: u64| if of == 0 { 0.0 } else { sum / of as f64 };
        let precision = share(self.precise, self.predicted);
        let recall = share(self.recalled, self.passages);
        [precision, recall, f1(precision, recall)]
    }
}
