//! One text: its findings beside its marks.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::Labels;
use crate::analysis::{Analysis, analyse};
use crate::lexicon::Lexicon;
use crate::passes::Finding;
use crate::text::{Layout, Span};
use crate::validate::excerpt;
use crate::validate::gold::{GoldText, Mark};

/// A word: from a letter on, with hyphens and apostrophes inside; numbers are none.
static WORD: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[^\W\d_][\w'’-]*").ok());

/// What is counted of one text, or summed over several.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Whether the coders called the text loaded.
    pub(super) label: Option<bool>,
    /// Its load.
    pub(super) load: f64,
    /// Findings compared, and those that meet a mark.
    pub(super) said: u64,
    pub(super) right: u64,
    /// Firm marks, those that any finding meets, and those that one of their name meets.
    pub(super) firm: u64,
    pub(super) found: u64,
    pub(super) found_as: u64,
    /// Words flagged and marked, flagged alone, marked alone.
    pub(super) words: [u64; 3],
    /// Merged findings, and the sum of their marked shares.
    pub(super) predicted: u64,
    pub(super) precise: f64,
    /// Merged marks, and the sum of their flagged shares.
    pub(super) passages: u64,
    pub(super) recalled: f64,
    /// By name: marked, found, found as such, said, upheld.
    pub(super) labels: BTreeMap<String, [u64; 5]>,
    /// Firm marks that no finding meets.
    pub(super) misses: Vec<Met>,
    /// Findings that meet no mark.
    pub(super) false_alarms: Vec<Met>,
}

/// A miss or a false alarm at its place.
#[derive(Debug)]
pub(super) struct Met {
    pub(super) what: String,
    pub(super) label: String,
    pub(super) id: String,
    pub(super) sentence: String,
}

impl Tally {
    /// Reads the text and compares.
    pub(super) fn new(gold: &GoldText, lexicon: &Lexicon, labels: &Labels) -> Self {
        let mut tally = Self { label: gold.loaded, ..Self::default() };
        let Ok(analysis) = analyse(gold.text.clone(), Layout::Auto, lexicon) else { return tally };
        tally.load = crate::profile::load(&analysis.body).unwrap_or(0.0);
        let marks: Vec<_> = gold.marks.iter().filter(|m| labels.compares(&m.labels)).collect();
        let compared = |f: &&Finding| f.counted() && !labels.of(f.category).is_empty();
        let findings: Vec<_> = analysis.findings.iter().filter(compared).collect();
        let text = Text { gold, analysis: &analysis, lexicon, labels };
        tally.find(&text, &marks, &findings);
        tally.say(&text, &marks, &findings);
        let marked = merged(marks.iter().map(|mark| mark.span).collect());
        let flagged = merged(findings.iter().map(|finding| finding.span).collect());
        tally.count_words(&gold.text, &marked, &flagged);
        let share = |one: &Span, others: &[Span]| {
            let overlap: usize = others.iter().map(|other| overlap(*one, *other)).sum();
            overlap as f64 / one.len() as f64
        };
        tally.predicted = flagged.len() as u64;
        tally.precise = flagged.iter().map(|span| share(span, &marked)).sum();
        tally.passages = marked.len() as u64;
        tally.recalled = marked.iter().map(|span| share(span, &flagged)).sum();
        tally
    }

    /// The sum of several; what belongs to one text alone is left out.
    pub(super) fn sum<'a>(tallies: impl Iterator<Item = &'a Self>) -> Self {
        tallies.fold(Self::default(), |mut sum, one| {
            for (sum, one) in [
                (&mut sum.said, one.said),
                (&mut sum.right, one.right),
                (&mut sum.firm, one.firm),
                (&mut sum.found, one.found),
                (&mut sum.found_as, one.found_as),
                (&mut sum.predicted, one.predicted),
                (&mut sum.passages, one.passages),
            ] {
                *sum += one;
            }
            sum.precise += one.precise;
            sum.recalled += one.recalled;
            sum.words.iter_mut().zip(one.words).for_each(|(sum, one)| *sum += one);
            sum
        })
    }

    /// The firm marks: which are found, and under their name.
    fn find(&mut self, text: &Text<'_>, marks: &[&Mark], findings: &[&Finding]) {
        for mark in marks.iter().filter(|mark| mark.firm) {
            let over: Vec<_> = findings.iter().filter(|f| f.span.meets(mark.span)).collect();
            let named = |f: &&&Finding| {
                text.labels.of(f.category).iter().any(|name| mark.labels.contains(name))
            };
            let as_such = over.iter().any(named);
            self.firm += 1;
            self.found += u64::from(!over.is_empty());
            self.found_as += u64::from(as_such);
            for label in &mark.labels {
                let with_it = |f: &&&Finding| text.labels.of(f.category).contains(label);
                let row = self.labels.entry(label.clone()).or_default();
                row[0] += 1;
                row[1] += u64::from(!over.is_empty());
                row[2] += u64::from(over.iter().any(with_it));
            }
            if over.is_empty() {
                let what = mark.span.of(&text.gold.text).to_lowercase();
                self.misses.push(text.met(what, mark.labels.join(", "), mark.span));
            }
        }
    }

    /// The findings: which are right, and under their name.
    fn say(&mut self, text: &Text<'_>, marks: &[&Mark], findings: &[&Finding]) {
        for finding in findings {
            let over: Vec<_> = marks.iter().filter(|m| finding.span.meets(m.span)).collect();
            self.said += 1;
            self.right += u64::from(!over.is_empty());
            for name in text.labels.of(finding.category) {
                let named = |mark: &&&&Mark| !text.labels.named() || mark.labels.contains(name);
                let row = self.labels.entry(name.clone()).or_default();
                row[3] += 1;
                row[4] += u64::from(over.iter().any(|mark| named(&mark)));
            }
            if over.is_empty() {
                let entry = &text.lexicon.entry(finding.entry).term;
                let category = &text.lexicon.category_at(finding.category).id;
                self.false_alarms.push(text.met(entry.clone(), category.clone(), finding.span));
            }
        }
    }

    fn count_words(&mut self, text: &str, marked: &[Span], flagged: &[Span]) {
        let words = WORD.iter().flat_map(|word| word.find_iter(text));
        for word in words.map(|word| Span::new(word.start(), word.end())) {
            let within = |spans: &[Span]| {
                let from = spans.partition_point(|span| span.end <= word.start);
                spans.get(from).is_some_and(|span| span.start < word.end)
            };
            match (within(flagged), within(marked)) {
                (true, true) => self.words[0] += 1,
                (true, false) => self.words[1] += 1,
                (false, true) => self.words[2] += 1,
                (false, false) => {}
            }
        }
    }
}

/// A text that is compared.
struct Text<'a> {
    gold: &'a GoldText,
    analysis: &'a Analysis,
    lexicon: &'a Lexicon,
    labels: &'a Labels,
}

impl Text<'_> {
    fn met(&self, what: String, label: String, span: Span) -> Met {
        let sentence = excerpt(&self.analysis.document, span);
        Met { what, label, id: self.gold.id.clone(), sentence }
    }
}

/// The bytes that two spans share.
fn overlap(a: Span, b: Span) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// Spans sorted, those that touch joined.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| (span.start, span.end));
    let mut whole: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match whole.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => whole.push(span),
        }
    }
    whole
}
