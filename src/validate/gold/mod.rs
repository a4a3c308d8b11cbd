//! Hand-coded text: what coders marked, from the forms in which it is passed around.
//!
//! Three forms: the codebook's JSON (an array of texts with `core` and `maybe` marks), JSON lines
//! with `spans`, and the offset files of shared tasks (article, technique, start, end) beside their
//! articles. All offsets are code points, end exclusive, as in Python.

mod codebook;
mod offsets;
mod spans;

use crate::text::Span;

pub use codebook::codebook;
pub use offsets::{articles_of, offsets};
pub use spans::spans;

/// A text that coders read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldText {
    /// What it is called.
    pub id: String,
    /// The text.
    pub text: String,
    /// What they marked, in the order of the text.
    pub marks: Vec<Mark>,
    /// Whether they called the whole text loaded or biased; `None` where they were not asked.
    pub loaded: Option<bool>,
}

/// A marked passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it was called; empty where marks have no names.
    pub labels: Vec<String>,
    /// Whether a finding is expected here. Elsewhere one is accepted: one coder of two marked it, or
    /// it is a weak cue that counts in company only.
    pub firm: bool,
}

/// The bytes of code points `start..end` of `text`; `None` where they are no passage of it.
fn span(text: &str, start: u64, end: u64) -> Option<Span> {
    let length = end.checked_sub(start).filter(|&length| length > 0)?;
    let mut places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let from = places.nth(usize::try_from(start).ok()?)?;
    let to = places.nth(usize::try_from(length - 1).ok()?)?;
    Some(Span::new(from, to))
}

/// A fault of a file of marks, as one sentence.
fn fault(place: &str, what: &str) -> String {
    format!("{place}: {what}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_become_bytes() {
        let text = "naïve pawns";
        assert_eq!(span(text, 0, 5).map(|span| span.of(text)), Some("naïve"));
        assert_eq!(span(text, 6, 11).map(|span| span.of(text)), Some("pawns"));
        for (start, end) in [(3, 3), (4, 2), (6, 12), (11, 12)] {
            assert_eq!(span(text, start, end), None, "{start}..{end}");
        }
    }
}
