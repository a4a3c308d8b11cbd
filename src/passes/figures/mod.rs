//! The `figures` pass: figures of speech, found by structure.
//!
//! Which words a detector looks for is in the lexicon file of its category; how they must stand is
//! here, one file a figure. Each detector takes time linear in the text and asks for a bit of each
//! token at most. A figure whose parts lie in several sentences (anaphora, repetition) is a finding
//! a part. A new figure is a file here, a line in [`DETECTORS`], and its name and lists of words in
//! [`crate::lexicon::FIGURES`].

mod agentless_passive;
mod anaphora;
mod antithesis;
mod nominalisation;
mod repetition;
mod rhetorical_question;
mod tricolon;
mod words;

use super::{Found, Pass, Reading};
use crate::lexicon::Figure;
use words::Words;

pub(super) const PASS: Pass =
    Pass { name: "figures", about: "figures of speech, found by structure", settled: false, run };

/// What finds one figure.
#[derive(Debug)]
pub struct Detector {
    /// The name by which lexicon files ask for it.
    pub name: &'static str,
    run: fn(&Words<'_>, &Figure) -> Vec<Place>,
}

/// All detectors.
pub const DETECTORS: &[Detector] = &[
    rhetorical_question::DETECTOR,
    anaphora::DETECTOR,
    antithesis::DETECTOR,
    tricolon::DETECTOR,
    repetition::DETECTOR,
    agentless_passive::DETECTOR,
    nominalisation::DETECTOR,
];

/// A figure, or a part of one: its first and last token, and its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    first: usize,
    last: usize,
    sentence: usize,
}

fn run(reading: &Reading<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let words = Words::of(reading);
    for figure in reading.lexicon.figures() {
        let detector = DETECTORS.iter().find(|detector| detector.name == figure.kind.name);
        let places = detector.map(|detector| (detector.run)(&words, figure));
        found.extend(places.into_iter().flatten().map(|place| Found {
            entry: figure.entry,
            span: words.span(place.first, place.last),
            sentence: place.sentence as u32,
        }));
    }
    found
}

#[cfg(test)]
mod tests;
