//! Every category carries sentences that it must flag and look-alikes that it must ignore.

use super::{entry_fault, fault, shortened};
use crate::analysis::{Analysis, analyse};
use crate::lexicon::{Lexicon, LexiconError};
use crate::text::Layout;

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
        let read = analyse(example.text.clone(), Layout::Blank, lexicon);
        let flagged =
            |read: &Analysis| read.findings.iter().any(|f| f.category == category && f.counted());
        if !read.is_ok_and(|read| flagged(&read)) {
            let what = format!("is not flagged: {:?}", shortened(&example.text));
            let mend = "add the term that it should hold, or give a weak cue company".to_owned();
            let place = fault(lexicon, category, example.line, "flags");
            faults.push(LexiconError { what, mend, ..place });
        }
    }
    for example in &examples.ignores {
        let Ok(read) = analyse(example.text.clone(), Layout::Blank, lexicon) else { continue };
        if let Some(finding) = read.findings.iter().find(|f| f.category == category) {
            let entry = lexicon.entry(finding.entry);
            let found = finding.span.of(&example.text);
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
