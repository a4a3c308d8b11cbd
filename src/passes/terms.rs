//! The `terms` pass: words, phrases, stems and gaps of the lexicons.

use super::{Found, Pass, Reading};

pub(super) const PASS: Pass = Pass {
    name: "terms",
    about: "words, phrases, stems and gaps of the lexicons",
    settled: true,
    run: |reading| {
        let hits = reading.matches.hits.iter();
        let cues = hits.filter(|hit| !reading.lexicon.is_structure(hit.entry));
        cues.map(|hit| found(reading, *hit)).collect()
    },
};

fn found(reading: &Reading<'_>, hit: crate::lexicon::Hit) -> Found {
    let span = reading.document.span(hit.first, hit.last);
    Found { entry: hit.entry, span, sentence: hit.sentence }
}
