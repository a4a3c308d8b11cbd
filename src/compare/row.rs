//! Rows of a comparison: each group, category, measure and cell of an actor on two sides.

use super::item::{Item, Kind};
use super::sample::Sample;
use super::side::Side;
use crate::stats::{
    PermutationTest, RateRatio, Ratio, Resampling, Table, Tested, dispersion, g2_four_term,
    per_thousand, permutation_test, ratios,
};

/// One item on two sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is about.
    pub item: Item,
    /// Findings in the first and second side; `None` for measures.
    pub counts: Option<(u64, u64)>,
    /// Documents with a finding; `None` for measures.
    pub documents: Option<(u64, u64)>,
    /// Units with a finding: documents, or paragraphs of single texts.
    pub units: (u64, u64),
    /// Per 1,000 words, or the measure's own unit.
    pub rates: (Option<f64>, Option<f64>),
    /// The first side's rate over the second's, standardised where there are strata, with its bootstrap-t
    /// interval over units.
    pub ratio: RateRatio,
    /// How unevenly the findings are spread over each side's units: Gries' DP, normalised; `None` below 10.
    pub dispersion: (Option<f64>, Option<f64>),
    /// Log-likelihood, four terms.
    pub g2: Option<f64>,
    /// The permutation test; `None` where none is possible.
    pub test: Option<Tested>,
    /// The rate of false discoveries at which the difference would be called one, within its kind; `None`
    /// where the test could not have reached [`LEVEL`].
    pub q: Option<f64>,
    /// How many tests that correction was over.
    pub tested: u64,
    /// What the figures allow to say.
    pub verdict: Verdict,
}

/// The level that q is held against.
pub const LEVEL: f64 = 0.05;
/// Fewer findings on both sides together are not tested.
pub const LEAST_FINDINGS: u64 = 5;

/// What the figures allow to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// q is at most 0.05, the interval, where there is one, does not hold 1, and the first rate is higher.
    MoreInA,
    /// The same, and the second rate is higher.
    MoreInB,
    /// Of more than two sides: q is at most 0.05.
    Differs,
    /// q is above 0.05, or the interval holds 1.
    NoDifference,
    /// No test, or one that could not have reached 0.05.
    TooLittle,
}

impl Verdict {
    /// The words in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::MoreInA => "more in A",
            Self::MoreInB => "more in B",
            Self::Differs => "differs",
            Self::NoDifference => "no difference shown",
            Self::TooLittle => "too little text to tell",
        }
    }
}

impl Row {
    /// The kind of its item.
    pub const fn kind(&self) -> Kind {
        self.item.kind
    }

    /// Gives the row its q, and the verdict that follows from it.
    pub(super) fn settle(&mut self, q: Option<f64>, tested: u64) {
        (self.q, self.tested) = (q, tested);
        let more_in_a = self.ratio.log_ratio.is_some_and(|log| log > 0.0);
        let RateRatio { low, high, .. } = self.ratio;
        let unsure = low.zip(high).is_some_and(|(low, high)| low <= 1.0 && 1.0 <= high);
        self.verdict = match q {
            None => Verdict::TooLittle,
            Some(q) if q > LEVEL || unsure => Verdict::NoDifference,
            Some(_) if more_in_a => Verdict::MoreInA,
            Some(_) => Verdict::MoreInB,
        };
    }

    /// The p that takes part in the correction: that of a test which could reach the level.
    pub(super) fn correctable(&self) -> Option<f64> {
        let enough = self.counts.is_none_or(|(a, b)| a + b >= LEAST_FINDINGS);
        correctable(self.test, enough)
    }
}

/// The p of a test of enough findings that could reach the level.
pub(super) fn correctable(test: Option<Tested>, enough: bool) -> Option<f64> {
    test.filter(|test| enough && test.attainable <= LEVEL).map(|test| test.p)
}

/// The rows of two sides and what their tests went through, before any correction.
pub(super) struct Compared {
    pub(super) rows: Vec<Row>,
    pub(super) permutations: u64,
    pub(super) exact: bool,
}

