//! Matched passages: sentences and paragraphs of two texts that tell the same thing.
//!
//! Two passages are as alike as what they speak of (`features`), weighted by rarity (`likeness`). Of all
//! pairs that score at least [`LEAST`], those are matched, one to one, whose scores above it sum
//! to most. Headlines are matched with each other alone, whatever they score; headings with nothing.
//!
//! Laws: no passage is in two pairs of a list; scores are from 0 to 1; what is given owns its text.

mod features;
mod likeness;
mod side;

use crate::analysis::Analysis;
use crate::lexicon::Lexicon;
use crate::text::Span;
use features::Features;
use side::{Side, Unit, matched};

/// The least score of a match. Read by hand in articles of three papers on each of 242 events: of the
/// pairs that score from 0.2 to 0.26 nine in ten tell the same thing, above 0.3 as good as all; in 726
/// pairs of articles on different events one sentence matches. The longer two texts are, the more of
/// their sentences find a chance partner: of 2,100 against as many on other things, 300.
pub const LEAST: f64 = 0.2;

/// What matches in two texts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Passages {
    /// The headlines, where both texts have one, whatever they score.
    pub headlines: Option<Passage>,
    /// Sentences, by their place in the first text.
    pub sentences: Vec<Passage>,
    /// Paragraphs, by their place in the first text.
    pub paragraphs: Vec<Passage>,
}

/// A passage of one text beside one of another.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// That of the first text.
    pub a: Place,
    /// That of the second.
    pub b: Place,
    /// How alike they are, 0 to 1.
    pub score: f64,
    /// What both speak of, what tells most first.
    pub shared: Vec<Shared>,
}

/// A passage where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its paragraph, as an index into the document's.
    pub paragraph: u32,
    /// Its first sentence, as an index into the document's.
    pub sentence: u32,
    /// Its bytes in the source.
    pub span: Span,
    /// Code points of the source before it.
    pub start_char: usize,
    /// Its words.
    pub text: String,
    /// Its counted cues, in order.
    pub cues: Vec<Cue>,
}

/// A cue in a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// Its index among the findings of the analysis.
    pub finding: u32,
    /// Its category, as an index into the lexicon's.
    pub category: u32,
    /// Its entry, as an index into the lexicon's.
    pub entry: u32,
    /// Its bytes in the text of the passage.
    pub span: Span,
}

/// Something that both passages speak of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shared {
    /// Its first words in the first passage's text.
    pub a: Span,
    /// Its first words in the second's.
    pub b: Span,
    /// Its part of the score.
    pub part: f64,
}

impl Passage {
    /// The words for what both speak of, of each side.
    pub fn shared_words(&self) -> impl Iterator<Item = (&str, &str)> {
        self.shared.iter().map(|shared| (shared.a.of(&self.a.text), shared.b.of(&self.b.text)))
    }
}

/// What matches in `a` and `b`, which were read with `lexicon`.
pub fn passages(a: &Analysis, b: &Analysis, lexicon: &Lexicon) -> Passages {
    let mut features = Features::default();
    let (in_a, in_b) = (features.of(a, lexicon), features.of(b, lexicon));
    let of = |unit, least| {
        let sides = (Side::new(a, &in_a, unit), Side::new(b, &in_b, unit));
        matched(&sides.0, &sides.1, features.len(), least)
    };
    Passages {
        headlines: of(Unit::Headline, None).pop(),
        sentences: of(Unit::Sentence, Some(LEAST)),
        paragraphs: of(Unit::Paragraph, Some(LEAST)),
    }
}

#[cfg(test)]
mod tests;
