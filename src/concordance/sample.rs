//! A random sample of lines, drawn while they come in: each gets a random number, and those with the
//! smallest are kept (bottom-k sampling, Cohen & Kaplan 2007, PODC). Every sample of that size is as likely
//! as another, a smaller one of the same seed lies in a larger, and no more lines are held than asked for.

use std::collections::BinaryHeap;

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};

use super::Line;

/// A sample under way.
#[derive(Debug)]
pub(super) struct Sample {
    size: usize,
    random: Xoshiro256PlusPlus,
    /// The lines with the smallest numbers, the largest of these on top.
    drawn: BinaryHeap<Drawn>,
}

/// A line and its random number.
#[derive(Debug)]
struct Drawn(u64, Line);

impl Sample {
    /// An empty sample.
    pub(super) fn new(size: usize, seed: u64) -> Self {
        let random = Xoshiro256PlusPlus::seed_from_u64(seed);
        Self { size, random, drawn: BinaryHeap::new() }
    }

    /// Offers the next line.
    pub(super) fn add(&mut self, line: Line) {
        self.drawn.push(Drawn(self.random.next_u64(), line));
        if self.drawn.len() > self.size {
            self.drawn.pop();
        }
    }

    /// The lines drawn, in no order.
    pub(super) fn lines(self) -> Vec<Line> {
        self.drawn.into_iter().map(|Drawn(_, line)| line).collect()
    }
}

impl Drawn {
    /// Lines of equal numbers are told apart by their place.
    const fn key(&self) -> (u64, u64) {
        (self.0, self.1.number)
    }
}

impl PartialEq for Drawn {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Drawn {}

impl PartialOrd for Drawn {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Drawn {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}
