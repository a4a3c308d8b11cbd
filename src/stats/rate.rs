//! Rates per 1,000 words, and how sure they are.
//!
//! Exact interval of a Poisson mean: Garwood (1936), "Fiducial limits for the Poisson
//! distribution", *Biometrika* 28, through chi-square quantiles. It holds for hits that fall
//! independently of each other; words of a kind come in bursts, so it is a lower bound of doubt.

use std::sync::LazyLock;

use super::{Interval, TAIL, gamma};

const PER: f64 = 1000.0;

/// Hits per 1,000 words; `None` over no words.
pub fn per_thousand(count: u64, words: u64) -> Option<f64> {
    (words > 0).then(|| count as f64 * (PER / words as f64))
}

/// The 95 % interval of the rate per 1,000 words of a count; `None` over no words.
///
/// Its lower end is 0 for no hit; its upper end is then 3.69 hits. Beyond a million hits the
/// quantiles are those of Wilson & Hilferty (1931), within 1e-9.
pub fn poisson_interval(count: u64, words: u64) -> Option<Interval> {
    if words == 0 {
        return None;
    }
    let kept = usize::try_from(count).ok().and_then(|count| SMALL.get(count)).copied();
    Some(kept.unwrap_or_else(|| garwood(count)).scaled(PER / words as f64))
}

/// The intervals of the small counts, which a paragraph has: each is worked out once.
static SMALL: LazyLock<Vec<Interval>> = LazyLock::new(|| (0..64).map(garwood).collect());

/// The interval of a count.
fn garwood(count: u64) -> Interval {
    let hits = count as f64;
    let low = if count == 0 { 0.0 } else { gamma::quantile(hits, TAIL) };
    let high = if count == 0 { -TAIL.ln() } else { gamma::quantile(hits + 1.0, 1.0 - TAIL) };
    Interval { low, high }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::close;

    #[test]
    fn rate_of_a_count() {
        assert_eq!(per_thousand(30, 1000), Some(30.0));
        assert_eq!(per_thousand(0, 7), Some(0.0));
        assert_eq!(per_thousand(12, 1500), Some(8.0));
        assert_eq!(per_thousand(3, 2), Some(1500.0));
    }

    #[test]
    fn nothing_has_no_rate() {
        assert_eq!(per_thousand(0, 0), None);
        assert_eq!(per_thousand(5, 0), None);
        assert_eq!(poisson_interval(0, 0), None);
    }

    #[test]
    fn garwood_agrees_with_chi_square_tables() {
        let cases = [
            (0, 1000, 0.0, 3.688_879_454_113_935_4),
            (1, 1000, 0.025_317_807_984_289_876, 5.571_643_390_938_898),
            (5, 800, 2.029_357_987_648_025_7, 14.585_415_099_153_337),
            (30, 1000, 20.240_874_021_420_915, 42.826_865_394_807_66),
            (12, 1500, 4.133_716_739_148_145, 13.974_390_032_117_974),
            (1000, 50_000, 18.779_460_368_153_906, 21.279_042_720_326_036),
            (1_000_000_000, 1000, 999_938_021.443_927_9, 1_000_061_981.450_408_9),
        ];
        for (count, words, low, high) in cases {
            let found = poisson_interval(count, words).unwrap();
            assert!(close(found.low, low, 1e-10), "{count} {words}: {found:?}");
            assert!(close(found.high, high, 1e-10), "{count} {words}: {found:?}");
        }
    }

    #[test]
    fn interval_holds_the_rate_at_any_size() {
        let counts = [0, 1, 2, 9, 999, 999_999, 1_000_000, 1_000_001, u64::MAX];
        for count in counts {
            for words in [1, 300, u64::MAX] {
                let rate = per_thousand(count, words).unwrap();
                let Interval { low, high } = poisson_interval(count, words).unwrap();
                assert!(low >= 0.0 && low <= rate && rate <= high, "{count}/{words}");
                assert!(high.is_finite(), "{count}/{words}");
            }
        }
    }
}
