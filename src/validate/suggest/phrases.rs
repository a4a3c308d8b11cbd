//! The words and phrases of a sentence.

use crate::text::{Document, Span, is_function_word};

/// A phrase at its place.
pub(super) struct Phrase {
    /// Its words in lower case, one space between.
    pub(super) text: String,
    /// How many.
    pub(super) words: usize,
    pub(super) span: Span,
}

/// The phrases of sentence `index` of up to `longest` words (hyphenated words are one) that neither
/// begin nor end with a function word, run over no punctuation, hold no number and no name, and touch
/// no cue.
pub(super) fn phrases(
    document: &Document,
    index: usize,
    longest: usize,
    cues: &[Span],
) -> Vec<Phrase> {
    let words = words(document, index);
    let mut phrases = Vec::new();
    for from in 0..words.len() {
        for to in from + 1..=words.len().min(from + longest) {
            if to > from + 1 && words[to - 1].apart {
                break;
            }
            let (first, last) = (&words[from], &words[to - 1]);
            let span = Span::new(first.span.start, last.span.end);
            let cue = cues.partition_point(|cue| cue.end <= span.start);
            let touches = cues.get(cue).is_some_and(|cue| cue.start < span.end);
            if touches || !first.whole || !last.whole {
                break;
            }
            if !is_function_word(&first.text) && !is_function_word(&last.text) {
                let parts: Vec<&str> = words[from..to].iter().map(|word| &*word.text).collect();
                phrases.push(Phrase { text: parts.join(" "), words: to - from, span });
            }
        }
    }
    phrases
}

struct Word {
    text: String,
    span: Span,
    /// Whether punctuation stands before it.
    apart: bool,
    /// Whether it is made of letters, with hyphens and apostrophes, and is no name.
    whole: bool,
}

fn words(document: &Document, index: usize) -> Vec<Word> {
    let mut spans: Vec<(Span, bool)> = Vec::new();
    for token in &document.tokens[document.sentences[index].token_range()] {
        match spans.last_mut() {
            Some((span, _)) if !token.starts_word() => span.end = token.end as usize,
            _ => spans.push((token.span(), !token.before.passes_phrase())),
        }
    }
    let first = spans.first().map(|(span, _)| span.start);
    let word = |(span, apart): (Span, bool)| {
        let written = span.of(&document.source);
        let name = Some(span.start) != first && written.starts_with(char::is_uppercase);
        let text = written.to_lowercase().replace('\u{2019}', "'");
        let text = text.strip_suffix("'s").unwrap_or(&text).to_owned();
        let whole = !name && text.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\''));
        Word { text, span, apart, whole }
    };
    spans.into_iter().map(word).collect()
}
