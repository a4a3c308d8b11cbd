//! Plainer wordings that are missing: of entries of strength 3, and of all labels that blame.

use super::{entry_fault, terms};
use crate::lexicon::{Category, Lexicon, LexiconError, Polarity};

/// The strength from which a loaded entry needs one.
const STRONG: u8 = 3;

/// Entries without a plainer wording that need one, one fault a block.
pub(super) fn faults(lexicon: &Lexicon, category: u32) -> Vec<LexiconError> {
    let known = lexicon.category_at(category);
    let mut faults = Vec::new();
    let mut last = None;
    for entry in terms(lexicon, category) {
        let block = lexicon.block(entry);
        let needed = known.loaded && (block.strength >= STRONG || is_blaming_label(known));
        if !needed || !block.instead.is_empty() || last == Some(entry.block) {
            continue;
        }
        last = Some(entry.block);
        let what = format!("has no plainer wording, and its strength is {}", block.strength);
        let mend = "add instead = [\"…\"], a wording that fits each term of the block";
        faults.push(entry_fault(lexicon, entry, what, mend));
    }
    faults
}

fn is_blaming_label(category: &Category) -> bool {
    category.group.id == "labels" && category.polarity == Polarity::Negative
}

#[cfg(test)]
mod tests {
    use super::super::tests::{FILE, faults_of};

    #[test]
    fn strong_entries_and_blaming_labels_need_a_plainer_wording() {
        let file = |strength: u8, polarity: &str| {
            let head = FILE.replace("\"neutral\"", &format!("\"{polarity}\""));
            format!(
                "{head}\n# one\n[[entries]]\nterms = [\"odd lot\"]\nstrength = {strength}\n\
                 why = \"demeans\"\n"
            )
        };
        assert!(faults_of(&file(2, "neutral")).is_empty());
        for (strength, polarity) in [(3, "neutral"), (1, "negative")] {
            let faults = faults_of(&file(strength, polarity));
            assert_eq!(faults.len(), 1, "{faults:?}");
            assert!(faults[0].contains("odd lot: has no plainer wording"), "{faults:?}");
        }
    }
}
