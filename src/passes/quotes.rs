//! The `quotes` pass: scare quotes, found by their marks and by the want of a speaker.

use super::{Found, Pass, Reading};
use crate::text::Span;

pub(super) const PASS: Pass = Pass {
    name: "quotes",
    about: "scare quotes: short quoted fragments with no speaker in their sentence",
    run,
};

fn run(reading: &Reading<'_>) -> Vec<Found> {
    let document = reading.document;
    let scares = reading.voices.scare_quotes().iter();
    scares
        .filter_map(|&(quotation, entry)| {
            let inner = document.quotations[quotation].inner;
            // From the first word to the last: the comma before the closing mark is no part of it.
            let (first, last) = document.tokens_in(inner)?;
            let (first, last) = (document.tokens[first as usize], document.tokens[last as usize]);
            let span = Span::new(first.start as usize, last.end as usize);
            let sentence = document.sentence_of(span.start)? as u32;
            Some(Found { entry, span, sentence })
        })
        .collect()
}
