//! The `quotes` pass: scare quotes, found by their marks and by the want of a speaker.

use super::{Found, Pass, Reading};

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
            let span = document.quotations[quotation].inner;
            let sentence = document.sentence_of(span.start)? as u32;
            Some(Found { entry, span, sentence })
        })
        .collect()
}
