//! Which paragraph is the headline, and which open with a dateline.
//!
//! A text's first paragraph is its headline if it is a Markdown heading, or a short sentence without
//! a stop that is more than a quotation, and another paragraph follows. A dateline opens one of the
//! first three paragraphs of the body.

use super::dateline::dateline;
use super::paragraph::is_finished;
use super::{Document, Paragraph, Part, is_quote, sentence};

/// A headline has at most this many words.
const WORDS: u32 = 25;

/// A dateline opens one of this many paragraphs of body text.
const DATELINED: usize = 3;

/// Names the headline and the datelines of `document`, whose paragraphs and quotations are known.
pub(super) fn find(document: &mut Document) {
    if let [first, second, ..] = &document.paragraphs[..] {
        let headline = is_headline(document, first, second);
        let part = if headline { Part::Headline } else { first.part };
        document.paragraphs[0].part = part;
    } else if let Some(only) = document.paragraphs.first_mut() {
        only.part = Part::Body;
    }
    let body = document.paragraphs.iter_mut().filter(|paragraph| paragraph.part == Part::Body);
    for paragraph in body.take(DATELINED) {
        let Some(length) = dateline(paragraph.span.of(&document.source)) else { continue };
        let mut dateline = paragraph.span;
        dateline.end = dateline.start + length;
        let tokens = &document.tokens[paragraph.token_range()];
        let inside = tokens.partition_point(|token| (token.start as usize) < dateline.end);
        let words = tokens[..inside].iter().filter(|token| token.starts_word()).count();
        if inside < tokens.len() {
            paragraph.dateline = Some(dateline);
            paragraph.words -= words as u32;
        }
    }
}

/// Whether `first`, the first paragraph, is the headline of what follows from `second` on.
fn is_headline(document: &Document, first: &Paragraph, second: &Paragraph) -> bool {
    let text = first.span.of(&document.source);
    if first.part == Part::Heading {
        return true;
    }
    if first.words > WORDS || dateline(text).is_some() {
        return false;
    }
    let bare = text.trim_end_matches(|c: char| is_quote(c) || matches!(c, ')' | ']' | '*' | '_'));
    let stopped = bare.ends_with(['.', ':', ';', ',']);
    let quoted = document.quotations.iter().take_while(|quotation| quotation.paragraph == 0);
    let quotation = quoted.into_iter().any(|quotation| quotation.span == first.span);
    let mut sentences = 1;
    let tokens = &document.tokens[first.token_range()];
    sentence::boundaries(&document.source, tokens, 0, |_| sentences += 1);
    let follows = second.words > first.words || is_finished(second.span.of(&document.source));
    !stopped && !quotation && sentences == 1 && follows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Layout;

    const BODY: &str = "\n\nThe rain came in the night and stayed for a week, to nobody's joy.";

    #[test]
    fn headlines() {
        for (first, expected) in [
            ("Rain Stays for a Week", true),
            ("Will the Rain Stay?", true),
            ("The Rain Stays!", true),
            ("\"Rain Stays,\" Farmers Say", true),
            ("# Rain Stays.", true),
            ("The rain stays.", false),
            ("The farmers say:", false),
            ("It rained. Nobody knows why", false),
            ("\"Rain, rain, go away\"", false),
            ("“The rain stays.”", false),
            ("Hanoi, May 4 (VNA) -- Rain", false),
            (&"rain ".repeat(26), false),
        ] {
            let document = Document::new(format!("{first}{BODY}"), Layout::Auto).unwrap();
            assert_eq!(document.headline().is_some(), expected, "{first}");
        }
    }

    #[test]
    fn a_headline_needs_a_text() {
        for text in ["Rain Stays", "# Rain Stays", "Rain Stays for a Week\n\nSun leaves"] {
            let document = Document::new(text.to_owned(), Layout::Auto).unwrap();
            assert_eq!(document.headline(), None, "{text}");
            assert!(document.paragraphs.iter().all(|paragraph| paragraph.part == Part::Body));
        }
    }

    #[test]
    fn parts_and_datelines() {
        let text = "# Rain\n\nHanoi, May 4 (VNA) -- It rained. It poured.\n\n## Later ##\nSun.";
        let document = Document::new(text.to_owned(), Layout::Auto).unwrap();
        let found: Vec<_> = document
            .paragraphs
            .iter()
            .map(|p| (p.span.of(text), p.part, p.dateline.map(|d| d.of(text)), p.words))
            .collect();
        let dateline = "Hanoi, May 4 (VNA) --";
        assert_eq!(
            found,
            [
                ("Rain", Part::Headline, None, 1),
                (&text[8..51], Part::Body, Some(dateline), 4),
                ("Later", Part::Heading, None, 1),
                ("Sun.", Part::Body, None, 1),
            ]
        );
        let sentences: Vec<_> = document.sentences.iter().map(|s| s.span.of(text)).collect();
        assert_eq!(sentences[1..3], ["Hanoi, May 4 (VNA) -- It rained.", "It poured."]);
    }

    #[test]
    fn only_the_first_paragraphs_have_datelines() {
        let text = "PARIS (AP) — Rain.\n\n".repeat(5);
        let document = Document::new(text, Layout::Auto).unwrap();
        let dated = document.paragraphs.iter().filter(|p| p.dateline.is_some()).count();
        assert_eq!(dated, DATELINED);
    }
}
