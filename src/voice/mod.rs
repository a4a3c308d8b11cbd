//! Voice: whose words a passage is in.
//!
//! Read so far from quotation marks alone: words inside a quotation are `quoted`, a short fragment
//! in a sentence where nobody is said to speak is `scare`, all else is `author`. Words that introduce
//! speech come from the lexicon's categories of the role `reporting`, none from code.
//! Law: every word of a paragraph has exactly one voice, and the counts by voice sum to its words.

use crate::lexicon::{Lexicon, Matches, Role};
use crate::text::{Close, Document, Span};

/// Whose words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// The text's own.
    Author,
    /// Somebody's, inside quotation marks.
    Quoted,
    /// A fragment in quotation marks with no speaker in its sentence.
    Scare,
}

/// All voices, in the order of outputs.
pub const VOICES: &[Voice] = &[Voice::Author, Voice::Quoted, Voice::Scare];

impl Voice {
    /// The name in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Quoted => "quoted",
            Self::Scare => "scare",
        }
    }
}

/// The voices of a document.
#[derive(Debug, Default)]
pub struct Voices {
    regions: Vec<Region>,
    /// The entry that found each scare quote, by quotation.
    scares: Vec<(usize, u32)>,
}

/// An outermost quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Region {
    inner: Span,
    voice: Voice,
}

impl Voices {
    /// Finds the voices of `document`.
    pub fn find(document: &Document, lexicon: &Lexicon, matches: &Matches) -> Self {
        let speech = speech(document, lexicon, matches);
        let mut voices = Self::default();
        // Marks inside a quotation are the quoted speaker's.
        let outermost = document.quotations.iter().enumerate().filter(|(_, q)| q.depth == 0);
        for (index, quotation) in outermost {
            let scare = scare_entry(document, lexicon, matches, index, &speech);
            voices.scares.extend(scare.map(|entry| (index, entry)));
            let voice = if scare.is_some() { Voice::Scare } else { Voice::Quoted };
            voices.regions.push(Region { inner: quotation.inner, voice });
        }
        voices
    }

    /// The voice of a passage: that of the quotation in which it lies whole, else the author's.
    pub fn of(&self, span: Span) -> Voice {
        let next = self.regions.partition_point(|region| region.inner.start <= span.start);
        match next.checked_sub(1).map(|last| self.regions[last]) {
            Some(region) if region.inner.covers(span) => region.voice,
            _ => Voice::Author,
        }
    }

    /// The scare quotes: the quotation, and the entry that stands for it.
    pub fn scare_quotes(&self) -> &[(usize, u32)] {
        &self.scares
    }

    /// The words of the tokens `from..to` by voice, in the order of [`VOICES`].
    pub fn words(&self, document: &Document, from: u32, to: u32) -> [u32; VOICES.len()] {
        let mut words = [0; VOICES.len()];
        let tokens = &document.tokens[from as usize..to as usize];
        let Some(start) = tokens.first().map(|token| token.start as usize) else { return words };
        let mut regions = self.regions
            [self.regions.partition_point(|region| region.inner.end <= start)..]
            .iter()
            .peekable();
        for token in tokens.iter().filter(|token| token.starts_word()) {
            let at = token.start as usize;
            while regions.peek().is_some_and(|region| region.inner.end <= at) {
                regions.next();
            }
            let voice = match regions.peek() {
                Some(region) if region.inner.start <= at => region.voice,
                _ => Voice::Author,
            };
            words[voice as usize] += 1;
        }
        words
    }
}

/// The places in the text of words that introduce speech: (sentence, start of the word).
fn speech(document: &Document, lexicon: &Lexicon, matches: &Matches) -> Vec<(u32, usize)> {
    let reports = |entry: u32| lexicon.category(lexicon.entry(entry)).role == Some(Role::Reporting);
    let hits = matches.hits.iter().filter(|hit| reports(hit.entry));
    hits.map(|hit| (hit.sentence, document.tokens[hit.first as usize].start as usize)).collect()
}

/// The entry under which quotation `index` is a scare quote, if it is one. It has both its marks:
/// one that is left open or runs on is no fragment.
fn scare_entry(
    document: &Document,
    lexicon: &Lexicon,
    matches: &Matches,
    index: usize,
    speech: &[(u32, usize)],
) -> Option<u32> {
    let quotation = &document.quotations[index];
    let (first, last) = document.tokens_in(quotation.inner)?;
    let sentence = document.sentence_of(document.tokens[first as usize].start as usize)?;
    let from = speech.partition_point(|&(at, _)| (at as usize) < sentence);
    let spoken = speech[from..]
        .iter()
        .take_while(|&&(at, _)| at as usize == sentence)
        .any(|&(_, start)| !quotation.span.covers(Span::new(start, start + 1)));
    if quotation.close != Close::Marked || is_name(document, first, last) {
        return None;
    }
    lexicon.scare_quotes().iter().copied().find(|&entry| {
        let category = lexicon.category(lexicon.entry(entry));
        let words = category.scare_words.unwrap_or(0);
        let named = first.checked_sub(1).is_some_and(|before| {
            let from = matches.hits.partition_point(|hit| (hit.sentence as usize) < sentence);
            matches.hits[from..].iter().take_while(|hit| hit.sentence as usize == sentence).any(
                |hit| {
                    hit.last == before
                        && lexicon.entry(hit.entry).category == lexicon.entry(entry).category
                },
            )
        });
        let short = quotation.words <= words && !spoken;
        (short || (named && quotation.words <= 3 * words))
            && quotation.words > 0
            && lexicon.allows(entry, document, (first, last))
    })
}

/// Whether two words or more stand in capitals as in a title or a name: "Captain Marvel".
fn is_name(document: &Document, first: u32, last: u32) -> bool {
    let small = ["a", "an", "and", "for", "in", "of", "on", "the", "to"];
    let capital = |token: &crate::text::Token| {
        let word = token.span().of(&document.source);
        small.contains(&word) || !word.starts_with(char::is_lowercase)
    };
    first < last && document.tokens[first as usize..=last as usize].iter().all(capital)
}
