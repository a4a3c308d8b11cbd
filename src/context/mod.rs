//! Context: what a finding needs from its sentence to count, and whom it is about.

mod aim;
mod company;
mod negation;
mod pronoun;

use crate::actors::Cast;
use crate::lexicon::{Lexicon, Matches};
use crate::passes::Finding;
use crate::text::Document;

/// What is known of a text when its findings are settled.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The text.
    pub document: &'a Document,
    /// The lexicons.
    pub lexicon: &'a Lexicon,
    /// Where the lexicons' terms stand.
    pub matches: &'a Matches,
    /// Who the text speaks about.
    pub cast: &'a Cast,
}

/// Marks the findings that do not count, says why, gives each whom it is about, and drops those of
/// categories that are not shown.
pub fn settle(findings: &mut Vec<Finding>, scene: &Scene<'_>) {
    company::settle(findings, scene.lexicon);
    negation::settle(findings, scene);
    findings.retain(|finding| scene.lexicon.shows(finding.category));
    aim::settle(findings, scene);
}
