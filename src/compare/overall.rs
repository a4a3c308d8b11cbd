//! More than two sides: whether an item differs between any of them.

use super::item::Item;
use super::row::{LEAST_FINDINGS, LEVEL, Verdict, correctable};
use super::sample::Sample;
use super::side::Side;
use crate::stats::{Resampling, Table, Tested, per_thousand, permutation_test};

/// One item on all sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Overall {
    /// What it is about.
    pub item: Item,
    /// Findings in each side; empty for measures.
    pub counts: Vec<u64>,
    /// Per 1,000 words, or the measure's own unit, in each side.
    pub rates: Vec<Option<f64>>,
    /// The permutation test over all sides of two units or more; `None` where none is possible.
    pub test: Option<Tested>,
    /// The rate of false discoveries at which the difference would be called one.
    pub q: Option<f64>,
    /// How many tests that correction was over.
    pub tested: u64,
    /// What the figures allow to say.
    pub verdict: Verdict,
}

impl Overall {
    /// Gives the row its q, and the verdict that follows from it.
    pub(super) fn settle(&mut self, q: Option<f64>, tested: u64) {
        (self.q, self.tested) = (q, tested);
        self.verdict = match q {
            None => Verdict::TooLittle,
            Some(q) if q > LEVEL => Verdict::NoDifference,
            Some(_) => Verdict::Differs,
        };
    }

    /// The p that takes part in the correction: that of a test which could reach the level.
    pub(super) fn correctable(&self) -> Option<f64> {
        let enough = self.counts.is_empty() || self.counts.iter().sum::<u64>() >= LEAST_FINDINGS;
        correctable(self.test, enough)
    }
}

/// All items on all sides, before any correction.
pub(super) fn overall(
    (items, table): (&[&Item], &Table),
    sample: &Sample,
    sides: &[Side],
    plan: &Resampling,
) -> Vec<Overall> {
    let tested: Vec<Vec<u32>> =
        sample.groups.iter().filter(|units| units.len() > 1).cloned().collect();
    let tests = permutation_test(table, &tested, &sample.strata, plan).items;
    let mut hits = vec![vec![0.0; sides.len()]; items.len()];
    for (side, units) in sample.groups.iter().enumerate() {
        for (item, count) in units.iter().flat_map(|&unit| table.counts(unit)) {
            hits[item as usize][side] += count;
        }
    }
    let row = |(at, item): (usize, &&Item)| {
        let measure = item.measure();
        let counts: Vec<u64> = match measure {
            Some(_) => Vec::new(),
            None => hits[at].iter().map(|&hits| hits as u64).collect(),
        };
        let rate = |(at, side): (usize, &Side)| match measure {
            Some(measure) => (measure.value)(&side.counts),
            None => per_thousand(counts[at], side.counts.words),
        };
        Overall {
            item: (*item).clone(),
            rates: sides.iter().enumerate().map(rate).collect(),
            counts,
            test: if tested.len() > 1 { tests[at] } else { None },
            q: None,
            tested: 0,
            verdict: Verdict::TooLittle,
        }
    };
    items.iter().enumerate().map(row).collect()
}
