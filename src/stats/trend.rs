//! Whether a rate rises or falls over time: a permutation test, and the change per period.
//!
//! The statistic is the score of a log-linear trend, the sum of (t - mean t) e over units, with residuals
//! e = h - R w from the pooled rate and the mean of t weighted by exposure, over its robust standard
//! error, sqrt(sum((t - mean t)^2 e^2)) (White 1982, *Econometrica* 50). Times are dealt to the units anew;
//! p = (1 + as extreme) / (1 + permutations). The change per period is that of the log-linear Poisson
//! regression of hits on time, with exposure as offset (`McCullagh` & Nelder 1989, *Generalized Linear
//! Models*, ch. 6), which is consistent however the hits cluster; the test, not it, takes care of that.

use super::resampling::Resampling;
use super::table::Table;

/// A rate over time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// The factor by which the rate changes per period; 1 is no change.
    pub change: f64,
    /// The probability of a trend as strong by chance, above 0 to 1.
    pub p: f64,
}

/// The largest logarithm of a change that is looked for.
const STEEPEST: f64 = 5.0;
/// Two statistics this near are equal: sums are rounded.
const TIE: f64 = 1.0 - 1e-9;

/// The trend of each item over `units`; `times` are theirs, in their order. `None` without a hit, with
/// fewer than three units or two times.
pub fn trend_test(
    table: &Table,
    units: &[u32],
    times: &[f64],
    plan: &Resampling,
) -> Vec<Option<Trend>> {
    let mean = times.iter().sum::<f64>() / times.len().max(1) as f64;
    let times: Vec<f64> = times.iter().map(|time| time - mean).collect();
    let moving = times.iter().any(|time| (time - times[0]).abs() > 1e-9);
    if units.len() < 3 || times.len() != units.len() || !moving {
        return vec![None; table.items()];
    }
    let ones = vec![1.0; units.len()];
    let plain = Moments::of(table, units, &ones);
    let observed: Vec<_> = plain.statistics(&Moments::of(table, units, &times), table);
    let chunks = plan.chunks(plan.permutations as usize, |rounds, random| {
        let mut times = times.clone();
        let mut extreme = vec![0_u64; table.items()];
        for _ in rounds {
            for at in (1..times.len()).rev() {
                times.swap(at, random.below(at + 1));
            }
            let statistics = plain.statistics(&Moments::of(table, units, &times), table);
            for ((count, statistic), least) in extreme.iter_mut().zip(statistics).zip(&observed) {
                let reached = statistic.zip(*least).is_some_and(|(s, least)| s >= least * TIE);
                *count += u64::from(reached);
            }
        }
        extreme
    });
    let changes = changes(table, units, &times);
    let trend = |item: usize| {
        observed[item]?;
        let extreme: u64 = chunks.iter().map(|chunk| chunk[item]).sum();
        let p = (1 + extreme) as f64 / (1.0 + f64::from(plan.permutations));
        Some(Trend { change: changes[item]?, p })
    };
    (0..table.items()).map(trend).collect()
}

/// Sums over units of products with the first and second power of a weight.
struct Moments {
    /// By item: t h, t h^2, t h w, t^2 h^2, t^2 h w.
    items: Vec<[f64; 5]>,
    /// By kind of exposure: t w, t w^2, t^2 w^2.
    exposures: Vec<[f64; 3]>,
}

impl Moments {
    fn of(table: &Table, units: &[u32], times: &[f64]) -> Self {
        let mut items = vec![[0.0; 5]; table.items()];
        let mut exposures = vec![[0.0; 3]; table.kinds()];
        for (&unit, &t) in units.iter().zip(times) {
            for (sum, w) in exposures.iter_mut().zip(table.exposures(unit)) {
                sum[0] += t * w;
                sum[1] += t * w * w;
                sum[2] += t * t * w * w;
            }
            for (item, h, product) in table.row(unit) {
                let sum = &mut items[item];
                sum[0] += t * h;
                sum[1] += t * h * h;
                sum[2] += t * product;
                sum[3] += t * t * h * h;
                sum[4] += t * t * product;
            }
        }
        Self { items, exposures }
    }

