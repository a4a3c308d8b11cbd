//! How well a score ranks what coders told apart.
//!
//! The area under the ROC curve is the share of pairs of a marked and an unmarked text that the
//! score puts in the right order, ties half (Hanley & `McNeil` 1982, *Radiology* 143; Mann & Whitney
//! 1947). Macro-F1 is the mean of the F1 of both classes at a threshold.

use super::accuracy::accuracy;

/// The area under the ROC curve, 0 to 1; one half is chance. `None` unless both classes are there.
pub fn auc(scored: &[(bool, f64)]) -> Option<f64> {
    let positive = scored.iter().filter(|(label, _)| *label).count() as f64;
    let negative = scored.len() as f64 - positive;
    if positive == 0.0 || negative == 0.0 {
        return None;
    }
    let mut ranked = scored.to_vec();
    ranked.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    let (mut below, mut ranks) = (0.0, 0.0);
    for tied in ranked.chunk_by(|(_, a), (_, b)| a.total_cmp(b).is_eq()) {
        let size = tied.len() as f64;
        let labels = tied.iter().filter(|(label, _)| *label).count() as f64;
        ranks += labels * (below + f64::midpoint(size, 1.0));
        below += size;
    }
    Some((ranks - positive * (positive + 1.0) / 2.0) / (positive * negative))
}

/// The mean F1 of both classes, 0 to 1, where a score above `threshold` says "marked".
pub fn macro_f1(scored: &[(bool, f64)], threshold: f64) -> f64 {
    let count = |label: bool, said: bool| {
        let is = |&&(l, score): &&(bool, f64)| l == label && (score > threshold) == said;
        scored.iter().filter(is).count() as u64
    };
    let (hits, alarms) = (count(true, true), count(false, true));
    let (misses, rest) = (count(true, false), count(false, false));
    f64::midpoint(accuracy(hits, alarms, misses)[2], accuracy(rest, misses, alarms)[2])
}

/// The threshold with the highest [`macro_f1`], the higher one of two equals: 0 or a score that occurs.
pub fn best_threshold(scored: &[(bool, f64)]) -> f64 {
    let mut ranked = scored.to_vec();
    ranked.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    let positive = ranked.iter().filter(|(label, _)| *label).count() as u64;
    let all = ranked.len() as u64;
    // What stands at or below the threshold so far: marked texts, unmarked texts.
    let (mut marked, mut unmarked) = (0, 0);
    let mut best = (0.0, macro_f1(scored, 0.0));
    for tied in ranked.chunk_by(|(_, a), (_, b)| a.total_cmp(b).is_eq()) {
        let here = tied.iter().filter(|(label, _)| *label).count() as u64;
        marked += here;
        unmarked += tied.len() as u64 - here;
        let (hits, alarms) = (positive - marked, all - positive - unmarked);
        let said = accuracy(hits, alarms, marked)[2];
        let figure = f64::midpoint(said, accuracy(unmarked, marked, alarms)[2]);
        if figure >= best.1 {
            best = (tied[0].1, figure);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::close;
    use proptest::prelude::*;

    const SCORED: &[(bool, f64)] =
        &[(true, 3.0), (true, 1.0), (false, 1.0), (false, 0.0), (true, 0.0), (false, 2.0)];

    #[test]
    fn vectors() {
        // pairs: 3 beats all three; 1 ties one, beats one; 0 ties one
        assert!(close(auc(SCORED).unwrap(), (3.0 + 1.5 + 0.5) / 9.0, 1e-12));
        assert_eq!(auc(&[(true, 1.0)]), None);
        assert_eq!(auc(&[]), None);
        // above 1: one of the three marked is found, and one of the three others: F1 0.4 and 0.5714
        let (found, rest) = (2.0 / (2.0 + 1.0 + 2.0), 4.0 / (4.0 + 1.0 + 2.0));
        assert!(close(macro_f1(SCORED, 1.0), f64::midpoint(found, rest), 1e-12));
    }

    proptest! {
        #[test]
        fn auc_is_the_share_of_pairs_in_order(
            scored in prop::collection::vec((any::<bool>(), 0_u8..6), 0..40)
        ) {
            let scored: Vec<_> = scored.iter().map(|&(l, s)| (l, f64::from(s))).collect();
            let (mut order, mut pairs) = (0.0, 0.0);
            for (_, high) in scored.iter().filter(|(label, _)| *label) {
                for (_, low) in scored.iter().filter(|(label, _)| !*label) {
                    pairs += 1.0;
                    order += if high > low { 1.0 } else if high < low { 0.0 } else { 0.5 };
                }
            }
            let expected = (pairs > 0.0).then(|| order / pairs);
            let found = auc(&scored);
            prop_assert_eq!(found.is_some(), expected.is_some());
            prop_assert!(found.zip(expected).is_none_or(|(a, b)| close(a, b, 1e-9)));
        }

        #[test]
        fn no_threshold_beats_the_best(
            scored in prop::collection::vec((any::<bool>(), 0_u8..6), 1..40)
        ) {
            let scored: Vec<_> = scored.iter().map(|&(l, s)| (l, f64::from(s))).collect();
            let best = macro_f1(&scored, best_threshold(&scored));
            for threshold in [0.0, 1.0, 2.0, 3.0, 4.0, 5.0] {
                prop_assert!(macro_f1(&scored, threshold) <= best + 1e-12);
            }
        }
    }
}
