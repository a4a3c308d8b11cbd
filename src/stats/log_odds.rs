//! Which words set one collection apart: weighted log odds with an informative prior.
//!
//! Monroe, Colaresi & Quinn (2008), "Fightin' Words", *Political Analysis* 16, equations 15 to 22.
//! The prior is given, or is the two collections taken together, scaled to the size of the smaller one, so
//! that what is rare in both is pulled to no difference.

/// How often a term occurs in a collection, and how many terms the collection has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// Occurrences of the term.
    pub hits: u64,
    /// Occurrences of all terms.
    pub of: u64,
}

/// What is expected of a term before any text is read, in occurrences.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prior {
    /// Occurrences of the term, above 0.
    pub hits: f64,
    /// Occurrences of all terms: the weight of the prior beside the texts.
    pub of: f64,
}

/// A difference in log odds: above 0 where the first collection uses the term more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogOdds {
    /// The difference, in natural logarithms.
    pub delta: f64,
    /// The difference over its standard error. No test: a term that was picked because it differs has no p.
    pub z: f64,
}

impl Prior {
    /// The two collections taken together, scaled to a total of `of`. `None` where either collection is
    /// empty, or has more hits than terms.
    pub fn pooled(a: Usage, b: Usage, of: f64) -> Option<Self> {
        if a.of == 0 || b.of == 0 || a.hits > a.of || b.hits > b.of {
            return None;
        }
        Some(Self { hits: of * ((a.hits + b.hits) as f64 / (a.of + b.of) as f64), of })
    }
}

/// The difference in log odds of a term between `a` and `b`. `None` where the term or the others have
/// neither occurrences nor a prior.
pub fn log_odds_with(a: Usage, b: Usage, prior: Prior) -> Option<LogOdds> {
    let odds = |usage: Usage| {
        let hits = usage.hits as f64 + prior.hits;
        let rest = usage.of as f64 - usage.hits as f64 + prior.of - prior.hits;
        (hits > 0.0 && rest > 0.0).then(|| (hits, (hits / rest).ln()))
    };
    let ((hits_a, odds_a), (hits_b, odds_b)) = (odds(a)?, odds(b)?);
    let delta = odds_a - odds_b;
    Some(LogOdds { delta, z: delta / (1.0 / hits_a + 1.0 / hits_b).sqrt() })
}

/// The z-score of the difference in log odds of a term between `a` and `b`, the prior being both
/// scaled to the smaller: above 0 where `a` uses it more. `None` where either collection
/// is empty, the term is in neither, or it is all there is.
pub fn log_odds(a: Usage, b: Usage) -> Option<f64> {
    let prior = Prior::pooled(a, b, a.of.min(b.of) as f64)?;
    log_odds_with(a, b, prior).map(|odds| odds.z)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::close;

    fn of(a: (u64, u64), b: (u64, u64)) -> Option<f64> {
        log_odds(Usage { hits: a.0, of: a.1 }, Usage { hits: b.0, of: b.1 })
    }

    #[test]
    fn vectors() {
        // by hand: prior 1000 * 30/2000 = 15; ln(35/1965) - ln(25/1975), variance 1/35 + 1/25
        let delta = (35.0_f64 / 1_965.0).ln() - (25.0_f64 / 1_975.0).ln();
        let z = delta / (1.0_f64 / 35.0 + 1.0 / 25.0).sqrt();
        assert!(close(of((20, 1_000), (10, 1_000)).unwrap(), z, 1e-12));
    }

    #[test]
    fn vectors_with_a_given_prior() {
        let (y1, y2) = ([30, 12, 158], [4, 28, 168]);
        let flat = ([0.01; 3], 0.03, [4.0532, -2.7130, -3.0063]);
        let informative = ([3.0, 4.0, 33.0], 40.0, [4.0106, -2.5058, -2.7639]);
        for (hits, of, expected) in [flat, informative] {
            for at in 0..3 {
                let (a, b) = (Usage { hits: y1[at], of: 200 }, Usage { hits: y2[at], of: 200 });
                let found = log_odds_with(a, b, Prior { hits: hits[at], of }).unwrap();
                assert!(close(found.z, expected[at], 5e-5), "{found:?}");
                assert_eq!(found.delta > 0.0, found.z > 0.0);
            }
        }
    }

    #[test]
    fn the_other_way_round_is_the_other_sign_and_equal_use_is_none_at_all() {
        let (ab, ba) = (of((9, 500), (2, 700)).unwrap(), of((2, 700), (9, 500)).unwrap());
        assert!(close(ab, -ba, 1e-12) && ab > 0.0);
        assert!(close(of((5, 500), (10, 1_000)).unwrap(), 0.0, 1e-12));
    }

    #[test]
    fn what_cannot_be_told_is_none() {
        for (a, b) in [((0, 0), (1, 9)), ((0, 9), (0, 9)), ((9, 9), (9, 9)), ((3, 2), (1, 9))] {
            assert_eq!(of(a, b), None);
        }
    }
}
