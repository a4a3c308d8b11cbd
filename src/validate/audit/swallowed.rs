//! Entries that add nothing: another entry of their block stands inside them.

use std::collections::HashMap;

use super::wordings::wordings;
use super::{entry_fault, terms};
use crate::lexicon::{Lexicon, LexiconError};

/// Entries all of whose wordings hold a wording of another entry of the same block: same reason, same
/// strength, and the shorter one finds the place alone.
pub(super) fn faults(lexicon: &Lexicon, category: u32) -> Vec<LexiconError> {
    let mut faults = Vec::new();
    let entries: Vec<_> = terms(lexicon, category).collect();
    for block in entries.chunk_by(|a, b| a.block == b.block) {
        let all: Vec<_> = block.iter().map(|entry| wordings(&entry.term)).collect();
        let by_words: HashMap<String, usize> = (0..)
            .zip(&all)
            .flat_map(|(at, wordings)| wordings.iter().map(move |words| (words.join(" "), at)))
            .collect();
        for (at, wordings) in all.iter().enumerate() {
            let inner = |words: &Vec<String>| {
                let shorter = (1..words.len()).flat_map(|length| words.windows(length));
                shorter.filter_map(|part| by_words.get(&part.join(" "))).find(|&&other| other != at)
            };
            let found: Vec<_> = wordings.iter().map_while(inner).collect();
            if found.len() < wordings.len() {
                continue;
            }
            let (entry, other) = (block[at], block[*found[0]]);
            let what = format!("adds nothing: {:?} of the same block is in it", other.term);
            let mend = "remove it, or give it a reason of its own";
            faults.push(entry_fault(lexicon, entry, what, mend));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::tests::audited;

    #[test]
    fn what_a_shorter_entry_of_its_block_finds_adds_nothing() {
        let faults = audited(&["terms = [\"sham\", \"sham|mock vote\", \"utter sham\"]"]);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(
            faults[0].contains("utter sham: adds nothing: \"sham\" of the same block is in it")
        );
        let apart = audited(&["terms = [\"sham\"]", "terms = [\"utter sham\"]"]);
        assert!(apart.is_empty(), "{apart:?}");
    }
}
