//! Excerpts: a sentence shortened around its words.

use super::paint::Run;
use super::wrap::Line;
use crate::compare::Sighting;

/// The words between brackets, with at most `most` characters of their sentence on either side.
pub(super) fn around(seen: &Sighting, most: usize) -> Line {
    let (before, after) = seen.around(most);
    vec![
        Run::plain(before),
        Run::quiet("["),
        Run::strong(seen.text.as_str()),
        Run::quiet("]"),
        Run::plain(after),
    ]
}
