//! Found against true: precision, recall and F1.
//!
//! van Rijsbergen (1979), *Information Retrieval*, ch. 7: F1 is the harmonic mean of the two.

/// The harmonic mean of precision and recall (each 0 to 1); 0 where both are 0.
pub fn f1(precision: f64, recall: f64) -> f64 {
    let sum = precision + recall;
    if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 }
}

/// Precision, recall and F1, each 0 to 1, of `hits` found and true, `false_alarms` found and not
/// true, and `misses` true and not found. A share of nothing is 0.
pub fn accuracy(hits: u64, false_alarms: u64, misses: u64) -> [f64; 3] {
    let share = |of: u64| if of == 0 { 0.0 } else { hits as f64 / of as f64 };
    let (precision, recall) = (share(hits + false_alarms), share(hits + misses));
    [precision, recall, f1(precision, recall)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::close;

    #[test]
    fn vectors() {
        let [precision, recall, f1] = accuracy(6, 2, 4);
        assert!(close(precision, 0.75, 1e-12) && close(recall, 0.6, 1e-12));
        assert!(close(f1, 2.0 / 3.0, 1e-12), "2 * 6 / (2 * 6 + 2 + 4)");
        for ((hits, alarms, misses), all) in [((0, 0, 0), 0.0), ((0, 3, 3), 0.0), ((5, 0, 0), 1.0)]
        {
            let shares = accuracy(hits, alarms, misses);
            assert!(shares.iter().all(|&share| close(share, all, 1e-12)), "{shares:?}");
        }
    }
}
