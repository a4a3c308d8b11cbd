//! Context: what a finding needs from its sentence to count.

mod company;

use crate::lexicon::Lexicon;
use crate::passes::Finding;

/// Marks the findings that do not count, and says why.
pub fn settle(findings: &mut [Finding], lexicon: &Lexicon) {
    company::settle(findings, lexicon);
}
