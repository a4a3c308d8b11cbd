//! How sure a rate ratio is: the bootstrap-t interval of the log ratio.
//!
//! Efron & Tibshirani (1993), *An Introduction to the Bootstrap*, ch. 12.5. Units (documents) are drawn
//! again within each group and stratum, and the log ratio's distance from the observed one is taken in its
//! own standard errors ([`studentised`](super::studentised)). Fewer than [`LEAST_UNITS`] units in a group,
//! or fewer than [`LEAST_HOLDERS`] of them with a hit, give no interval: of three units with a hit one
//! resample in twenty holds none, and the ends of the interval would be those of such accidents.

use super::Interval;
use super::assignment::Assignment;
use super::random::Random;
use super::resampling::Resampling;
use super::studentised::{Expected, LogRate, Sums};
use super::table::Table;

/// The fewest units of a group that give an interval.
pub const LEAST_UNITS: usize = 5;
/// The fewest units with a hit, in each group, that give an interval.
pub const LEAST_HOLDERS: usize = 5;

/// A ratio of rates and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ratio {
    /// The natural logarithm of the first group's rate over the second's; with strata of their
    /// standardised rates. A group without a hit is given half a hit, and so is the other.
    pub log: f64,
    /// Its standard error.
    pub error: f64,
    /// The 95 % interval of the ratio itself, where there is one.
    pub interval: Option<Interval>,
}

/// The ratio of each item's rates in two groups; `None` where it does not exist.
pub fn ratios(
    table: &Table,
    groups: [&Vec<u32>; 2],
    strata: &[u32],
    plan: &Resampling,
) -> Vec<Option<Ratio>> {
    let assignment = Assignment::new(&groups.map(Clone::clone), strata);
    let units = assignment.strata();
    let draw = Draw { table, expected: Expected::of(table, &units), assignment, groups: 2 };
    let observed = draw.contrasts(&draw.observed());
    let enough = groups.iter().all(|group| group.len() >= LEAST_UNITS);
    let holders = groups.map(|group| holders(table, group));
    let held = |item: usize| holders.iter().all(|group| group[item] >= LEAST_HOLDERS);
    let wanted: Vec<usize> = (0..table.items())
        .filter(|&item| enough && observed[item].is_some() && held(item))
        .collect();
    let mut distances = draw.distances(&wanted, &observed, plan);
    let mut ratios: Vec<_> = observed.iter().map(|contrast| contrast.map(Ratio::of)).collect();
    for (item, distances) in wanted.into_iter().zip(&mut distances) {
        if let Some(ratio) = &mut ratios[item] {
            ratio.interval = interval(*ratio, distances);
        }
    }
    ratios
}

/// How sure the rate of each item in one group is: the ends of its 95 % interval as multiples of the rate.
/// `None` where there is too little to draw from, as for two groups.
pub fn rate_factors(table: &Table, group: &[u32], plan: &Resampling) -> Vec<Option<Interval>> {
    let assignment = Assignment::new(&[group.to_vec()], &[]);
    let expected = Expected::of(table, &assignment.strata());
    let draw = Draw { table, expected, assignment, groups: 1 };
    let observed = draw.contrasts(&draw.observed());
    let holders = holders(table, group);
    let enough = |item: &usize| {
        let held = group.len() >= LEAST_UNITS && holders[*item] >= LEAST_HOLDERS;
        held && observed[*item].is_some()
    };
    let wanted: Vec<usize> = (0..table.items()).filter(enough).collect();
    let mut distances = draw.distances(&wanted, &observed, plan);
    let mut factors = vec![None; table.items()];
    for (item, distances) in wanted.into_iter().zip(&mut distances) {
        factors[item] = observed[item].and_then(|own| interval(Ratio::of(own), distances));
    }
    factors
}

/// The interval of a ratio, from the distances of resamples in standard errors.
fn interval(ratio: Ratio, distances: &mut [f64]) -> Option<Interval> {
    if distances.is_empty() {
        return None;
    }
    distances.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let place = share * (distances.len() + 1) as f64;
        distances[(place.round() as usize).clamp(1, distances.len()) - 1]
    };
    let end = |distance: f64| (ratio.log - distance * ratio.error).exp();
    let (low, high, own) = (end(at(0.975)), end(at(0.025)), ratio.log.exp());
    let interval = Interval { low: low.min(own), high: high.max(own) };
    (interval.low.is_finite() && interval.high.is_finite()).then_some(interval)
}

/// How many units of a group have a hit of each item.
fn holders(table: &Table, group: &[u32]) -> Vec<usize> {
    let mut holders = vec![0; table.items()];
    for &unit in group {
        table.row(unit).for_each(|(item, ..)| holders[item] += 1);
    }
    holders
}

/// The log ratio of two groups, or the log rate of one, and its standard error.
type Contrast = (f64, f64);

impl Ratio {
    const fn of((log, error): Contrast) -> Self {
        Self { log, error, interval: None }
    }
}

/// What is drawn from.
struct Draw<'a> {
    table: &'a Table,
    expected: Expected,
    assignment: Assignment,
    groups: usize,
}

