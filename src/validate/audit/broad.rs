//! Over-broad entries: words that stand in any text, and stems that many words begin with.

use super::wordings::wordings;
use super::{entry_fault, terms};
use crate::lexicon::{Case, Lexicon, LexiconError};
use crate::text::is_function_word;

/// A stem that is a cue by itself has so many letters.
const STEM: usize = 5;
/// Of so few function words no idiom is made; of more there are: it is what it is.
const FEW: usize = 2;

/// Entries of a loaded category that are one or two function words and need no context, and short
/// stems.
pub(super) fn faults(lexicon: &Lexicon, category: u32) -> Vec<LexiconError> {
    let mut faults = Vec::new();
    for entry in terms(lexicon, category) {
        let block = lexicon.block(entry);
        let any_text = |wording: &Vec<String>| {
            let words = || wording.iter().flat_map(|word| word.split('-'));
            words().count() <= FEW && words().all(|word| word == "..." || is_function_word(word))
        };
        let loose = lexicon.category_at(category).loaded
            && block.when.is_empty()
            && block.case == Case::Any;
        let short = entry.term.split_whitespace().any(|chunk| {
            chunk.split('|').any(|word| word.strip_suffix('*').is_some_and(|s| s.len() < STEM))
        });
        let (what, mend) = match wordings(&entry.term).iter().find(|wording| any_text(wording)) {
            Some(wording) if loose && block.strength > 1 => (
                format!("is over-broad: any text has {:?}", wording.join(" ").replace('-', " ")),
                "add a word that makes it a cue, or a when rule",
            ),
            _ if short => (
                "is over-broad: many words begin so".to_owned(),
                "give the stem five letters or more, or list the words",
            ),
            _ => continue,
        };
        faults.push(entry_fault(lexicon, entry, what, mend));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::tests::audited;

    #[test]
    fn words_of_any_text_and_short_stems_are_sent_back() {
        let faults = audited(&["terms = [\"has-been\", \"pupp*\", \"us or them\"]"]);
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(faults[0].contains("has-been: is over-broad: any text has \"has been\""));
        assert!(faults[1].contains("pupp*: is over-broad: many words begin so"));
    }
}
