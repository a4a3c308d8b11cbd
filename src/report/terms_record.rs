//! The record of the words and phrases that set sides apart.

use schemars::JsonSchema;
use serde::Serialize;

use super::comparison_record::RowRecord;
use super::record::rounded;
use super::verdicts::term_verdict;
use crate::compare::{Comparison, KeyTerm, SideKeyness};

/// The words and phrases of a side, and of what it is held against.
#[derive(Debug, Serialize, JsonSchema)]
pub struct KeynessRecord<'a> {
    /// The side.
    pub a: &'a str,
    /// What it is held against; `*` is all other sides together.
    pub b: &'a str,
    /// How many terms were tested, listed or not; p is corrected for all of them.
    pub tested: usize,
    /// Units that a tested term stands in at least.
    pub least_documents: u32,
    /// The weight of the prior of the log odds, in words.
    pub prior_words: f64,
    /// The terms, the greatest |z| first.
    pub terms: Vec<TermRecord<'a>>,
}

/// A word or phrase.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TermRecord<'a> {
    /// As it is most often written.
    pub term: &'a str,
    /// Occurrences in the side and in what it is held against.
    pub counts: [u64; 2],
    /// Units that have it.
    pub documents: [u64; 2],
    /// Occurrences per 1,000 words.
    pub rates: [Option<f64>; 2],
    /// Base 2 logarithm of the ratio, a zero count taken as 0.5.
    pub log_ratio: Option<f64>,
    /// Weighted log odds over their standard error.
    pub z: f64,
    /// Log-likelihood, four terms; never the verdict.
    pub g2: Option<f64>,
    /// The chance that any term differs as much by chance, by permutation of units.
    pub p: Option<f64>,
    /// The longer term that all its occurrences stand in.
    pub part_of: Option<&'a str>,
}

impl<'a> KeynessRecord<'a> {
    /// The record of a side's terms.
    pub(super) fn of(comparison: &'a Comparison, terms: &'a SideKeyness) -> Self {
        let name = |side: usize| comparison.sides[side].name.as_str();
        Self {
            a: name(terms.a),
            b: terms.b.map_or("*", name),
            tested: terms.keyness.tested,
            least_documents: terms.keyness.least_documents,
            prior_words: rounded(terms.keyness.prior_total),
            terms: terms.keyness.terms.iter().map(TermRecord::of).collect(),
        }
    }
}

impl<'a> TermRecord<'a> {
    fn of(term: &'a KeyTerm) -> Self {
        Self {
            term: &term.term,
            counts: term.counts,
            documents: term.documents,
            rates: term.rates.map(|rate| rate.map(rounded)),
            log_ratio: term.log_ratio.map(rounded),
            z: rounded(term.z),
            g2: term.g2.map(rounded),
            p: term.p.map(rounded),
            part_of: term.part_of.as_deref(),
        }
    }
}

/// The row of a term in a comparison CSV.
pub(super) fn row<'a>(
    comparison: &'a Comparison,
    terms: &'a SideKeyness,
    term: &'a KeyTerm,
) -> RowRecord<'a> {
    let name = |side: usize| comparison.sides[side].name.as_str();
    let ratio = term.rates[0].zip(term.rates[1]).filter(|(_, b)| *b > 0.0);
    RowRecord {
        kind: "term",
        id: &term.term,
        a: name(terms.a),
        b: terms.b.map_or("*", name),
        count_a: Some(term.counts[0]),
        count_b: Some(term.counts[1]),
        words_a: terms.keyness.words[0],
        words_b: terms.keyness.words[1],
        documents_a: Some(term.documents[0]),
        documents_b: Some(term.documents[1]),
        rate_a: term.rates[0].map(rounded),
        rate_b: term.rates[1].map(rounded),
        ratio: ratio.map(|(a, b)| rounded(a / b)),
        ratio_low: None,
        ratio_high: None,
        log_ratio: term.log_ratio.map(rounded),
        p: term.p.map(rounded),
        q: None,
        tested: Some(terms.keyness.tested as u64),
        g2: term.g2.map(rounded),
        verdict: term_verdict(term).name(),
        difference: term.rates[0].zip(term.rates[1]).map(|(a, b)| rounded(a - b)),
        p_attainable: None,
        dispersion_a: None,
        dispersion_b: None,
        log_odds_z: Some(rounded(term.z)),
    }
}