    /// The statistic of each item, squared; `self` are the sums without time.
    fn statistics(&self, timed: &Self, table: &Table) -> Vec<Option<f64>> {
        let statistic = |item: usize| {
            let kind = table.exposure_of(item);
            let ([hits, squares, products, ..], [words, word_squares, _]) =
                (self.items[item], self.exposures[kind]);
            let (h, w) = (timed.items[item], timed.exposures[kind]);
            if hits <= 0.0 || words <= 0.0 {
                return None;
            }
            let (rate, mean) = (hits / words, w[0] / words);
            let score = h[0] - rate * w[0];
            let residuals = squares - 2.0 * rate * products + rate * rate * word_squares;
            let once = h[1] - 2.0 * rate * h[2] + rate * rate * w[1];
            let twice = h[3] - 2.0 * rate * h[4] + rate * rate * w[2];
            let variance = twice - 2.0 * mean * once + mean * mean * residuals;
            Some(score * score / variance.max(1e-9 * hits))
        };
        (0..table.items()).map(statistic).collect()
    }
}

/// The change per period of each item.
fn changes(table: &Table, units: &[u32], times: &[f64]) -> Vec<Option<f64>> {
    let mut timed = vec![0.0; table.items()];
    let mut hits = vec![0.0; table.items()];
    for (&unit, &t) in units.iter().zip(times) {
        for (item, h, _) in table.row(unit) {
            timed[item] += t * h;
            hits[item] += h;
        }
    }
    let change = |item: usize| {
        let kind = table.exposure_of(item);
        let exposures = || units.iter().map(|&unit| table.exposures(unit)[kind]).zip(times);
        let target = (hits[item] > 0.0).then(|| timed[item] / hits[item])?;
        let mut slope = 0.0_f64;
        for _ in 0..60 {
            let (mut sum, mut first, mut second) = (0.0, 0.0, 0.0);
            for (w, t) in exposures() {
                let weight = w * (slope * t).exp();
                sum += weight;
                first += weight * t;
                second += weight * t * t;
            }
            let mean = first / sum;
            let step = (target - mean) / (second / sum - mean * mean).max(1e-12);
            slope = (slope + step.clamp(-0.5, 0.5)).clamp(-STEEPEST, STEEPEST);
            if step.abs() < 1e-10 {
                break;
            }
        }
        slope.is_finite().then(|| slope.exp())
    };
    (0..table.items()).map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trend(hits: impl Fn(u32) -> f64) -> Trend {
        let mut table = Table::new(1);
        let item = table.item(0);
        (0..60).for_each(|at| table.unit(&[100.0 + f64::from(at % 7)], [(item, hits(at))]));
        let (units, times): (Vec<u32>, Vec<f64>) =
            (0..60).map(|at| (at, f64::from(at / 5))).unzip();
        let plan = Resampling { permutations: 999, ..Resampling::default() };
        trend_test(&table, &units, &times, &plan)[0].unwrap()
    }

    #[test]
    fn a_steady_rise_is_found_with_its_size() {
        // a tenth more each period
        let found = trend(|at| {
            ((100.0 + f64::from(at % 7)) * 1.1_f64.powf(f64::from(at / 5)) / 5.0).round()
        });
        assert!(found.p < 0.005 && (found.change - 1.1).abs() < 0.01, "{found:?}");
        let falling =
            trend(|at| ((100.0 + f64::from(at % 7)) * 0.9_f64.powf(f64::from(at / 5))).round());
        assert!(falling.p < 0.005 && (falling.change - 0.9).abs() < 0.01, "{falling:?}");
    }

    #[test]
    fn a_burst_is_no_trend() {
        let found = trend(|at| if at == 31 { 40.0 } else { 2.0 + f64::from(at * 7 % 3) });
        assert!(found.p > 0.2, "{found:?}");
    }

    #[test]
    fn nothing_to_follow_is_none() {
        let mut table = Table::new(1);
        table.item(0);
        (0..5).for_each(|_| table.unit(&[100.0], [(0, 1.0)]));
        let plan = Resampling::default();
        assert_eq!(trend_test(&table, &[0, 1, 2], &[1.0; 3], &plan), [None]);
        assert_eq!(trend_test(&table, &[0, 1], &[1.0, 2.0], &plan), [None]);
    }
}
