//! Entries that can never be found: a longer or broader entry of the category takes their place.
//!
//! Each term is read as a sentence of its own and must find itself. Terms that need a context
//! (`when`) are left out: they are silent by themselves.

use super::{entry_fault, place};
use crate::lexicon::{EntryKind, Inflect, Lexicon, LexiconError};
use crate::text::{Document, Layout};

/// Terms of the category that do not find themselves.
pub(super) fn faults(lexicon: &Lexicon, category: u32) -> Vec<LexiconError> {
    let mut faults = Vec::new();
    for (index, entry) in (0..).zip(&lexicon.entries) {
        let block = lexicon.block(entry);
        let testable = entry.category == category && entry.kind == EntryKind::Term;
        if !testable || !block.when.is_empty() {
            continue;
        }
        let Ok(document) = Document::new(sample(&entry.term), Layout::Blank) else { continue };
        let matches = lexicon.matches(&document);
        let ours = |hit: &&crate::lexicon::Hit| lexicon.entry(hit.entry).category == category;
        let found: Vec<_> = matches.hits.iter().filter(ours).map(|hit| hit.entry).collect();
        if found.contains(&index) {
            continue;
        }
        let other = found.first().map(|&other| lexicon.entry(other));
        let what = match other {
            Some(other) => {
                let place = place(lexicon, other, entry);
                format!("can never match: {:?} in {place} hides it", other.term)
            }
            None => "can never match".to_owned(),
        };
        let mend = match block.inflect {
            Inflect::None => "remove it, or write it as it stands in texts",
            _ => "remove it, or narrow the other",
        };
        faults.push(entry_fault(lexicon, entry, what, mend));
    }
    faults
}

/// The term as a text would hold it: first alternatives, no marks of the notation.
fn sample(term: &str) -> String {
    let word = |chunk: &str| {
        let (chunk, comma) = chunk.strip_suffix(',').map_or((chunk, ""), |rest| (rest, ","));
        let word = chunk.split('|').find(|word| *word != "_").unwrap_or_default();
        format!("{}{comma}", word.trim_end_matches(['~', '*']))
    };
    let words: Vec<_> = term.split_whitespace().filter(|chunk| *chunk != "...").map(word).collect();
    words.join(" ")
}
