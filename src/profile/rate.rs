//! Cues per 1,000 words, with the exact Poisson interval (Garwood 1936).
//!
//! The interval takes cues to fall independently of each other. In running text they cluster, so
//! it is narrower than it should be: read it as a lower bound of the doubt.

use super::Measure;
use crate::stats::{per_thousand, poisson_interval};

pub(super) const MEASURE: Measure = Measure {
    id: "rate",
    title: "Cues per 1,000 words",
    short: "per 1,000",
    about: "distinct counted cues of all groups but topic frames and figures of speech, per 1,000 words",
    decimals: 1,
    value: |counts| per_thousand(counts.total, counts.words),
    parts: |counts| (counts.total as f64, counts.words as f64),
    interval: Some(|counts| poisson_interval(counts.total, counts.words)),
};
