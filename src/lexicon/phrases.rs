//! Phrases: plain wordings looked for by the matcher's rules, without a category.

use super::compile::compile_phrases;
use super::file::Inflect;
use super::matcher::Matcher;
use crate::text::{Document, Span};

/// Phrases, ready to be looked for.
#[derive(Debug)]
pub struct Phrases {
    matcher: Matcher,
}

impl Phrases {
    /// Prepares phrases and their inflection; one that holds no word is never found.
    pub fn new(phrases: &[(&str, Inflect)]) -> Self {
        Self { matcher: compile_phrases(phrases) }
    }

    /// Where they stand, each found by itself: its number, its place, its sentence.
    pub fn find(&self, document: &Document) -> Vec<(u32, Span, u32)> {
        let tokens = &document.tokens;
        let matches = self.matcher.matches(document).hits.into_iter();
        let place = |first: u32, last: u32| {
            Span::new(tokens[first as usize].start as usize, tokens[last as usize].end as usize)
        };
        matches.map(|hit| (hit.entry, place(hit.first, hit.last), hit.sentence)).collect()
    }
}
