//! The record of the passages of two texts that tell the same thing.

use schemars::JsonSchema;
use serde::Serialize;

use super::record::rounded;
use crate::compare::{Passage, Passages, Place};
use crate::lexicon::Lexicon;

/// What matches in two texts.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PassagesRecord<'a> {
    /// The headlines, where both texts have one, whatever they score.
    pub headlines: Option<PassageRecord<'a>>,
    /// Sentences, by their place in the first text.
    pub sentences: Vec<PassageRecord<'a>>,
    /// Paragraphs, by their place in the first text.
    pub paragraphs: Vec<PassageRecord<'a>>,
}

/// A passage of one text beside one of another.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PassageRecord<'a> {
    /// How alike they are, 0 to 1: cosine of what they speak of, weighted by rarity.
    pub score: f64,
    /// The words of each for what both speak of, what tells most first.
    pub shared: Vec<[&'a str; 2]>,
    /// That of the first text.
    pub a: PlaceRecord<'a>,
    /// That of the second.
    pub b: PlaceRecord<'a>,
}

/// A passage where it stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlaceRecord<'a> {
    /// Its paragraph, from 0.
    pub paragraph: u32,
    /// Code points before it.
    pub start_char: usize,
    /// Its words.
    pub text: &'a str,
    /// Its counted cues.
    pub cues: Vec<PassageCue<'a>>,
}

/// A cue in a passage.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PassageCue<'a> {
    /// Its words.
    pub text: &'a str,
    /// Bytes of the passage before it.
    pub start: usize,
    /// Its category.
    pub category: &'a str,
}

impl<'a> PassagesRecord<'a> {
    /// The record of `passages`.
    pub(super) fn of(lexicon: &'a Lexicon, passages: &'a Passages) -> Self {
        let all =
            |list: &'a [Passage]| list.iter().map(|p| PassageRecord::of(lexicon, p)).collect();
        Self {
            headlines: passages.headlines.as_ref().map(|p| PassageRecord::of(lexicon, p)),
            sentences: all(&passages.sentences),
            paragraphs: all(&passages.paragraphs),
        }
    }
}

impl<'a> PassageRecord<'a> {
    fn of(lexicon: &'a Lexicon, passage: &'a Passage) -> Self {
        Self {
            score: rounded(passage.score),
            shared: passage.shared_words().map(|(a, b)| [a, b]).collect(),
            a: PlaceRecord::of(lexicon, &passage.a),
            b: PlaceRecord::of(lexicon, &passage.b),
        }
    }
}

impl<'a> PlaceRecord<'a> {
    fn of(lexicon: &'a Lexicon, place: &'a Place) -> Self {
        let cue = |cue: &crate::compare::Cue| PassageCue {
            text: cue.span.of(&place.text),
            start: cue.span.start,
            category: &lexicon.category_at(cue.category).id,
        };
        Self {
            paragraph: place.paragraph,
            start_char: place.start_char,
            text: &place.text,
            cues: place.cues.iter().map(cue).collect(),
        }
    }
}
