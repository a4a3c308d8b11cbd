//! Random numbers for resampling: xoshiro256++ (Blackman & Vigna 2021, *ACM TOMS* 47), so that the
//! same seed gives the same result on every machine and in every version.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};

/// A stream of random numbers.
#[derive(Debug, Clone)]
pub(super) struct Random(Xoshiro256PlusPlus);

impl Random {
    /// The stream of a seed.
    pub(super) fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// A number from 0 to below `limit`: the high half of a wide product (Lemire 2019), whose bias,
    /// at most `limit` in 2^64, no resampling can see. 0 where the limit is 0.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.0.next_u64()) * limit as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_numbers_it_always_gave() {
        let mut random = Random::new(1);
        let numbers: Vec<_> = (0..8).map(|_| random.below(100)).collect();
        assert_eq!(numbers, [81, 74, 10, 74, 18, 59, 98, 52]);
    }

    #[test]
    fn every_number_below_the_limit_is_met_about_as_often() {
        let (mut random, mut seen) = (Random::new(7), [0_u32; 6]);
        (0..60_000).for_each(|_| seen[random.below(6)] += 1);
        assert!(seen.iter().all(|count| (9_600..10_400).contains(count)), "{seen:?}");
        assert_eq!(random.below(0), 0);
        assert_eq!(random.below(1), 0);
    }
}
