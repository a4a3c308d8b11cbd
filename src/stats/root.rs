//! Solving `cdf(x) = p`: Newton's method kept inside a bracket.
//!
//! Press, Teukolsky, Vetterling & Flannery (2007), *Numerical Recipes*, 3rd ed., section 9.4
//! (`rtsafe`): a step that would leave the bracket is replaced by a halving (or, while the bracket
//! has no upper end, by a doubling), so the search ends for any increasing function.

const MAX_STEPS: usize = 200;

/// A relative step this small ends the search: the next Newton step would be its square.
const CLOSE: f64 = 1e-12;

/// The `x` within `low..high` where an increasing function reaches `p`, starting from `start`.
///
/// `cdf` gives the value and the slope at a point; `high` may be infinite.
pub(super) fn invert(
    p: f64,
    start: f64,
    (mut low, mut high): (f64, f64),
    cdf: impl Fn(f64) -> (f64, f64),
) -> f64 {
    let mut x = start;
    for _ in 0..MAX_STEPS {
        let (value, slope) = cdf(x);
        if value < p {
            low = x;
        } else {
            high = x;
        }
        let step = x - (value - p) / slope;
        if (step - x).abs() <= CLOSE * x {
            return step;
        }
        x = if step > low && step < high {
            step
        } else if high.is_finite() {
            f64::midpoint(low, high)
        } else {
            2.0 * x
        };
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::close;

    #[test]
    fn finds_a_root_by_newton_steps() {
        let root = invert(2.0, 1.0, (0.0, f64::INFINITY), |x| (x * x, 2.0 * x));
        assert!(close(root, 2f64.sqrt(), 1e-14), "{root}");
    }

    #[test]
    fn halves_and_doubles_where_newton_cannot_step() {
        let flat = |x: f64| (x, 0.0);
        for (p, high) in [(0.3, 1.0), (700.0, f64::INFINITY)] {
            let root = invert(p, 0.9, (0.0, high), flat);
            assert!(close(root, p, 1e-12), "{p}: {root}");
        }
    }
}
