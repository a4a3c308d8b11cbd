//! The `patterns` pass: regular expressions of the lexicons, one sentence at a time.
//!
//! A pattern with anchors runs only on sentences in which the matcher saw one of them.

use super::{Found, Pass, Reading};
use crate::lexicon::CompiledPattern;
use crate::text::Span;

pub(super) const PASS: Pass =
    Pass { name: "patterns", about: "regular expressions of the lexicons", settled: false, run };

fn run(reading: &Reading<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for pattern in &reading.lexicon.patterns {
        if pattern.anchored {
            let anchors = reading.matches.anchors.iter();
            anchors
                .filter(|anchor| anchor.1 == pattern.entry)
                .for_each(|anchor| search(reading, pattern, anchor.0, &mut found));
        } else {
            let sentences = 0..reading.document.sentences.len() as u32;
            sentences.for_each(|sentence| search(reading, pattern, sentence, &mut found));
        }
    }
    found
}

fn search(reading: &Reading<'_>, pattern: &CompiledPattern, sentence: u32, found: &mut Vec<Found>) {
    let span = reading.document.sentences[sentence as usize].span;
    let text = span.of(&reading.document.source);
    for hit in pattern.regex.find_iter(text) {
        let trimmed = hit.as_str().trim();
        if let Some(start) = hit.as_str().find(trimmed).filter(|_| !trimmed.is_empty()) {
            let start = span.start + hit.start() + start;
            let span = Span::new(start, start + trimmed.len());
            found.push(Found { entry: pattern.entry, span, sentence });
        }
    }
}
