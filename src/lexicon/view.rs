//! One sentence, as the matcher reads it.

use super::vocabulary::{Symbol, WordId};
use crate::text::Token;

/// The tokens of one sentence.
pub(super) struct View<'a> {
    pub(super) source: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) symbols: &'a [Symbol],
    /// The words of the sentence.
    pub(super) words: WordSet,
}

/// A set of words, a bit for each of a thousand classes: it may hold more than was put in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct WordSet([u64; 16]);

impl WordSet {
    pub(super) fn add(&mut self, word: WordId) {
        self.0[word as usize / 64 % 16] |= 1 << (word % 64);
    }

    /// Whether the word may be one of the set.
    pub(super) fn may_hold(&self, word: WordId) -> bool {
        self.0[word as usize / 64 % 16] & (1 << (word % 64)) != 0
    }
}

impl WordSet {
    /// Whether the two may have a word in common.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).any(|(a, b)| a & b != 0)
    }
}

impl<'a> View<'a> {
    pub(super) fn of(source: &'a str, tokens: &'a [Token], symbols: &'a [Symbol]) -> Self {
        let mut words = WordSet::default();
        // What needs no word holds in every sentence.
        words.add(0);
        for symbol in symbols {
            words.add(symbol.id);
            words.add(symbol.base);
        }
        Self { source, tokens, symbols, words }
    }

    /// Whether a word as a reader counts them ends with token `at`.
    pub(super) fn ends_word(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_none_or(|next| next.starts_word())
    }
}
