//! `repetition`: a phrase of two content words or more, three times or more, close together.
//!
//! Each place is a finding. Names are no figure: the words stand in small letters. Three places must
//! lie within [`WINDOW`] tokens of each other: a subject that a long text comes back to is no figure.

use super::words::Words;
use super::{Detector, Place};
use crate::lexicon::{Figure, Given};

pub(super) const DETECTOR: Detector = Detector { name: "repetition", run };

/// Places that make the figure.
const LEAST: usize = 3;
/// Tokens within which three places lie.
const WINDOW: usize = 50;
/// Counters of words, at most: more would not stay at hand.
const COUNTERS: usize = 1 << 18;
/// Letters of a content word.
const LETTERS: usize = 3;

fn run(words: &Words<'_>, figure: &Figure) -> Vec<Place> {
    let other = figure.list("except") | figure.given(Given::Function);
    // Words that stand three times by their hashes; strangers may share a counter.
    let size = words.len().next_power_of_two().clamp(64, COUNTERS);
    let mut counts = vec![0_u8; size];
    let slot = |at: usize| words.hash(at) as usize & (size - 1);
    let content = |at: usize| !words.is(at, other);
    for at in (0..words.len()).filter(|&at| content(at)) {
        counts[slot(at)] = counts[slot(at)].saturating_add(1);
    }
    let often = |at: usize| content(at) && usize::from(counts[slot(at)]) >= LEAST;
    let mut pairs: Vec<(u64, usize)> = Vec::new();
    let mut before = false;
    for at in 0..words.len() {
        let now = often(at);
        if now && before && is_pair(words, at) {
            let key = u64::from(words.hash(at - 1)) << 32 | u64::from(words.hash(at));
            pairs.push((key, at - 1));
        }
        before = now;
    }
    places(words, pairs)
}

/// Whether the token at `at` and the one before it are two content words of one phrase.
fn is_pair(words: &Words<'_>, at: usize) -> bool {
    let fits =
        |at: usize| words.is_common(at) && words.is_whole(at) && words.text(at).len() >= LETTERS;
    words.gap(at).passes_phrase() && !words.gap(at).may_end_sentence() && fits(at - 1) && fits(at)
}

/// The places of the pairs that stand often and close enough; neighbouring ones are one.
fn places(words: &Words<'_>, mut pairs: Vec<(u64, usize)>) -> Vec<Place> {
    pairs.sort_unstable();
    let mut starts: Vec<usize> = Vec::new();
    for same in pairs.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() >= LEAST) {
        let close = |at: usize| {
            let from = at.saturating_sub(LEAST - 1);
            (from..=at).any(|from| {
                same.get(from + LEAST - 1).is_some_and(|last| last.1 - same[from].1 <= WINDOW)
            })
        };
        let real = |at: usize| {
            words.same(same[0].1, same[at].1) && words.same(same[0].1 + 1, same[at].1 + 1)
        };
        starts.extend((0..same.len()).filter(|&at| close(at) && real(at)).map(|at| same[at].1));
    }
    starts.sort_unstable();
    let mut found: Vec<Place> = Vec::new();
    let mut sentence = 0;
    for first in starts {
        sentence = words.sentence_at(first, sentence);
        if first + 1 >= words.sentence_end(sentence) {
            continue;
        }
        match found.last_mut().filter(|place| place.sentence == sentence && place.last >= first) {
            Some(place) => place.last = first + 1,
            None => found.push(Place { first, last: first + 1, sentence }),
        }
    }
    found
}
