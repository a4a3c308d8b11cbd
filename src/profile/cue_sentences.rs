//! The share of sentences with at least one counted cue, with the Wilson interval.

use super::Measure;
use crate::stats::wilson;

pub(super) const MEASURE: Measure = Measure {
    id: "cue_sentences",
    title: "Sentences with a cue",
    short: "sentences",
    about: "share of the sentences that hold at least one counted cue, from 0 to 1",
    decimals: 2,
    value: |counts| {
        (counts.sentences > 0).then(|| counts.cue_sentences as f64 / counts.sentences as f64)
    },
    parts: |counts| (counts.cue_sentences as f64, counts.sentences as f64),
    interval: Some(|counts| wilson(counts.cue_sentences, counts.sentences)),
};
