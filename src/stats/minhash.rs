//! `MinHash`: sketches of sets from which the share of what two sets have in common is estimated.
//!
//! The Jaccard index is the size of the intersection over that of the union. Broder (1997), "On the
//! resemblance and containment of documents", *SEQUENCES '97*: the least of the hashed members of two
//! sets is the same with just that probability. Here one hash of each member serves for all
//! [`BINS`] places (Li, Owen & Zhang 2012, "One permutation hashing", *NIPS* 25); a bin that stays
//! empty takes the value of one drawn for it (Shrivastava 2017, "Optimal densification for fast and
//! accurate minwise hashing", *ICML* 34); and a place keeps 8 bits, which agree by chance once
//! in 256 (Li & König 2010, "b-bit minwise hashing", *WWW* 19). The standard error is at most
//! `sqrt(1/4 / 128)` = 0.044, at 0.8 it is 0.035.

/// Places of a sketch.
pub const BINS: usize = 128;

/// A set, hashed.
pub type Sketch = [u8; BINS];

/// Places that agree by chance, as a share.
const CHANCE: f64 = 1.0 / 256.0;

/// Mixes the bits of a number: the finaliser of `SplitMix64` (Steele, Lea & Flood 2014, *OOPSLA*).
pub const fn mix(mut bits: u64) -> u64 {
    bits ^= bits >> 30;
    bits = bits.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits ^= bits >> 27;
    bits = bits.wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

/// The sketch of a set of numbers, which may come more than once and need no mixing; `None` of none.
pub fn sketch(members: impl IntoIterator<Item = u64>) -> Option<Sketch> {
    let mut least = [u64::MAX; BINS];
    for member in members {
        let hash = mix(member);
        // The upper bits choose the bin, the others the order in it.
        let (bin, value) = ((hash >> 57) as usize, hash & (u64::MAX >> 7));
        least[bin] = least[bin].min(value);
    }
    if least.iter().all(|value| *value == u64::MAX) {
        return None;
    }
    Some(std::array::from_fn(|bin| {
        let (mut from, mut draw) = (bin, 0_u64);
        while least[from] == u64::MAX {
            draw += 1;
            from = (mix(bin as u64 ^ (draw << 8)) >> 57) as usize;
        }
        least[from] as u8
    }))
}

/// The Jaccard index of two sets, estimated from their sketches: 0 to 1.
pub fn resemblance(a: &Sketch, b: &Sketch) -> f64 {
    let same = a.iter().zip(b).filter(|(x, y)| x == y).count() as f64 / BINS as f64;
    ((same - CHANCE) / (1.0 - CHANCE)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::close;
    use proptest::prelude::*;

    #[test]
    fn the_estimate_is_right_on_average_and_as_exact_as_it_says() {
        for (common, size, error) in
            [(0, 2000, 0.05), (500, 1000, 0.15), (900, 1000, 0.12), (45, 50, 0.2)]
        {
            let exact = f64::from(common) / f64::from(2 * size - common);
            let runs = 100_u64;
            let mut sum = 0.0;
            for run in 0..runs {
                let set = |from: i32| {
                    sketch((from..from + size).map(|n| mix(run << 32 | n as u64))).unwrap()
                };
                let found = resemblance(&set(0), &set(size - common));
                assert!((found - exact).abs() < error, "{exact}: {found}");
                sum += found;
            }
            let mean = sum / runs as f64;
            assert!((mean - exact).abs() < 0.02, "{exact}: {mean}");
        }
    }

    #[test]
    fn an_empty_set_has_no_sketch() {
        assert_eq!(sketch([]), None);
        assert!(sketch([0]).is_some());
        assert_eq!(sketch([7]), sketch([7, 7]));
        let one = sketch([7]).unwrap();
        assert!(close(resemblance(&one, &one), 1.0, 1e-12));
    }

    proptest! {
        #[test]
        fn a_set_is_itself_in_any_order(mut set in prop::collection::vec(any::<u64>(), 1..300)) {
            let one = sketch(set.iter().copied()).unwrap();
            set.reverse();
            set.extend_from_within(..1);
            prop_assert_eq!(one, sketch(set).unwrap());
        }
    }
}
