//! Context: what a finding needs from its sentence to count.

mod company;

use crate::lexicon::Lexicon;
use crate::passes::Finding;

/// Marks the findings that do not count, says why, and drops those of categories that are not shown.
pub fn settle(findings: &mut Vec<Finding>, lexicon: &Lexicon) {
    company::settle(findings, lexicon);
    findings.retain(|finding| lexicon.shows(finding.category));
}
