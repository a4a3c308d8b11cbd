//! The regularised incomplete beta function and its inverse.
//!
//! Press et al. (2007), *Numerical Recipes*, 3rd ed., section 6.4: the continued fraction by
//! Lentz's method. Inverse: the start of Carter (1947), Abramowitz & Stegun (1964) 26.5.22, then
//! Newton steps. Checked to 1e-10 against `SciPy`.

use std::f64::consts::TAU;

use super::gamma::{MAX_TERMS, away_from_zero, stirling_rest};
use super::{normal, root};

/// Where both parameters pass this, Carter's quantile is within 1e-9 of the true one and is taken
/// as it is.
const LARGE: f64 = 1e6;

/// The regularised incomplete beta function I(a, b; x), for `a, b > 0`, one of them at most 1e6,
/// and `0 <= x <= 1`.
pub(super) fn lower(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = density(a, b, x) * x * (1.0 - x);
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(a, b, x) / a
    } else {
        1.0 - front * fraction(b, a, 1.0 - x) / b
    }
}

/// The density of the beta distribution, the slope of I(a, b; x), for `0 < x < 1`.
fn density(a: f64, b: f64, x: f64) -> f64 {
    let n = a + b;
    let rest = stirling_rest(n) - stirling_rest(a) - stirling_rest(b);
    // each share against its own mean: the two logarithms are small where the density is not
    let off = (x * n - a) / a;
    let powers = a * off.ln_1p() + b * (-off * a / b).ln_1p();
    (a / TAU * (b / n)).sqrt() * (powers + rest).exp() / (x * (1.0 - x))
}

/// The continued fraction of I(a, b; x), without its leading factor; for `x` below the mean.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let mut above = 1.0;
    let mut below = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut product = below;
    for step in 1..MAX_TERMS {
        let m = step as f64;
        let at = a + 2.0 * m;
        let even = m * (b - m) * x / ((at - 1.0) * at);
        let odd = -(a + m) * (a + b + m) * x / (at * (at + 1.0));
        let mut change = 1.0;
        for numerator in [even, odd] {
            below = 1.0 / away_from_zero(1.0 + numerator * below);
            above = away_from_zero(1.0 + numerator / above);
            change = above * below;
            product *= change;
        }
        if (change - 1.0).abs() < 4.0 * f64::EPSILON {
            break;
        }
    }
    product
}

/// The `x` at which I(a, b; x) is `p`, for `a, b >= 1` and `0 < p < 1`.
pub(super) fn quantile(a: f64, b: f64, p: f64) -> f64 {
    let start = carter(a, b, p);
    if a > LARGE && b > LARGE {
        return start;
    }
    root::invert(p, start, (0.0, 1.0), |x| (lower(a, b, x), density(a, b, x)))
}

fn carter(a: f64, b: f64, p: f64) -> f64 {
    let z = -normal::quantile(p);
    let (of_a, of_b) = (1.0 / (2.0 * a - 1.0), 1.0 / (2.0 * b - 1.0));
    let mean = 2.0 / (of_a + of_b);
    let lambda = (z * z - 3.0) / 6.0;
    let half_log_odds = z * (mean + lambda).max(0.0).sqrt() / mean
        - (of_b - of_a) * (lambda + 5.0 / 6.0 - 2.0 / (3.0 * mean));
    1.0 / (1.0 + b / a * (2.0 * half_log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::close;

    #[test]
    fn lower_agrees_with_scipy() {
        let cases = [
            (0.5, 0.5, 0.3, 0.369_010_119_565_545_36),
            (2.0, 3.0, 0.4, 0.524_8),
            (30.0, 13.0, 0.7, 0.495_660_481_931_171_2),
            (1.0, 7.0, 0.1, 0.521_703_1),
            (500.0, 600.0, 0.46, 0.642_384_335_256_034_8),
            (5e5, 4e5, 0.5556, 0.533_779_781_371_544),
            (2.0, 3.0, 0.0, 0.0),
            (2.0, 3.0, 1.0, 1.0),
        ];
        for (a, b, x, expected) in cases {
            let found = lower(a, b, x);
            assert!(close(found, expected, 1e-10), "{a} {b} {x}: {found}");
        }
    }

    #[test]
    fn quantiles_agree_with_scipy() {
        let cases = [
            (42.0, 9.0, 0.025, 0.708_873_693_404_889_1),
            (43.0, 8.0, 0.975, 0.928_299_232_816_713_8),
            (1.0, 7.0, 0.975, 0.409_616_397_225_003_37),
            (7.0, 1.0, 0.025, 0.590_383_602_774_996_6),
            (500.0, 600.0, 0.975, 0.484_029_873_248_559_8),
            (2.0, 1e7, 0.025, 2.422_092_635_002_355e-8),
        ];
        for (a, b, p, expected) in cases {
            let found = quantile(a, b, p);
            assert!((found / expected - 1.0).abs() < 1e-10, "{a} {b} {p}: {found}");
        }
    }

    #[test]
    fn large_quantiles_are_within_their_bound() {
        let found = quantile(2e6, 3e6, 0.975);
        assert!(close(found, 0.400_429_444_418_347_16, 1e-9), "{found}");
    }

    #[test]
    fn quantiles_undo_the_function() {
        for (a, b) in [(1.0, 1.0), (1.0, 400.0), (3.0, 2.0), (70.0, 5.0), (1e6, 2e3)] {
            for p in [1e-6, 0.025, 0.5, 0.975, 0.999_999] {
                let back = lower(a, b, quantile(a, b, p));
                assert!((back - p).abs() < 1e-10, "{a} {b} {p}: {back}");
            }
        }
    }
}