impl Draw<'_> {
    /// The sums of the groups as they are.
    fn observed(&self) -> Vec<Sums> {
        let sums = |group| {
            let mut sums = self.expected.sums();
            for stratum in 0..self.assignment.strata_number() {
                let units = self.assignment.units(group, stratum);
                self.table.add(units, stratum, self.expected.rates(stratum), &mut sums);
            }
            sums
        };
        (0..self.groups).map(sums).collect()
    }

    /// Draws the groups again.
    fn draw(&self, random: &mut Random, drawn: &mut Vec<u32>, groups: &mut [Sums]) {
        for (group, sums) in groups.iter_mut().enumerate() {
            sums.clear();
            for stratum in 0..self.assignment.strata_number() {
                let units = self.assignment.units(group, stratum);
                drawn.clear();
                drawn.extend(units.iter().map(|_| units[random.below(units.len())]));
                self.table.add(drawn, stratum, self.expected.rates(stratum), sums);
            }
        }
    }

    fn contrasts(&self, groups: &[Sums]) -> Vec<Option<Contrast>> {
        let mut rates = Vec::new();
        (0..self.table.items()).map(|item| self.contrast(groups, item, &mut rates)).collect()
    }

    fn contrast(&self, groups: &[Sums], item: usize, rates: &mut Vec<LogRate>) -> Option<Contrast> {
        self.expected.log_rates(self.table, groups, item, rates);
        match rates.as_slice() {
            [own] if self.groups == 1 => Some((own.log, own.variance.sqrt())),
            [a, b] => Some((a.log - b.log, (a.variance + b.variance).sqrt())),
            _ => None,
        }
    }

    /// How far the figure of each resample lies from the observed one, in its standard errors, for
    /// each of `items`.
    fn distances(
        &self,
        items: &[usize],
        observed: &[Option<Contrast>],
        plan: &Resampling,
    ) -> Vec<Vec<f64>> {
        if items.is_empty() {
            return Vec::new();
        }
        let chunks = plan.chunks(plan.resamples as usize, |rounds, random| {
            let mut groups = vec![self.expected.sums(); self.groups];
            let (mut drawn, mut rates) = (Vec::new(), Vec::new());
            let mut distances = vec![Vec::with_capacity(rounds.len()); items.len()];
            for _ in rounds {
                self.draw(random, &mut drawn, &mut groups);
                for (distances, &item) in distances.iter_mut().zip(items) {
                    let (again, own) = (self.contrast(&groups, item, &mut rates), observed[item]);
                    if let (Some((log, error)), Some((own, _))) = (again, own) {
                        distances.push((log - own) / error);
                    }
                }
            }
            distances
        });
        let mut all = vec![Vec::with_capacity(plan.resamples as usize); items.len()];
        for chunk in chunks {
            all.iter_mut().zip(chunk).for_each(|(all, chunk)| all.extend(chunk));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::close;

    /// Two groups of `units` units each with one item: hits of a bursty kind about a mean.
    fn bursty(random: &mut Random, units: usize, means: [usize; 2]) -> (Table, [Vec<u32>; 2]) {
        let mut table = Table::new(1);
        let item = table.item(0);
        for mean in means {
            for _ in 0..units {
                // A coin with a bias of its own for each unit, tossed often.
                let bias = random.below(2 * mean + 1);
                let hits = (0..40).filter(|_| random.below(40) < bias).count();
                table.unit(&[400.0], [(item, hits as f64)]);
            }
        }
        let units = units as u32;
        (table, [(0..units).collect(), (units..2 * units).collect()])
    }

    #[test]
    fn the_interval_holds_the_true_ratio_as_often_as_it_says() {
        let mut random = Random::new(11);
        let plan = Resampling { resamples: 399, threads: 1, ..Resampling::default() };
        let mut held = 0;
        for _ in 0..200 {
            let (table, [a, b]) = bursty(&mut random, 30, [6, 4]);
            let found = ratios(&table, [&a, &b], &[], &plan)[0].unwrap().interval.unwrap();
            held += u32::from(found.low <= 1.5 && 1.5 <= found.high);
        }
        assert!((180..=199).contains(&held), "{held} of 200");
    }

    #[test]
    fn the_ratio_and_its_error_follow_the_formula() {
        let mut table = Table::new(1);
        let item = table.item(0);
        let units = [(100.0, 4.0), (200.0, 6.0), (100.0, 2.0), (300.0, 3.0)];
        units.iter().for_each(|&(words, hits)| table.unit(&[words], [(item, hits)]));
        let found =
            ratios(&table, [&vec![0, 1], &vec![2, 3]], &[], &Resampling::default())[0].unwrap();
        assert!(close(found.log, (10.0_f64 / 300.0 / (5.0 / 400.0)).ln(), 1e-9));
        // residuals: 4 - 10/3 and 6 - 20/3; 2 - 5/4 and 3 - 15/4
        let (a, b) =
            (2.0 * 2.0 * (2.0_f64 / 3.0).powi(2) / 100.0, 2.0 * 2.0 * 0.75_f64.powi(2) / 25.0);
        assert!(close(found.error, (a + b).sqrt(), 1e-9), "{found:?}");
        assert_eq!(found.interval, None, "two units are too few to draw from");
    }

    #[test]
    fn a_group_without_a_hit_is_given_half_of_one() {
        let mut table = Table::new(1);
        let item = table.item(0);
        (0..12).for_each(|at| table.unit(&[100.0], [(item, f64::from(u8::from(at < 6)))]));
        let (a, b) = ((0..6).collect(), (6..12).collect());
        let found = ratios(&table, [&a, &b], &[], &Resampling::default())[0].unwrap();
        assert!(close(found.log, 13.0_f64.ln(), 1e-9), "{found:?}");
        assert_eq!(found.interval, None);
    }
}
