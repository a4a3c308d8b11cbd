//! A row of a forest plot: a ratio and its interval on a logarithmic axis.

use serde::Serialize;

use crate::stats::RateRatio;

/// The axis runs from 1/16 to 16.
const DOUBLINGS: f64 = 4.0;

/// Where the marks of a row stand, of 100 from left to right.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Forest {
    /// The ratio itself, unless one side has nothing.
    point: Option<f64>,
    low: f64,
    high: f64,
    /// The interval goes on beyond the axis.
    cut_low: bool,
    cut_high: bool,
}

/// The marks of a ratio; `None` where it has no interval at all.
pub(super) fn forest(ratio: &RateRatio) -> Option<Forest> {
    if ratio.low.is_none() && ratio.high.is_none() {
        return None;
    }
    let place = |value: f64| {
        let doublings = value.max(1e-9).log2().clamp(-DOUBLINGS, DOUBLINGS);
        (50.0 + 50.0 * doublings / DOUBLINGS).round()
    };
    let most = DOUBLINGS.exp2();
    let (low, high) = (ratio.low.unwrap_or(0.0), ratio.high.unwrap_or(f64::MAX));
    Some(Forest {
        point: ratio.ratio.filter(|&r| r > 0.0).map(place),
        low: place(low),
        high: place(high),
        cut_low: low < 1.0 / most,
        cut_high: high > most,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::rate_ratio;

    #[test]
    fn marks_stand_on_the_axis() {
        let even = forest(&rate_ratio(50, 1000, 50, 1000)).unwrap();
        assert_eq!(even.point, Some(50.0));
        assert!(even.low < 50.0 && even.high > 50.0 && !even.cut_low && !even.cut_high);
        let one_sided = forest(&rate_ratio(9, 1000, 0, 1000)).unwrap();
        assert_eq!((one_sided.point, one_sided.high, one_sided.cut_high), (None, 100.0, true));
        assert_eq!(forest(&rate_ratio(0, 1000, 0, 1000)), None);
    }
}
