//! Whether groups of units differ: the permutation test of the studentised log ratio.
//!
//! Units (documents) are dealt to the groups anew, within their strata, and the statistic of
//! [`studentised`](super::studentised) is worked out again; p is the share of assignments, the observed
//! one among them, whose statistic is at least the observed: (1 + as extreme) / (1 + permutations)
//! (Phipson & Smyth 2010, *Statistical Applications in Genetics and Molecular Biology* 9). Where no more
//! assignments than that exist, all are gone through and p is exact.
//!
//! With little text p cannot be small whatever the difference. The smallest attainable p is that of the
//! number of assignments; where an item stands in few units, that of all of them falling to one group
//! (Tarone 1990, *Biometrics* 46), and no p is given below it. It does not depend on which unit is in which
//! group, so that leaving out of a correction what cannot reach the level is no peeking.

use super::assignment::Assignment;
use super::lanes::{LANES, Lanes};
use super::random::Random;
use super::resampling::Resampling;
use super::studentised::{Expected, LogRate, Sums, heterogeneity};
use super::table::Table;

/// The outcome of a test of one item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tested {
    /// The probability of a difference as great by chance, above 0 to 1.
    pub p: f64,
    /// The smallest p that a test of this item could have had.
    pub attainable: f64,
}

/// The tests of all items.
#[derive(Debug, Clone, PartialEq)]
pub struct PermutationTest {
    /// By item; `None` where the statistic does not exist: a group of one unit, no hit, no exposure.
    pub items: Vec<Option<Tested>>,
    /// How many assignments were looked at besides the observed one.
    pub permutations: u64,
    /// Whether they were all there are.
    pub exact: bool,
}

/// Two statistics this near are equal: sums are rounded.
const TIE: f64 = 1.0 - 1e-9;

/// Tests whether the rates of the items differ between `groups` of units; `strata` tells each unit's
/// stratum, or is empty where there is one.
pub fn permutation_test(
    table: &Table,
    groups: &[Vec<u32>],
    strata: &[u32],
    plan: &Resampling,
) -> PermutationTest {
    let observed = Assignment::new(groups, strata);
    let strata = observed.strata();
    let expected = Expected::of(table, &strata);
    let mut all = expected.sums();
    for (at, units) in strata.iter().enumerate() {
        table.add(units, at, expected.rates(at), &mut all);
    }
    let test = Test {
        table,
        groups: groups.len(),
        largest: largest(groups),
        strata: strata.clone(),
        expected,
        all,
    };
    let mut scratch = Scratch::new(&test);
    let least = test.statistics(&observed, &mut scratch);
    let number = observed.number(u64::from(plan.permutations) + 1);
    let rounds = number.map_or(plan.permutations as usize, |number| number as usize);
    let extreme = match number {
        Some(_) => test.all_ways(observed.clone(), rounds, &least),
        None => test.random_ways(&observed, plan, &least).into_iter().map(|n| (n, 0.0)).collect(),
    };
    let holders = holders(table, &strata);
    let outcome = |(item, &least): (usize, &Option<f64>)| {
        least?;
        let assignments = number.map_or(1.0 + f64::from(plan.permutations), |number| number as f64);
        let (p, smallest) = match number {
            Some(_) => (extreme[item].0 as f64 / assignments, extreme[item].1),
            None => ((1 + extreme[item].0) as f64 / assignments, assignments.recip()),
        };
        let attainable = smallest.max(one_sided(&observed, groups.len(), &holders[item]));
        Some(Tested { p: p.max(attainable), attainable })
    };
    PermutationTest {
        items: least.iter().enumerate().map(outcome).collect(),
        permutations: number.map_or(u64::from(plan.permutations), |number| number - 1),
        exact: number.is_some(),
    }
}

/// The group with most units, whose sums are what the others leave.
fn largest(groups: &[Vec<u32>]) -> usize {
    (0..groups.len()).max_by_key(|&group| groups[group].len()).unwrap_or(0)
}

/// How many units of each stratum have a hit of each item.
fn holders(table: &Table, strata: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let mut holders = vec![vec![0; strata.len()]; table.items()];
    for (stratum, units) in strata.iter().enumerate() {
        for &unit in units {
            table.row(unit).for_each(|(item, ..)| holders[item][stratum] += 1);
        }
    }
    holders
}

/// The chance that all units with a hit fall to one of two groups, the less likely one; to either, where
/// the two are alike. 0 for more groups.
fn one_sided(assignment: &Assignment, groups: usize, holders: &[u32]) -> f64 {
    if groups != 2 {
        return 0.0;
    }
    let side = |group| {
        let in_stratum = |(stratum, &holders): (usize, &u32)| {
            let here = assignment.units(group, stratum).len() as f64;
            let all = here + assignment.units(1 - group, stratum).len() as f64;
            let chance =
                |taken: u32| ((here - f64::from(taken)) / (all - f64::from(taken))).max(0.0);
            (0..holders).map(chance).product::<f64>()
        };
        holders.iter().enumerate().map(in_stratum).product::<f64>()
    };
    let (a, b) = (side(0), side(1));
    if (a - b).abs() <= 1e-9 * a.max(b) { a + b } else { a.min(b) }
}

/// A test under way.
struct Test<'a> {
    table: &'a Table,
    groups: usize,
    largest: usize,
    /// The units of each stratum, in their order.
    strata: Vec<Vec<u32>>,
    expected: Expected,
    /// The sums of all units.
    all: Sums,
}

/// What the statistics of one assignment are worked out in.
struct Scratch {
    groups: Vec<Sums>,
    rates: Vec<LogRate>,
    statistics: Vec<Option<f64>>,
}