/// Compares the sides `a` and `b`, numbers of the sample's groups.
pub(super) fn rows(
    (items, table): (&[&Item], &Table),
    sample: &Sample,
    sides: &[Side],
    (a, b): (usize, usize),
    plan: &Resampling,
) -> Compared {
    let none = Vec::new();
    let units = [a, b].map(|side| sample.groups.get(side).unwrap_or(&none));
    let groups = units.map(Clone::clone);
    let PermutationTest { items: tests, permutations, exact } =
        permutation_test(table, &groups, &sample.strata, plan);
    let found = ratios(table, units, &sample.strata, plan);
    let sums = units.map(|units| Sums::of(table, units));
    let row = |at: usize| {
        let mut row = plain(items[at], [&sides[a], &sides[b]], [&sums[0], &sums[1]], at);
        row.ratio = with_interval(row.rates, found[at].as_ref());
        row.dispersion = if row.counts.is_some() {
            (sums[0].spread(at), sums[1].spread(at))
        } else {
            (None, None)
        };
        row.test = tests[at];
        row
    };
    Compared { rows: (0..items.len()).map(row).collect(), permutations, exact }
}

/// What the units of a side hold.
struct Sums {
    words: Vec<u64>,
    /// By item: the units that have it, as places in `words`, and how often.
    hits: Vec<Vec<(usize, u64)>>,
}

impl Sums {
    fn of(table: &Table, units: &[u32]) -> Self {
        let mut hits = vec![Vec::new(); table.items()];
        for (at, &unit) in units.iter().enumerate() {
            for (item, count) in table.counts(unit) {
                hits[item as usize].push((at, count as u64));
            }
        }
        let words = units.iter().map(|&unit| table.exposures(unit)[0] as u64).collect();
        Self { words, hits }
    }

    /// How unevenly an item is spread over the units.
    fn spread(&self, item: usize) -> Option<f64> {
        let mut hits = vec![0; self.words.len()];
        self.hits[item].iter().for_each(|&(unit, count)| hits[unit] = count);
        dispersion(&self.words, &hits)
    }
}

/// The row of what is counted without any test.
fn plain(item: &Item, sides: [&Side; 2], sums: [&Sums; 2], at: usize) -> Row {
    let holders = sums.map(|sums| sums.hits[at].len() as u64);
    let hits = sums.map(|sums| sums.hits[at].iter().map(|(_, count)| count).sum::<u64>());
    let words = sides.map(|side| side.counts.words);
    let measure = item.measure();
    let rate = |side: usize| match measure {
        Some(measure) => (measure.value)(&sides[side].counts),
        None => per_thousand(hits[side], words[side]),
    };
    let counted = measure.is_none();
    let documents = |side: usize| holders[side].min(sides[side].documents);
    Row {
        item: item.clone(),
        counts: counted.then_some((hits[0], hits[1])),
        documents: counted.then(|| (documents(0), documents(1))),
        units: (holders[0], holders[1]),
        rates: (rate(0), rate(1)),
        ratio: RateRatio::default(),
        dispersion: (None, None),
        g2: g2_four_term(hits[0], words[0], hits[1], words[1]).filter(|_| counted),
        test: None,
        q: None,
        tested: 0,
        verdict: Verdict::TooLittle,
    }
}

/// The ratio of the rates themselves where they are not standardised, with the interval that was found.
fn with_interval(rates: (Option<f64>, Option<f64>), found: Option<&Ratio>) -> RateRatio {
    let none = rates.0 == Some(0.0) || rates.1 == Some(0.0);
    let Some(found) = found else { return RateRatio::default() };
    let ratio = found.log.exp();
    RateRatio {
        ratio: match rates {
            (_, Some(0.0)) => None,
            _ if none => Some(0.0),
            _ => Some(ratio),
        },
        low: found.interval.map(|interval| interval.low),
        high: found.interval.map(|interval| interval.high),
        log_ratio: Some(found.log / std::f64::consts::LN_2),
    }
}
