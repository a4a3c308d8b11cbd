//! Load of all voices alike: how loaded a text's wording is, whoever's it is.

use super::{Measure, load};

pub(super) const MEASURE: Measure = Measure {
    id: "load_all",
    title: "Load, all voices",
    short: "all voices",
    about: "weighted loaded cues per 1,000 words, quotations and indirect speech included, shrunk for \
            short texts",
    decimals: 1,
    value: |counts| load::shrunk(counts, |_| 1.0),
    parts: |counts| load::weighted(counts, |_| 1.0),
    interval: None,
};
