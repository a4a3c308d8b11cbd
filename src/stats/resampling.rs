//! How often to deal or draw anew, from which seed, on how many threads.
//!
//! Law: the same seed gives the same figures on any number of threads. Rounds are cut into chunks of a
//! fixed size, and each chunk has random numbers of its own.

use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::random::Random;

/// How a test resamples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resampling {
    /// Permutations of a test.
    pub permutations: u32,
    /// Resamples behind an interval.
    pub resamples: u32,
    /// The seed.
    pub seed: u64,
    /// Threads; 0 is one a core.
    pub threads: usize,
}

impl Default for Resampling {
    fn default() -> Self {
        Self { permutations: 9_999, resamples: 1_999, seed: 1, threads: 0 }
    }
}

/// Rounds of a chunk.
const CHUNK: usize = 128;

impl Resampling {
    /// Does `rounds` rounds: `work` gets a chunk of them with its random numbers, on any thread; what it
    /// gives comes back in order.
    pub(super) fn chunks<T: Send>(
        &self,
        rounds: usize,
        work: impl Fn(Range<usize>, &mut Random) -> T + Sync,
    ) -> Vec<T> {
        let chunks = rounds.div_ceil(CHUNK);
        let cores = || thread::available_parallelism().map_or(1, usize::from);
        let threads = if self.threads == 0 { cores() } else { self.threads }.min(chunks);
        let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(chunks)));
        let run = || {
            loop {
                let chunk = next.fetch_add(1, Ordering::Relaxed);
                if chunk >= chunks {
                    return;
                }
                let mut random = Random::new(self.seed ^ (chunk as u64) << 32);
                let made = work(chunk * CHUNK..rounds.min((chunk + 1) * CHUNK), &mut random);
                let mut done = done.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                done.push((chunk, made));
            }
        };
        thread::scope(|scope| {
            for _ in 1..threads {
                scope.spawn(run);
            }
            run();
        });
        let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        done.sort_by_key(|(chunk, _)| *chunk);
        done.into_iter().map(|(_, made)| made).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_change_nothing_and_rounds_are_done_once() {
        let of = |threads| {
            let plan = Resampling { threads, ..Resampling::default() };
            plan.chunks(1_000, |rounds, random| {
                rounds.map(|round| (round, random.below(1_000))).collect::<Vec<_>>()
            })
            .concat()
        };
        let one = of(1);
        assert_eq!(one, of(3));
        assert!(one.iter().map(|(round, _)| *round).eq(0..1_000));
    }
}
