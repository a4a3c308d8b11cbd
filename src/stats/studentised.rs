//! The statistic of every comparison of groups: the log ratio of pooled rates, over its standard error.
//!
//! A group's rate is R = H / X, its hits over its exposure, pooled over its units (documents). The
//! linearised variance of ln R over units, with residuals `e = h - R x`, is n/(n-1) sum(e^2) / H^2
//! (Cochran 1977, *Sampling Techniques*, 3rd ed., 6.3, the ratio estimator; a unit is what words cluster
//! in, so bursts are in it). The statistic of two groups is `(ln R_a - ln R_b)^2 / (v_a + v_b)`; of more,
//! the heterogeneity `sum((ln R - mean)^2 / v)` about the mean weighted by 1/v (James 1951, *Biometrika*
//! 38), which for two is the same. Studentised, so that permuting stays valid where the groups' units differ
//! in length (Janssen 1997, *Statistics & Probability Letters* 36; Chung & Romano 2013, *Annals of
//! Statistics* 41). Where a group has no hit, half a hit is added to every group.
//!
//! *Strata*: a unit's exposure is what its stratum's pooled rate lets expect of it, so that the ratio is
//! one of indirectly standardised rates (Rothman & Greenland 1998, *Modern Epidemiology*, ch. 15). With
//! one stratum that changes nothing.

use super::table::Table;

/// Below this a variance is taken for rounding.
const LEAST_VARIANCE: f64 = 1e-12;

/// The sums over a group of units that the statistic needs.
#[derive(Debug, Clone)]
pub(super) struct Sums {
    /// The number of units.
    pub units: f64,
    /// By item: hits, their squares, and hits times expected hits.
    pub items: Vec<[f64; 3]>,
    /// By stratum and kind: exposure and its squares.
    pub exposures: Vec<[f64; 2]>,
}

impl Sums {
    /// No unit.
    pub(super) fn none(items: usize, exposures: usize) -> Self {
        Self { units: 0.0, items: vec![[0.0; 3]; items], exposures: vec![[0.0; 2]; exposures] }
    }

    /// No unit again.
    pub(super) fn clear(&mut self) {
        self.units = 0.0;
        self.items.fill([0.0; 3]);
        self.exposures.fill([0.0; 2]);
    }

    /// What is left of `all` without `some`.
    pub(super) fn rest(&mut self, all: &Self, some: &[Self]) {
        self.clone_from(all);
        for part in some {
            self.units -= part.units;
            for (rest, part) in self.items.iter_mut().zip(&part.items) {
                (0..3).for_each(|at| rest[at] -= part[at]);
            }
            for (rest, part) in self.exposures.iter_mut().zip(&part.exposures) {
                (0..2).for_each(|at| rest[at] -= part[at]);
            }
        }
    }
}

/// The logarithm of a rate relative to what was expected, and its variance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LogRate {
    pub log: f64,
    pub variance: f64,
}

/// What is expected of the units: the pooled rate of each item in each stratum.
#[derive(Debug)]
pub(super) struct Expected {
    items: usize,
    strata: usize,
    kinds: usize,
    /// By stratum, then item.
    rates: Vec<f64>,
    /// By item: the strata where it has a hit, and its rate there.
    strata_of: Vec<Vec<(usize, f64)>>,
}

impl Expected {
    /// The pooled rates of units that are sorted into strata.
    pub(super) fn of(table: &Table, strata: &[Vec<u32>]) -> Self {
        let items = table.items();
        let mut rates = vec![0.0; strata.len() * items];
        for (units, rates) in strata.iter().zip(rates.chunks_mut(items.max(1))) {
            let mut exposures = vec![0.0; table.kinds()];
            for &unit in units {
                exposures.iter_mut().zip(table.exposures(unit)).for_each(|(sum, x)| *sum += x);
                table.row(unit).for_each(|(item, count, _)| rates[item] += count);
            }
            for (item, rate) in rates.iter_mut().enumerate() {
                let exposure = exposures[table.exposure_of(item)];
                *rate = if exposure > 0.0 { *rate / exposure } else { 0.0 };
            }
        }
        let in_strata = |item: usize| {
            let of = |stratum: usize| (stratum, rates[stratum * items + item]);
            (0..strata.len()).map(of).filter(|(_, rate)| *rate > 0.0).collect()
        };
        let strata_of = (0..items).map(in_strata).collect();
        Self { items, strata: strata.len(), kinds: table.kinds(), rates, strata_of }
    }

    /// The rates of a stratum, by item.
    pub(super) fn rates(&self, stratum: usize) -> &[f64] {
        &self.rates[stratum * self.items..(stratum + 1) * self.items]
    }

    /// The strata where an item has a hit, and its rate there.
    pub(super) fn strata_of(&self, item: usize) -> &[(usize, f64)] {
        &self.strata_of[item]
    }

    /// Sums of no unit.
    pub(super) fn sums(&self) -> Sums {
        Sums::none(self.items, self.strata * self.kinds)
    }

    /// The log rate of an item in a group, `half` a hit added; `None` where nothing was expected of the
    /// group, or it has fewer than two units or no hit.
    pub(super) fn log_rate(
        &self,
        table: &Table,
        sums: &Sums,
        item: usize,
        half: f64,
    ) -> Option<LogRate> {
        let kind = table.exposure_of(item);
        let (mut expected, mut squares) = (0.0, 0.0);
        for &(stratum, rate) in &self.strata_of[item] {
            let [exposure, square] = sums.exposures[stratum * self.kinds + kind];
            expected += rate * exposure;
            squares += rate * rate * square;
        }
        let [hits, hit_squares, products] = sums.items[item];
        let hits = hits + half;
        if expected <= 0.0 || hits <= 0.25 || sums.units < 1.5 {
            return None;
        }
        let rate = hits / expected;
        let residuals = (hit_squares - 2.0 * rate * products + rate * rate * squares).max(0.0);
        let variance = sums.units / (sums.units - 1.0) * residuals / (hits * hits);
        Some(LogRate { log: rate.ln(), variance: variance.max(LEAST_VARIANCE) })
    }

    /// The log rates of an item in all groups, written to `rates`; false where one does not exist.
    pub(super) fn log_rates(
        &self,
        table: &Table,
        groups: &[Sums],
        item: usize,
        rates: &mut Vec<LogRate>,
    ) -> bool {
        let empty = groups.iter().any(|sums| sums.items[item][0] < 0.5);
        let half = if empty { 0.5 } else { 0.0 };
        rates.clear();
        rates.extend(groups.iter().map_while(|sums| self.log_rate(table, sums, item, half)));
        rates.len() == groups.len()
    }
}

/// How far apart log rates are: the heterogeneity of the module's head.
pub(super) fn heterogeneity(rates: &[LogRate]) -> f64 {
    if let [a, b] = rates {
        return (a.log - b.log).powi(2) / (a.variance + b.variance);
    }
    let weight: f64 = rates.iter().map(|rate| rate.variance.recip()).sum();
    let mean = rates.iter().map(|rate| rate.log / rate.variance).sum::<f64>() / weight;
    rates.iter().map(|rate| (rate.log - mean).powi(2) / rate.variance).sum()
}
