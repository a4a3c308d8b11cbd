//! Passes: each reads a document with its lexicon and voices, and returns findings.
//!
//! Laws: findings are sorted by (start, longer first, category); within a category the
//! leftmost-longest finding wins, whatever pass found it; across categories all stand.
//! A new pass is a file here and a line in [`PASSES`].

mod aim;
mod figures;
mod finding;
mod patterns;
mod quotes;
mod terms;

pub use aim::{Aim, Aimed, RULES, Rule, Stance};
pub use figures::{DETECTORS, Detector};
pub use finding::{Finding, Silence};
pub use quotes::NAME as SCARE_QUOTES;

use crate::lexicon::{Lexicon, Matches};
use crate::text::{Document, Span};
use crate::voice::{Voice, Voices};

/// A pass.
#[derive(Debug)]
pub struct Pass {
    /// The name in outputs and options.
    pub name: &'static str,
    /// What it finds, in one line.
    pub about: &'static str,
    run: fn(&Reading<'_>) -> Vec<Found>,
    /// Whether its findings are in the order of the law, and no two of a category overlap.
    settled: bool,
}

/// All passes.
pub const PASSES: &[Pass] = &[terms::PASS, patterns::PASS, quotes::PASS, figures::PASS];

/// All that a pass may look at.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The text.
    pub document: &'a Document,
    /// The lexicons.
    pub lexicon: &'a Lexicon,
    /// Where the lexicons' terms stand.
    pub matches: &'a Matches,
    /// Whose words are whose.
    pub voices: &'a Voices,
}

/// What a pass finds: an entry at a place.
struct Found {
    entry: u32,
    span: Span,
    sentence: u32,
}

/// Runs all passes.
pub fn run(reading: &Reading<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut settled = true;
    for pass in PASSES {
        let found = (pass.run)(reading);
        settled &= found.is_empty() || (pass.settled && findings.is_empty());
        findings.extend(found.into_iter().map(|found| finding(reading, pass.name, &found)));
    }
    if settled {
        return findings;
    }
    findings.sort_by_key(|f| (f.category, f.span.start, usize::MAX - f.span.end, f.entry));
    let mut free = (u32::MAX, 0);
    findings.retain(|f| {
        let stands = f.category != free.0 || f.span.start >= free.1;
        if stands {
            free = (f.category, f.span.end);
        }
        stands
    });
    findings.sort_by_key(|f| (f.span.start, usize::MAX - f.span.end, f.category));
    findings
}

fn finding(reading: &Reading<'_>, pass: &'static str, found: &Found) -> Finding {
    let entry = reading.lexicon.entry(found.entry);
    let region = reading.voices.region(found.span);
    Finding {
        span: found.span,
        entry: found.entry,
        category: entry.category,
        strength: reading.lexicon.block(entry).strength,
        pass,
        sentence: found.sentence,
        paragraph: reading.document.sentences[found.sentence as usize].paragraph,
        voice: region.map_or(Voice::Author, |region| region.voice),
        speaker: region.and_then(|region| region.speaker),
        aims: Vec::new(),
        silent_because: None,
    }
}
