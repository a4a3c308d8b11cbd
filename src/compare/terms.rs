//! The words and the two- and three-word phrases that stand in enough units of a comparison.
//!
//! A phrase can stand in enough units only if the two phrases one word shorter, which overlap in it, do
//! (Agrawal & Srikant 1994, the Apriori rule), so that longer ones are looked for only where shorter ones
//! were kept. They are counted twice: first in a fixed array of 4 million counters, which phrases share
//! by a hash; then, exactly, those whose counter says that they may be enough. So no more is
//! ever held than the phrases that may be enough, 24 bytes each, and besides the texts 4 bytes a
//! word and length while terms are looked for.

use std::collections::HashMap;

use super::vocabulary::Vocabulary;

/// Words of the longest phrase.
pub(super) const LONGEST: usize = 3;

/// Where no kept term starts.
const NONE: u32 = u32::MAX;

/// Counters of the first count; a power of two.
const COUNTERS: usize = 1 << 22;

/// The terms of one length.
#[derive(Debug, Default)]
pub(super) struct Level {
    /// By place of the stream: the term that starts there, or [`NONE`].
    starts: Vec<u32>,
    /// By term: where it stands first.
    pub first: Vec<usize>,
    /// By term: how many units have it.
    pub units: Vec<u32>,
    /// By term: the terms one word shorter at its start and at its end.
    pub parts: Vec<[u32; 2]>,
}

impl Level {
    /// The term that starts at a place.
    pub(super) fn at(&self, place: usize) -> Option<u32> {
        self.starts.get(place).copied().filter(|term| *term != NONE)
    }

    /// The words that stand in `least` of `units` or more.
    fn words(vocabulary: &Vocabulary, units: &[u32], least: u32) -> Self {
        let mut seen = vec![(0_u32, NONE); vocabulary.forms()];
        for &unit in units {
            for word in vocabulary.range(unit).filter_map(|at| vocabulary.word(at)) {
                let (count, last) = &mut seen[word as usize];
                *count += u32::from(*last != unit);
                *last = unit;
            }
        }
        let mut level = Self::empty(vocabulary);
        let mut terms = vec![NONE; seen.len()];
        for &unit in units {
            for at in vocabulary.range(unit) {
                let Some(word) = vocabulary.word(at).map(|word| word as usize) else { continue };
                if seen[word].0 >= least && terms[word] == NONE {
                    terms[word] = level.take(at, seen[word].0, [NONE; 2]);
                }
                level.starts[at] = terms[word];
            }
        }
        level
    }

    /// The phrases one word longer that stand in `least` of `units` or more.
    fn longer(&self, vocabulary: &Vocabulary, units: &[u32], least: u32) -> Self {
        let pairs = |unit: u32| {
            let range = vocabulary.range(unit);
            (range.start..range.end.saturating_sub(1))
                .filter_map(|at| Some((at, [self.at(at)?, self.at(at + 1)?])))
        };
        let mut counters = vec![0_u16; COUNTERS];
        for (_, pair) in units.iter().flat_map(|&unit| pairs(unit)) {
            let counter = &mut counters[slot(pair)];
            *counter = counter.saturating_add(1);
        }
        let may = u16::try_from(least).unwrap_or(u16::MAX);
        let mut seen: HashMap<[u32; 2], (u32, u32)> = HashMap::new();
        for &unit in units {
            for (_, pair) in pairs(unit).filter(|(_, pair)| counters[slot(*pair)] >= may) {
                let (count, last) = seen.entry(pair).or_insert((0, NONE));
                *count += u32::from(*last != unit);
                *last = unit;
            }
        }
        seen.retain(|_, (count, _)| *count >= least);
        let mut level = Self::empty(vocabulary);
        // from here on the second number is the term's
        seen.values_mut().for_each(|(_, term)| *term = NONE);
        for &unit in units {
            for (at, pair) in pairs(unit) {
                let Some((count, term)) = seen.get_mut(&pair) else { continue };
                if *term == NONE {
                    *term = level.take(at, *count, pair);
                }
                level.starts[at] = *term;
            }
        }
        level
    }

    fn empty(vocabulary: &Vocabulary) -> Self {
        Self { starts: vec![NONE; vocabulary.length()], ..Self::default() }
    }

    /// Takes a new term, which stands first at `place`.
    fn take(&mut self, place: usize, units: u32, parts: [u32; 2]) -> u32 {
        self.first.push(place);
        self.units.push(units);
        self.parts.push(parts);
        self.first.len() as u32 - 1
    }
}

/// The terms that stand in `least` of `units` or more: words, pairs, threes. They are numbered as they
/// are met, so that the same texts give the same numbers.
pub(super) fn terms(vocabulary: &Vocabulary, units: &[u32], least: u32) -> Vec<Level> {
    let mut levels = vec![Level::words(vocabulary, units, least)];
    for length in 1..LONGEST {
        let longer = levels[length - 1].longer(vocabulary, units, least);
        levels.push(longer);
    }
    levels
}

/// The counter of a phrase (Steele, Lea & Flood 2014, the mixing of splitmix64).
fn slot([first, second]: [u32; 2]) -> usize {
    let mut hash = u64::from(first) << 32 | u64::from(second);
    hash = (hash ^ hash >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ hash >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    (hash ^ hash >> 31) as usize & (COUNTERS - 1)
}
