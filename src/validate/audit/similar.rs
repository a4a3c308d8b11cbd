//! Near-duplicates within a category, and the same words at opposite strengths in two.

use std::collections::HashMap;

use super::wordings::{gist, wordings};
use super::{entry_fault, place, terms};
use crate::lexicon::{Case, Entry, Lexicon, LexiconError};

/// Entries that say what an earlier one of the category says at the same strength, but for articles,
/// possessives and a plural's s. (Our homeland may weigh more than homeland.) Terms that need a
/// context are left out: a second entry may serve another.
pub(super) fn faults(lexicon: &Lexicon, category: u32) -> Vec<LexiconError> {
    let mut faults = Vec::new();
    let mut first: HashMap<(u8, String), &Entry> = HashMap::new();
    for entry in terms(lexicon, category) {
        let block = lexicon.block(entry);
        if block.case == Case::Exact || !block.when.is_empty() {
            continue;
        }
        let gist = |wording: &Vec<String>| gist(wording).map(|gist| (block.strength, gist));
        let gists: Vec<_> = wordings(&entry.term).iter().filter_map(gist).collect();
        let other = gists.iter().find_map(|gist| first.get(gist).copied());
        if let Some(other) = other {
            let what = format!("is nearly {:?} in {}", other.term, place(lexicon, other, entry));
            let mend = "keep one, with alternatives (the|its|_) where both are wanted";
            faults.push(entry_fault(lexicon, entry, what, mend));
        }
        for gist in gists {
            first.entry(gist).or_insert(entry);
        }
    }
    faults
}

/// Terms that are weak (1) in one loaded category and strong (3) in another, word for word.
pub(super) fn twins(lexicon: &Lexicon) -> Vec<LexiconError> {
    let mut strong: HashMap<Vec<String>, &Entry> = HashMap::new();
    let loaded = |category: &u32| lexicon.category_at(*category).loaded;
    let categories: Vec<u32> = (0..lexicon.categories.len() as u32).filter(loaded).collect();
    let of_strength = |strength: u8| {
        let entries = categories.iter().flat_map(|&category| terms(lexicon, category));
        entries.filter(move |entry| lexicon.block(entry).strength == strength)
    };
    for entry in of_strength(3) {
        strong.extend(wordings(&entry.term).into_iter().map(|words| (words, entry)));
    }
    let mut faults = Vec::new();
    for entry in of_strength(1) {
        let wordings = wordings(&entry.term);
        let Some(other) = wordings.iter().find_map(|words| strong.get(words)) else { continue };
        let (elsewhere, place) = (&lexicon.category(other).id, place(lexicon, other, entry));
        let what = format!("has strength 1, and 3 in {elsewhere} ({place})");
        let mend = "bring the two within 1 of each other, or tell their senses apart";
        faults.push(entry_fault(lexicon, entry, what, mend));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::tests::audited;

    #[test]
    fn articles_and_plurals_make_no_second_entry() {
        let faults = audited(&["terms = [\"enemies of a people\", \"enemy of the people\"]"]);
        assert!(faults.is_empty(), "{faults:?}");
        let faults = audited(&["terms = [\"a show trial\", \"show trials\"]"]);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(
            faults[0].contains("show trials: is nearly \"a show trial\" in line"),
            "{faults:?}"
        );
    }
}
