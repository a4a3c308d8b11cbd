//! Quantiles of the standard normal distribution.
//!
//! Wichura (1988), "Algorithm AS 241: The percentage points of the normal distribution", *Applied
//! Statistics* 37: the short form `PPND7`, relative error about 1e-7. Enough for what it is used
//! for, the start of a search and the corrections to very large counts.

const CENTRE: f64 = 0.425;
const FAR: f64 = 5.0;

/// The `z` below which a standard normal variable falls with probability `p`, `0 < p < 1`.
pub(super) fn quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= CENTRE {
        let r = CENTRE * CENTRE - q * q;
        let top = [3.387_132_717_9, 50.434_271_938, 159.291_132_02, 59.109_374_72];
        return q * polynomial(&top, r)
            / polynomial(&[1.0, 17.895_169_469, 78.757_757_664, 67.187_563_6], r);
    }
    let r = (-p.min(1.0 - p).ln()).sqrt();
    let size = if r <= FAR {
        let r = r - 1.6;
        let top = [1.423_437_277_7, 2.756_815_39, 1.306_728_481_6, 0.170_238_211_03];
        polynomial(&top, r) / polynomial(&[1.0, 0.737_001_642_5, 0.120_211_329_75], r)
    } else {
        let r = r - FAR;
        let top = [6.657_905_115, 3.081_226_386, 0.428_682_943_37, 0.017_337_203_997];
        polynomial(&top, r) / polynomial(&[1.0, 0.241_978_942_25, 0.012_258_202_635], r)
    };
    size.copysign(q)
}

/// `c[0] + c[1] x + c[2] x^2 + ...` by Horner's rule.
fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{Z, close};

    #[test]
    fn quantiles_agree_with_tables() {
        let cases = [
            (1e-12, -7.034_483_825_301_131),
            (1e-5, -4.264_890_793_922_825),
            (0.025, -Z),
            (0.3, -0.524_400_512_708_040_9),
            (0.5, 0.0),
            (0.975, Z),
        ];
        for (p, expected) in cases {
            assert!(close(quantile(p), expected, 2e-7), "{p}: {}", quantile(p));
        }
    }
}
