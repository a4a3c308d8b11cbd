//! Every category carries sentences that it must flag and look-alikes that it must ignore.

use super::{entry_fault, fault, shortened};
use crate::analysis::analyse;
use crate::lexicon::{Lexicon, LexiconError, Role};
use crate::passes::{Finding, Silence};
use crate::text::{Document, Layout, Span};

/// The least number of either kind.
const LEAST: usize = 5;

/// Examples that do not hold, and lists that are too short.
pub(super) fn faults(lexicon: &Lexicon, category: u32) -> Vec<LexiconError> {
    let examples = lexicon.category_at(category);
    let mut faults = Vec::new();
    for (key, list) in [("flags", &examples.flags), ("ignores", &examples.ignores)] {
        if list.len() < LEAST {
            let what = format!("has {} sentences, and {LEAST} are the least", list.len());
            let mend = "write more, close to real text".to_owned();
            faults.push(LexiconError { what, mend, ..fault(lexicon, category, 0, key) });
        }
    }
    for example in &examples.flags {
        if !is_flagged(lexicon, category, &example.text) {
            let what = format!("is not flagged: {:?}", shortened(&example.text));
            let mend = "add the term that it should hold, or give a weak cue company".to_owned();
            let place = fault(lexicon, category, example.line, "flags");
            faults.push(LexiconError { what, mend, ..place });
        }
    }
    for example in &examples.ignores {
        if let Some((entry, span)) = found(lexicon, category, &example.text).into_iter().next() {
            let (entry, found) = (lexicon.entry(entry), span.of(&example.text));
            let sentence = shortened(&example.text);
            if lexicon.file(entry) != examples.file {
                // A part answers for its own entries.
                let what = format!("fires in an ignores sentence of {}: {sentence:?}", examples.id);
                let mend = "add an unless rule to its block";
                faults.push(entry_fault(lexicon, entry, what, mend));
                continue;
            }
            let what = format!(
                "fires in {sentence:?}: {found:?}, by {:?} in line {}",
                entry.term, entry.line
            );
            let mend = "add an unless rule to that block".to_owned();
            let place = fault(lexicon, category, example.line, "ignores");
            faults.push(LexiconError { what, mend, ..place });
        }
    }
    faults
}

/// Whether a sentence is flagged by a category. Cues must count; words that only serve to read others
/// must stand there.
fn is_flagged(lexicon: &Lexicon, category: u32, sentence: &str) -> bool {
    if lexicon.category_at(category).role.is_some_and(Role::is_structure) {
        return !found(lexicon, category, sentence).is_empty();
    }
    let read = analyse(sentence.to_owned(), Layout::Blank, lexicon);
    // A negated cue is found all the same.
    let found = |f: &Finding| f.counted() || f.silent_because == Some(Silence::Negated);
    read.is_ok_and(|read| read.findings.iter().any(|f| f.category == category && found(f)))
}

/// The entries of a category in a sentence, counted or not, and where they stand.
fn found(lexicon: &Lexicon, category: u32, sentence: &str) -> Vec<(u32, Span)> {
    if lexicon.category_at(category).role.is_some_and(Role::is_structure) {
        let Ok(document) = Document::new(sentence.to_owned(), Layout::Blank) else {
            return Vec::new();
        };
        let hits = lexicon.matches(&document).hits.into_iter();
        return hits
            .filter(|hit| lexicon.entry(hit.entry).category == category)
            .map(|hit| (hit.entry, document.span(hit.first, hit.last)))
            .collect();
    }
    let Ok(read) = analyse(sentence.to_owned(), Layout::Blank, lexicon) else { return Vec::new() };
    let ours = read.findings.iter().filter(|finding| finding.category == category);
    ours.map(|finding| (finding.entry, finding.span)).collect()
}
