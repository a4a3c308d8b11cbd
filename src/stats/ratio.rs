//! How many times one rate is another.
//!
//! Interval: the log-normal one of two Poisson rates, `exp(ln RR ± 1.96 sqrt(1/a + 1/b))` (Rothman
//! & Greenland 1998, *Modern Epidemiology*, 2nd ed., ch. 14). Where one side has no hit: given the
//! sum, a count is binomial, so the exact interval of the share becomes one of the ratio (Przyborowski
//! & Wilenski 1940, *Biometrika* 31; Clopper & Pearson 1934). Both take hits as independent, which
//! words are not: for two single texts the interval is optimistic and is to be called so.
//! Log ratio: Hardie (2014), base 2, a zero count taken as half a hit.

use serde::Serialize;

use super::{Z, proportion};

/// The rate of a first text over that of a second.
///
/// Everything is `None` where either has no words or neither has a hit. An end that is not finite
/// (nothing in the second text) is `None` as well: `low` alone then speaks.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct RateRatio {
    /// The ratio; `None` where the second rate is 0.
    pub ratio: Option<f64>,
    /// Lower end of its 95 % interval.
    pub low: Option<f64>,
    /// Upper end of its 95 % interval; `None` where there is no upper end.
    pub high: Option<f64>,
    /// The base 2 logarithm of the ratio, a zero count taken as 0.5: each step of 1 doubles.
    pub log_ratio: Option<f64>,
}

/// The ratio of `a` hits in `words_a` words to `b` hits in `words_b` words.
pub fn rate_ratio(a: u64, words_a: u64, b: u64, words_b: u64) -> RateRatio {
    if words_a == 0 || words_b == 0 || (a == 0 && b == 0) {
        return RateRatio::default();
    }
    let (hits_a, hits_b) = (a as f64, b as f64);
    let exposure = words_b as f64 / words_a as f64;
    let or_half = |hits: f64| if hits == 0.0 { 0.5 } else { hits };
    let log_ratio = Some((or_half(hits_a) / or_half(hits_b) * exposure).log2());
    match (a, b) {
        (_, 0) => {
            let low = none_of(a).map(|odds| exposure / odds);
            RateRatio { ratio: None, low, high: None, log_ratio }
        }
        (0, _) => {
            let high = none_of(b).map(|odds| exposure * odds);
            RateRatio { ratio: Some(0.0), low: Some(0.0), high, log_ratio }
        }
        _ => {
            let ratio = hits_a / hits_b * exposure;
            let factor = (Z * (1.0 / hits_a + 1.0 / hits_b).sqrt()).exp();
            let (low, high) = (Some(ratio / factor), Some(ratio * factor));
            RateRatio { ratio: Some(ratio), low, high, log_ratio }
        }
    }
}

/// The highest odds, at 95 %, of a kind that was not met once in `of` draws.
fn none_of(of: u64) -> Option<f64> {
    proportion::clopper_pearson(0, of).map(|share| share.high / (1.0 - share.high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::close;

    #[test]
    fn two_counts_have_the_log_normal_interval() {
        let found = rate_ratio(30, 1000, 12, 1500);
        assert!(close(found.ratio.unwrap(), 3.75, 1e-12));
        assert!(close(found.low.unwrap(), 1.9200, 5e-5), "{found:?}");
        assert!(close(found.high.unwrap(), 7.3244, 5e-5), "{found:?}");
        assert!(close(found.log_ratio.unwrap(), 1.9069, 5e-5), "{found:?}");
    }

    #[test]
    fn nothing_in_the_second_leaves_only_a_lower_end() {
        let found = rate_ratio(7, 600, 0, 900);
        assert_eq!((found.ratio, found.high), (None, None));
        assert!(close(found.low.unwrap(), 2.161_962_778_252_858_5, 1e-10), "{found:?}");
        assert!(close(found.log_ratio.unwrap(), 4.3923, 5e-5), "{found:?}");
    }

    #[test]
    fn nothing_in_the_first_is_the_mirror_image() {
        let found = rate_ratio(0, 900, 7, 600);
        assert_eq!((found.ratio, found.low), (Some(0.0), Some(0.0)));
        assert!(close(found.high.unwrap(), 1.0 / 2.161_962_778_252_858_5, 1e-10), "{found:?}");
        assert!(close(found.log_ratio.unwrap(), -4.3923, 5e-5), "{found:?}");
    }

    #[test]
    fn nothing_to_compare_gives_nothing() {
        for (a, words_a, b, words_b) in [(0, 5, 0, 9), (3, 0, 4, 10), (3, 10, 4, 0), (0, 0, 0, 0)] {
            assert_eq!(rate_ratio(a, words_a, b, words_b), RateRatio::default());
        }
    }

    #[test]
    fn a_text_against_itself_is_1() {
        let found = rate_ratio(9, 400, 9, 400);
        assert_eq!((found.ratio, found.log_ratio), (Some(1.0), Some(0.0)));
    }

    #[test]
    fn swapping_the_texts_turns_the_ratio_over() {
        let (there, back) = (rate_ratio(5, 70, 11, 900), rate_ratio(11, 900, 5, 70));
        assert!(close(there.low.unwrap() * back.high.unwrap(), 1.0, 1e-12));
        assert!(close(there.log_ratio.unwrap(), -back.log_ratio.unwrap(), 1e-12));
    }

    #[test]
    fn extremes_stay_finite() {
        let sizes = [0, 1, 2, 1 << 40, u64::MAX];
        for a in sizes {
            for b in sizes {
                for (words_a, words_b) in [(1, u64::MAX), (u64::MAX, 1), (1, 1)] {
                    let r = rate_ratio(a, words_a, b, words_b);
                    let all = [r.ratio, r.low, r.high, r.log_ratio];
                    assert!(all.iter().flatten().all(|x| x.is_finite()), "{a} {b}: {r:?}");
                    if let (Some(low), Some(high)) = (r.low, r.high) {
                        assert!(low <= r.ratio.unwrap() && r.ratio.unwrap() <= high, "{r:?}");
                    }
                }
            }
        }
    }
}
