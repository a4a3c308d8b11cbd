//! Rows of a comparison: each group, category and measure on both sides.

use std::collections::BTreeSet;

use super::side::Side;
use crate::lexicon::Lexicon;
use crate::passes::Stance;
use crate::profile::{ActorCounts, MEASURES};
use crate::stats::{RateRatio, g2_four_term, per_thousand, rate_ratio};

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A group of categories.
    Group,
    /// A category.
    Category,
    /// A measure.
    Measure,
    /// Cues about an actor: all of them, or those that praise (`ID/praised`) or blame it.
    Actor,
}

impl Kind {
    /// The name in outputs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Category => "category",
            Self::Measure => "measure",
            Self::Actor => "actor",
        }
    }
}

/// One item on both sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is about.
    pub kind: Kind,
    /// The id of the group, category or measure.
    pub id: String,
    /// The name that people read.
    pub title: String,
    /// Findings in the first and second side; `None` for measures that count nothing.
    pub counts: Option<(u64, u64)>,
    /// Documents with a finding.
    pub documents: Option<(u64, u64)>,
    /// Per 1,000 words, or the measure's own unit.
    pub rates: (Option<f64>, Option<f64>),
    /// The first side's rate over the second's.
    pub ratio: RateRatio,
    /// Log-likelihood, four terms.
    pub g2: Option<f64>,
    /// What the figures allow to say.
    pub verdict: Verdict,
}

/// What the figures allow to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The interval of the ratio lies above 1.
    MoreInA,
    /// The interval of the ratio lies below 1.
    MoreInB,
    /// The interval holds 1.
    NoDifference,
    /// Fewer than five findings on both sides together, or no interval.
    TooLittle,
}

/// Below this number on both sides together nothing is said.
const LEAST_FINDINGS: u64 = 5;

impl Verdict {
    /// The words in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::MoreInA => "more in A",
            Self::MoreInB => "more in B",
            Self::NoDifference => "no difference shown",
            Self::TooLittle => "too little text to tell",
        }
    }

    fn of(counts: (u64, u64), ratio: &RateRatio) -> Self {
        if counts.0 + counts.1 < LEAST_FINDINGS {
            return Self::TooLittle;
        }
        match (ratio.low, ratio.high) {
            (Some(low), _) if low > 1.0 => Self::MoreInA,
            (_, Some(high)) if high < 1.0 => Self::MoreInB,
            (None, None) => Self::TooLittle,
            _ => Self::NoDifference,
        }
    }
}

/// All rows: groups, categories, measures; within each the most different first.
pub(super) fn rows(a: &Side, b: &Side, lexicon: &Lexicon) -> Vec<Row> {
    let words = (a.counts.words, b.counts.words);
    let counted = |kind, id: &str, title: &str, counts: (u64, u64), documents| {
        let ratio = rate_ratio(counts.0, words.0, counts.1, words.1);
        Row {
            kind,
            id: id.to_owned(),
            title: title.to_owned(),
            counts: Some(counts),
            documents: Some(documents),
            rates: (per_thousand(counts.0, words.0), per_thousand(counts.1, words.1)),
            g2: g2_four_term(counts.0, words.0, counts.1, words.1),
            verdict: Verdict::of(counts, &ratio),
            ratio,
        }
    };
    let mut rows = Vec::new();
    for (at, group) in lexicon.groups() {
        let counts = (a.counts.groups[at], b.counts.groups[at]);
        let documents = (a.with_group[at], b.with_group[at]);
        rows.push(counted(Kind::Group, group.id, group.title, counts, documents));
    }
    for (at, category) in lexicon.categories.iter().enumerate() {
        let counts = (a.counts.categories[at], b.counts.categories[at]);
        let documents = (a.with_category[at], b.with_category[at]);
        rows.push(counted(Kind::Category, &category.id, &category.title, counts, documents));
    }
    rows.sort_by(|x, y| {
        let order = |row: &Row| (apart(row), row.ratio.log_ratio.map_or(0.0, f64::abs));
        let (x_order, y_order) = (order(x), order(y));
        x.kind
            .cmp(&y.kind)
            .then(y_order.0.total_cmp(&x_order.0))
            .then(y_order.1.total_cmp(&x_order.1))
            .then_with(|| x.id.cmp(&y.id))
    });
    rows.extend(measures(a, b));
    for row in actor_counts(a, b) {
        let (id, title) = (row.id.as_str(), row.title.as_str());
        rows.push(counted(Kind::Actor, id, title, row.counts, row.documents));
    }
    rows
}

/// Cues about an actor on both sides.
struct ActorRow {
    id: String,
    title: String,
    counts: (u64, u64),
    documents: (u64, u64),
}

/// Cues about each actor that has one on either side, those with most first; then those that praise and
/// blame it.
fn actor_counts(a: &Side, b: &Side) -> Vec<ActorRow> {
    let ids: BTreeSet<&String> = a.actors.keys().chain(b.actors.keys()).collect();
    let mut rows: Vec<(u64, ActorRow)> = Vec::new();
    for id in ids {
        let sides = [a.actors.get(id), b.actors.get(id)];
        let Some((known, _)) = sides.into_iter().flatten().next() else { continue };
        let of = |count: &dyn Fn(&ActorCounts) -> u64| {
            let on = |side: Option<&(ActorCounts, u64)>| side.map_or(0, |(actor, _)| count(actor));
            (on(sides[0]), on(sides[1]))
        };
        let documents = |side: Option<&(ActorCounts, u64)>| side.map_or(0, |(_, n)| *n);
        let documents = (documents(sides[0]), documents(sides[1]));
        let all = of(&|actor| actor.cues);
        let parts = [
            (String::new(), all),
            (format!("/{}", Stance::Praised.name()), of(&|actor| actor.of(Stance::Praised))),
            (format!("/{}", Stance::Blamed.name()), of(&|actor| actor.of(Stance::Blamed))),
        ];
        for (tail, counts) in parts.into_iter().filter(|(_, counts)| counts.0 + counts.1 > 0) {
            let (id, title) =
                (format!("{id}{tail}"), format!("{}{}", known.name, tail.replace('/', ", ")));
            rows.push((all.0 + all.1, ActorRow { id, title, counts, documents }));
        }
    }
    rows.sort_by_key(|row| u64::MAX - row.0);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// How far the nearer end of the ratio's interval lies from 1, in logarithms; 0 where it holds 1.
fn apart(row: &Row) -> f64 {
    let above = row.ratio.low.filter(|&low| low > 1.0).map(f64::ln);
    let below = row.ratio.high.filter(|&high| high < 1.0).map(|high| -high.max(1e-300).ln());
    above.or(below).unwrap_or(0.0)
}

fn measures(a: &Side, b: &Side) -> Vec<Row> {
    let row = |measure: &crate::profile::Measure| {
        let rates = ((measure.value)(&a.counts), (measure.value)(&b.counts));
        let quotient = match rates {
            (Some(x), Some(y)) if y > 0.0 => Some(x / y),
            _ => None,
        };
        let log_ratio = quotient.filter(|&ratio| ratio > 0.0).map(f64::log2);
        Row {
            kind: Kind::Measure,
            id: measure.id.to_owned(),
            title: measure.title.to_owned(),
            counts: None,
            documents: None,
            rates,
            ratio: RateRatio { ratio: quotient, low: None, high: None, log_ratio },
            g2: None,
            verdict: if rates.0 == rates.1 { Verdict::NoDifference } else { Verdict::TooLittle },
        }
    };
    MEASURES.iter().map(row).collect()
}
