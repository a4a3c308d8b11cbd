//! Passages of two texts that tell the same thing, side by side.

use serde::Serialize;

use crate::compare::{Passage, Passages, Place};
use crate::lexicon::Lexicon;

/// Pairs of sentences that are shown at most, the most alike.
const SHOWN: usize = 30;

/// What matches in two texts.
#[derive(Debug, Default, Serialize)]
pub(super) struct PassagesView<'a> {
    pairs: Vec<PairedView<'a>>,
    more: usize,
}

#[derive(Debug, Serialize)]
struct PairedView<'a> {
    headline: bool,
    score: String,
    shared: Vec<String>,
    cells: [Vec<PieceView<'a>>; 2],
}

/// A piece of a passage: plain words, or a cue.
#[derive(Debug, Serialize)]
struct PieceView<'a> {
    text: &'a str,
    /// The category of a cue, and its group.
    category: Option<&'a str>,
    group: &'static str,
}

impl<'a> PassagesView<'a> {
    /// The view of `passages`.
    pub(super) fn of(lexicon: &'a Lexicon, passages: &'a Passages) -> Self {
        let mut scores: Vec<f64> = passages.sentences.iter().map(|p| p.score).collect();
        scores.sort_by(|x, y| y.total_cmp(x));
        let least = scores.get(SHOWN - 1).copied().unwrap_or(0.0);
        let headlines = passages.headlines.iter().map(|p| PairedView::of(lexicon, p, true));
        let alike = passages.sentences.iter().filter(|passage| passage.score >= least);
        let alike = alike.map(|p| PairedView::of(lexicon, p, false));
        Self { pairs: headlines.chain(alike).collect(), more: scores.len().saturating_sub(SHOWN) }
    }
}

impl<'a> PairedView<'a> {
    fn of(lexicon: &'a Lexicon, passage: &'a Passage, headline: bool) -> Self {
        let shared = passage.shared_words().take(5);
        let shared = shared.map(|(a, b)| if a == b { a.to_owned() } else { format!("{a} = {b}") });
        Self {
            headline,
            score: format!("{:.2}", passage.score),
            shared: shared.collect(),
            cells: [pieces(lexicon, &passage.a), pieces(lexicon, &passage.b)],
        }
    }
}

/// The words of a passage, its cues apart.
fn pieces<'a>(lexicon: &'a Lexicon, place: &'a Place) -> Vec<PieceView<'a>> {
    let (mut pieces, mut at) = (Vec::new(), 0);
    let plain = |text| PieceView { text, category: None, group: "" };
    for cue in &place.cues {
        if cue.span.start < at {
            continue;
        }
        pieces.push(plain(&place.text[at..cue.span.start]));
        let category = lexicon.category_at(cue.category);
        pieces.push(PieceView {
            text: cue.span.of(&place.text),
            category: Some(&category.title),
            group: category.group.id,
        });
        at = cue.span.end;
    }
    pieces.push(plain(&place.text[at..]));
    pieces
}
