//! Shares (of sentences, of paragraphs) and how sure they are.
//!
//! Wilson (1927), "Probable inference, the law of succession, and statistical inference", *JASA*
//! 22, which keeps near 95 % for shares near 0 and 1; and the exact interval of Clopper & Pearson
//! (1934), *Biometrika* 26, which never falls below 95 %. Shown beside a share: Wilson's.

use super::{Interval, TAIL, Z, beta};

/// Wilson's 95 % interval of the share `hits / of`; `None` of nothing, or where `hits` passes `of`.
pub fn wilson(hits: u64, of: u64) -> Option<Interval> {
    if of == 0 || hits > of {
        return None;
    }
    let n = of as f64;
    let share = hits as f64 / n;
    let squeeze = 1.0 + Z * Z / n;
    let centre = share + Z * Z / (2.0 * n);
    let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    Some(Interval {
        low: if hits == 0 { 0.0 } else { (centre - half) / squeeze },
        high: if hits == of { 1.0 } else { (centre + half) / squeeze },
    })
}

/// The exact (Clopper-Pearson) 95 % interval of the share `hits / of`; `None` as for [`wilson`].
pub fn clopper_pearson(hits: u64, of: u64) -> Option<Interval> {
    if of == 0 || hits > of {
        return None;
    }
    let rest = of - hits;
    if hits > rest {
        // the mirror image: a share near 1 has fewer digits than one near 0
        return clopper_pearson(rest, of)
            .map(|e| Interval { low: 1.0 - e.high, high: 1.0 - e.low });
    }
    if hits == 0 {
        // the quantile is a power: 1 - high = TAIL^(1/n)
        return Some(Interval { low: 0.0, high: -(TAIL.ln() / of as f64).exp_m1() });
    }
    let (yes, no) = (hits as f64, rest as f64);
    Some(Interval {
        low: beta::quantile(yes, no + 1.0, TAIL),
        high: beta::quantile(yes + 1.0, no, 1.0 - TAIL),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::close;

    #[test]
    fn wilson_vectors() {
        let cases = [
            (42, 50, 0.714_857_839_369_650_1, 0.916_625_793_219_666),
            (0, 50, 0.0, 0.071_347_599_133_358_72),
            (50, 50, 0.928_652_400_866_641_2, 1.0),
            (1, 10, 0.017_876_213_095_072_896, 0.404_150_026_795_238_5),
        ];
        for (hits, of, low, high) in cases {
            let found = wilson(hits, of).unwrap();
            assert!(close(found.low, low, 1e-10), "{hits}/{of}: {found:?}");
            assert!(close(found.high, high, 1e-10), "{hits}/{of}: {found:?}");
        }
    }

    #[test]
    fn clopper_pearson_vectors() {
        let cases = [
            (42, 50, 0.708_873_693_404_884_2, 0.928_299_232_816_715_1),
            (0, 50, 0.0, 0.071_121_736_464_204_58),
            (50, 50, 0.928_878_263_535_795_4, 1.0),
            (1, 10, 0.002_528_578_544_462_572_8, 0.445_016_117_028_195_43),
        ];
        for (hits, of, low, high) in cases {
            let found = clopper_pearson(hits, of).unwrap();
            assert!(close(found.low, low, 1e-10), "{hits}/{of}: {found:?}");
            assert!(close(found.high, high, 1e-10), "{hits}/{of}: {found:?}");
        }
    }

    #[test]
    fn shares_that_are_none_have_no_interval() {
        for (hits, of) in [(0, 0), (1, 0), (3, 2), (u64::MAX, 1)] {
            assert_eq!(wilson(hits, of), None);
            assert_eq!(clopper_pearson(hits, of), None);
        }
    }

    #[test]
    fn both_hold_the_share_and_stay_within_0_and_1() {
        let big = u64::MAX;
        let cases = [(0, 1), (1, 1), (1, big), (big - 1, big), (big / 2, big), (0, big), (7, 9)];
        for (hits, of) in cases {
            let share = hits as f64 / of as f64;
            for Interval { low, high } in
                [wilson(hits, of).unwrap(), clopper_pearson(hits, of).unwrap()]
            {
                assert!(0.0 <= low && low <= share, "{hits}/{of}: {low}");
                assert!(share <= high && high <= 1.0, "{hits}/{of}: {high}");
            }
        }
    }
}
