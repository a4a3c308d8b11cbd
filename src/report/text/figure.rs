//! Figures of counts, in words and cells.

use crate::profile::{Counts, Measure};
use crate::report::wording::figure;
use crate::stats::Interval;

/// A measure of `counts`.
pub(super) fn measured(measure: &Measure, counts: &Counts) -> String {
    figure((measure.value)(counts), measure.decimals)
}

/// "24.9 to 55.8"; a dash where there is none.
pub(super) fn range(interval: Option<Interval>, decimals: usize) -> String {
    let end = |value| figure(Some(value), decimals);
    interval
        .map_or_else(|| figure(None, decimals), |i| format!("{} to {}", end(i.low), end(i.high)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_an_interval() {
        assert_eq!(range(Some(Interval { low: 24.86, high: 55.8 }), 1), "24.9 to 55.8");
        assert_eq!(range(None, 1), "–");
    }
}
