//! A cue in its sentence, for lists that people read.

use crate::text::{Document, Span};

/// Code points kept on either side of the cue.
const REACH: usize = 70;

/// The sentence around `span`, on one line, cut to 70 code points on either side, the cue in brackets.
pub(super) fn excerpt(document: &Document, span: Span) -> String {
    let source = &document.source;
    let sentence = document.sentence_of(span.start).map(|at| document.sentences[at].span);
    let sentence = sentence.unwrap_or(span);
    let (from, to) = (sentence.start.min(span.start), sentence.end.max(span.end));
    cut(&source[from..to], Span::new(span.start - from, span.end - from))
}

/// `sentence` on one line, cut to 70 code points on either side of `span`, which is in brackets.
pub(super) fn cut(sentence: &str, span: Span) -> String {
    let (before, after) = (&sentence[..span.start], &sentence[span.end..]);
    let cut = before.char_indices().rev().nth(REACH).map_or(0, |(at, _)| at);
    let left = if cut > 0 { format!("…{}", &before[cut..]) } else { before.to_owned() };
    let right = match after.char_indices().nth(REACH) {
        Some((at, _)) => format!("{}…", &after[..at]),
        None => after.to_owned(),
    };
    let line = format!("{left}[{}]{right}", span.of(sentence));
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Layout;

    fn of(text: &str, cue: &str) -> String {
        let start = text.find(cue).unwrap();
        let document = Document::new(text.to_owned(), Layout::Blank).unwrap();
        excerpt(&document, Span::new(start, start + cue.len()))
    }

    #[test]
    fn a_cue_stands_in_its_sentence_alone() {
        let text = "First one. They met\nthe so-called  envoy at noon. Last one.";
        assert_eq!(of(text, "so-called"), "They met the [so-called] envoy at noon.");
    }

    #[test]
    fn long_sentences_are_cut_on_both_sides() {
        let text = format!("{}é sham {}", "a b ".repeat(40), "c d ".repeat(40));
        let line = of(&text, "sham");
        assert!(line.starts_with('…') && line.ends_with('…'), "{line}");
        assert!(line.chars().count() <= 2 * REACH + 10, "{line}");
    }
}
