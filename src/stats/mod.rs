//! Statistics: pure functions over counts and slices, which know nothing of texts.
//!
//! Laws: every formula names its source; a quantity that does not exist (a rate over nothing, a
//! ratio over nothing, a spread of too few hits) is `None`; what is returned is finite, never NaN,
//! for any input; every interval holds its own estimate and is a 95 % interval.

mod accuracy;
mod assignment;
mod beta;
mod bootstrap;
mod dispersion;
mod false_discovery;
mod gamma;
mod keyness;
mod lanes;
mod log_odds;
mod matching;
mod max_statistic;
mod minhash;
mod normal;
mod permutation;
mod proportion;
mod random;
mod ranking;
mod rate;
mod ratio;
mod resampling;
mod root;
mod studentised;
mod studentised_bootstrap;
mod table;
mod trend;

use serde::Serialize;

pub use accuracy::{accuracy, f1};
pub use bootstrap::bootstrap;
pub use dispersion::{MIN_HITS, deviation, dispersion};
pub use false_discovery::false_discovery;
pub use keyness::{g2_four_term, g2_two_term};
pub use log_odds::{LogOdds, Prior, Usage, log_odds, log_odds_with};
pub use matching::{Worth, matching};
pub use max_statistic::{MaxTest, max_statistic_test};
pub use minhash::{BINS, Sketch, mix, resemblance, sketch};
pub use permutation::{PermutationTest, Tested, permutation_test};
pub use proportion::{clopper_pearson, wilson};
pub use ranking::{auc, best_threshold, macro_f1};
pub use rate::{per_thousand, poisson_interval};
pub use ratio::{RateRatio, rate_ratio};
pub use resampling::Resampling;
pub use studentised_bootstrap::{LEAST_HOLDERS, LEAST_UNITS, Ratio, rate_factors, ratios};
pub use table::Table;
pub use trend::{Trend, trend_test};

/// The probability left in each tail of a 95 % interval.
const TAIL: f64 = 0.025;

/// The 0.975 quantile of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// A closed interval; the unit is that of the estimate it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    /// The same interval in another unit.
    fn scaled(self, factor: f64) -> Self {
        Self { low: self.low * factor, high: self.high * factor }
    }
}

/// Whether two numbers agree to a relative (below one: absolute) error.
#[cfg(test)]
fn close(found: f64, expected: f64, error: f64) -> bool {
    (found - expected).abs() <= error * expected.abs().max(1.0)
}
