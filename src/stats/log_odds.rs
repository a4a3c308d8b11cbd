//! Which words set one collection apart: weighted log odds with an informative prior.
//!
//! Monroe, Colaresi & Quinn (2008), "Fightin' Words", *Political Analysis* 16, equations 15 to 22.
//! The prior is the two collections taken together, scaled to the size of the smaller one, so that
//! what is rare in both is pulled to no difference.

/// How often a term occurs in a collection, and how many terms the collection has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// Occurrences of the term.
    pub hits: u64,
    /// Occurrences of all terms.
    pub of: u64,
}

/// The z-score of the difference in log odds of a term between `a` and `b`: above 0 where `a` uses it
/// more. No test: a term that was picked because it differs has no p. `None` where either collection
/// is empty, the term is in neither, or it is all there is.
pub fn log_odds(a: Usage, b: Usage) -> Option<f64> {
    let all = (a.hits + b.hits) as f64 / (a.of + b.of) as f64;
    if a.of == 0 || b.of == 0 || all == 0.0 || all >= 1.0 || a.hits > a.of || b.hits > b.of {
        return None;
    }
    let prior = a.of.min(b.of) as f64;
    let odds = |usage: Usage| {
        let hits = usage.hits as f64 + prior * all;
        let rest = (usage.of - usage.hits) as f64 + prior * (1.0 - all);
        (hits, (hits / rest).ln())
    };
    let ((hits_a, odds_a), (hits_b, odds_b)) = (odds(a), odds(b));
    Some((odds_a - odds_b) / (1.0 / hits_a + 1.0 / hits_b).sqrt())
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
