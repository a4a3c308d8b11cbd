//! Log-likelihood keyness (G2) of a count in two texts.
//!
//! Dunning (1993), "Accurate methods for the statistics of surprise and coincidence",
//! *Computational Linguistics* 19: four terms, over hits and other words. Rayson & Garside (2000),
//! "Comparing corpora using frequency profiling": two terms, over the hits alone. The two differ
//! where hits are no small share of the words, so a report says which it prints. Both take words
//! as independent and over-report (Kilgarriff 2005): a rank, not a verdict.

/// Four-term G2 of `a` hits in `words_a` words against `b` in `words_b`; 0 is no difference.
///
/// `None` where either has no words, or more hits than words (there are then no other words to
/// count, and the two-term form is the one to use).
pub fn g2_four_term(a: u64, words_a: u64, b: u64, words_b: u64) -> Option<f64> {
    if a > words_a || b > words_b {
        return None;
    }
    let two = half_g2(a, words_a, b, words_b)?;
    let (rest_a, rest_b) = (words_a - a, words_b - b);
    // both halves expect in proportion to all words
    let rest = cells((rest_a, words_a), (rest_b, words_b));
    Some((2.0 * (two + rest)).max(0.0))
}

/// Two-term G2 of `a` hits in `words_a` words against `b` in `words_b`; 0 is no difference.
///
/// `None` where either has no words.
pub fn g2_two_term(a: u64, words_a: u64, b: u64, words_b: u64) -> Option<f64> {
    half_g2(a, words_a, b, words_b).map(|sum| (2.0 * sum).max(0.0))
}

fn half_g2(a: u64, words_a: u64, b: u64, words_b: u64) -> Option<f64> {
    (words_a > 0 && words_b > 0).then(|| cells((a, words_a), (b, words_b)))
}

/// `sum(observed ln(observed / expected))` over one row of the table, a zero cell adding nothing.
fn cells((a, words_a): (u64, u64), (b, words_b): (u64, u64)) -> f64 {
    let row = a as f64 + b as f64;
    let all = words_a as f64 + words_b as f64;
    [(a, words_a), (b, words_b)]
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|&(count, words)| {
            let count = count as f64;
            count * (count / row * (all / words as f64)).ln()
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::close;

    #[test]
    fn vectors() {
        let cases = [(30, 1000, 12, 1500, 16.9826, 17.2784), (7, 600, 0, 900, 12.8281, 12.8773)];
        for (a, words_a, b, words_b, two, four) in cases {
            let found = g2_two_term(a, words_a, b, words_b).unwrap();
            assert!(close(found, two, 5e-6), "two-term {a} {b}: {found}");
            let found = g2_four_term(a, words_a, b, words_b).unwrap();
            assert!(close(found, four, 5e-6), "four-term {a} {b}: {found}");
        }
    }

    #[test]
    fn equal_rates_show_no_difference() {
        for g2 in [g2_two_term, g2_four_term] {
            assert_eq!(g2(9, 400, 9, 400), Some(0.0));
            assert!(g2(9, 400, 18, 800).unwrap() < 1e-9);
            assert_eq!(g2(0, 400, 0, 70), Some(0.0));
        }
    }

    #[test]
    fn order_does_not_matter() {
        for g2 in [g2_two_term, g2_four_term] {
            let (there, back) = (g2(5, 70, 11, 900).unwrap(), g2(11, 900, 5, 70).unwrap());
            assert!(close(there, back, 1e-12));
        }
    }

    #[test]
    fn no_words_no_figure() {
        for g2 in [g2_two_term, g2_four_term] {
            assert_eq!(g2(3, 0, 4, 10), None);
            assert_eq!(g2(0, 10, 0, 0), None);
        }
    }

    #[test]
    fn more_hits_than_words_leaves_the_two_term_form() {
        assert_eq!(g2_four_term(5, 2, 1, 100), None);
        assert!(g2_two_term(5, 2, 1, 100).unwrap() > 0.0);
    }

    #[test]
    fn extremes_stay_finite() {
        let sizes = [0, 1, 1 << 40, u64::MAX];
        for a in sizes {
            for b in sizes {
                for g2 in [g2_two_term, g2_four_term] {
                    let found = g2(a, u64::MAX, b, u64::MAX).unwrap();
                    assert!(found.is_finite() && found >= 0.0, "{a} {b}: {found}");
                }
                assert!(g2_two_term(a, 1, b, u64::MAX).unwrap().is_finite());
            }
        }
    }
}