impl Scratch {
    fn new(test: &Test<'_>) -> Self {
        let groups = vec![test.expected.sums(); test.groups];
        Self { groups, rates: Vec::new(), statistics: Vec::new() }
    }
}

impl Test<'_> {
    /// The statistic of each item.
    fn statistics(&self, assignment: &Assignment, scratch: &mut Scratch) -> Vec<Option<f64>> {
        self.work_out(assignment, scratch);
        scratch.statistics.clone()
    }

    /// Works out the statistic of each item.
    fn work_out(&self, assignment: &Assignment, scratch: &mut Scratch) {
        for (group, sums) in
            scratch.groups.iter_mut().enumerate().filter(|(group, _)| *group != self.largest)
        {
            sums.clear();
            for stratum in 0..assignment.strata_number() {
                let units = assignment.units(group, stratum);
                self.table.add(units, stratum, self.expected.rates(stratum), sums);
            }
        }
        self.finish(scratch);
    }

    /// Works out the statistics from the sums of all groups but the largest.
    fn finish(&self, scratch: &mut Scratch) {
        let Scratch { groups, rates, statistics } = scratch;
        // The largest group comes last, so that the others can be taken off.
        let last = groups.len() - 1;
        groups.swap(self.largest, last);
        let (rest, others) =
            groups.split_last_mut().map_or((None, &[][..]), |(r, o)| (Some(r), &*o));
        if let Some(rest) = rest {
            rest.rest(&self.all, others);
        }
        groups.swap(self.largest, last);
        statistics.clear();
        statistics.extend((0..self.table.items()).map(|item| {
            let all = self.expected.log_rates(self.table, groups, item, rates);
            all.then(|| heterogeneity(rates))
        }));
    }

    /// Deals the units anew `deals` times, and sums all groups but the largest.
    fn deal(
        &self,
        assignment: &mut Assignment,
        deals: usize,
        random: &mut Random,
        lanes: &mut [Lanes],
    ) {
        let strata = assignment.strata_number();
        let smaller: Vec<usize> = (0..self.groups).filter(|&at| at != self.largest).collect();
        lanes.iter_mut().for_each(Lanes::clear);
        for lane in 0..deals {
            assignment.shuffle(random);
            for &group in &smaller {
                (0..strata).for_each(|at| lanes[group].put(lane, assignment.units(group, at)));
            }
        }
        for group in smaller {
            for (stratum, units) in self.strata.iter().enumerate() {
                lanes[group].add(self.table, units, stratum, self.expected.rates(stratum));
            }
        }
    }

    /// How many of so many random assignments are as extreme, by item.
    fn random_ways(
        &self,
        observed: &Assignment,
        plan: &Resampling,
        least: &[Option<f64>],
    ) -> Vec<u64> {
        let chunks = plan.chunks(plan.permutations as usize, |rounds, random| {
            let (mut assignment, mut scratch) = (observed.clone(), Scratch::new(self));
            let mut lanes: Vec<Lanes> =
                (0..self.groups).map(|_| Lanes::new(self.table, &self.expected)).collect();
            let mut extreme = vec![0_u64; least.len()];
            let mut left = rounds.len();
            while left > 0 {
                let deals = left.min(LANES);
                self.deal(&mut assignment, deals, random, &mut lanes);
                for lane in 0..deals {
                    for (lanes, sums) in lanes.iter().zip(&mut scratch.groups) {
                        lanes.take(lane, sums);
                    }
                    self.finish(&mut scratch);
                    let statistics = scratch.statistics.iter().zip(least);
                    for (count, (statistic, least)) in extreme.iter_mut().zip(statistics) {
                        *count += u64::from(at_least(*statistic, *least));
                    }
                }
                left -= deals;
            }
            extreme
        });
        let mut sums = vec![0; least.len()];
        for chunk in chunks {
            sums.iter_mut().zip(chunk).for_each(|(sum, count)| *sum += count);
        }
        sums
    }

    /// How many of all assignments are as extreme, by item, and the share of the most extreme ones.
    fn all_ways(
        &self,
        mut assignment: Assignment,
        number: usize,
        least: &[Option<f64>],
    ) -> Vec<(u64, f64)> {
        let mut scratch = Scratch::new(self);
        let mut extreme = vec![0_u64; least.len()];
        let mut most = vec![(0.0_f64, 0_u64); least.len()];
        for _ in 0..number {
            assignment.advance();
            self.work_out(&assignment, &mut scratch);
            for (item, &statistic) in scratch.statistics.iter().enumerate() {
                extreme[item] += u64::from(at_least(statistic, least[item]));
                let (value, (greatest, ties)) = (statistic.unwrap_or(0.0), &mut most[item]);
                match value > *greatest / TIE {
                    true => (*greatest, *ties) = (value, 1),
                    false => *ties += u64::from(value >= *greatest * TIE),
                }
            }
        }
        let share = |(_, ties): (f64, u64)| ties as f64 / number.max(1) as f64;
        extreme.into_iter().zip(most).map(|(count, most)| (count, share(most))).collect()
    }
}

/// Whether a statistic is at least the observed one. One that does not exist for an assignment (a group
/// of which nothing is expected) is no evidence against chance: it counts as extreme.
fn at_least(statistic: Option<f64>, least: Option<f64>) -> bool {
    match (statistic, least) {
        (Some(statistic), Some(least)) => statistic >= least * TIE,
        (None, Some(_)) => true,
        (_, None) => false,
    }
}

#[cfg(test)]
mod tests;
