//! Made-up corpora with copies in them, whole and changed by measure.

use super::*;
use crate::text::Layout;

/// A text of `words` made-up words; `seed` chooses them.
fn made(seed: u64, words: u64) -> Vec<String> {
    (0..words).map(|at| format!("w{:x}", mix(seed << 32 | at) % 5000)).collect()
}

fn document(words: &[String]) -> Document {
    Document::new(words.join(" "), Layout::Blank).unwrap()
}

fn watched(texts: &[(&str, &str)]) -> Duplicates {
    let mut watch = Watch::default();
    for (id, text) in texts {
        watch.add(id, &Document::new((*text).to_owned(), Layout::Blank).unwrap());
    }
    watch.duplicates()
}

#[test]
fn ids_and_texts_that_come_again_are_told() {
    let found = watched(&[
        ("a", "The boat is late."),
        ("b", "Bread rose."),
        ("a", "Nothing happened."),
        ("c", "the boat -- is\n\nLATE!"),
        ("", ""),
        ("", "..."),
        ("d", "The boat is not late."),
    ]);
    assert_eq!(found.documents, 7);
    assert_eq!((found.repeated_ids, &found.repeated[..]), (1, &[("a".to_owned(), 2)][..]));
    assert_eq!((found.copies.clusters, found.copies.documents, found.copies.largest), (1, 2, 2));
    assert_eq!(found.copies.examples, [["a", "c"]]);
    assert_eq!(found.alike, found.copies);
    assert_eq!(found.copies.surplus(), 1);
    assert!(found.any());
    assert!(!watched(&[("a", "One."), ("b", "Two.")]).any());
    assert_eq!(watched(&[]), Duplicates::default());
}

#[test]
fn a_word_more_makes_long_texts_alike_and_short_ones_not() {
    for (length, clusters) in [(20, 0), (200, 1)] {
        let text = made(1, length);
        let mut longer = text.clone();
        longer.push("more".into());
        let mut watch = Watch::default();
        watch.add("one", &document(&text));
        watch.add("other", &document(&made(2, length)));
        watch.add("two", &document(&longer));
        let found = watch.duplicates();
        assert_eq!((found.copies.clusters, found.alike.clusters), (0, clusters), "{length}");
        if clusters > 0 {
            assert_eq!(found.alike.examples, [["one", "two"]]);
        }
    }
}

/// Of 200 pairs of texts of 400 words that differ in every `every`th word, how many are found.
fn pairs_found(every: usize) -> u64 {
    let mut watch = Watch::default();
    for seed in 0..200 {
        let text = made(seed, 400);
        let mut other = text.clone();
        for (at, word) in other.iter_mut().enumerate().skip(every / 2).step_by(every) {
            *word = format!("x{at}");
        }
        watch.add(&format!("{seed}"), &document(&text));
        watch.add(&format!("{seed}b"), &document(&other));
    }
    watch.duplicates().alike.clusters
}

#[test]
fn pairs_are_found_by_how_much_they_share() {
    // Each changed word takes 5 of 396 runs: 4 make an index of 0.90, 12 of 0.74, 20 of 0.60.
    let found = [100, 33, 20].map(pairs_found);
    assert!(found[0] >= 198 && found[1] <= 30 && found[2] == 0, "{found:?}");
}

#[test]
fn a_chain_is_one_cluster_and_order_changes_no_figure() {
    let text = made(9, 300);
    let chain: Vec<_> = (0..12).map(|n| document(&text[4 * n..4 * n + 240])).collect();
    let count = |order: &mut dyn Iterator<Item = usize>| {
        let mut watch = Watch::default();
        for n in order {
            watch.add(&n.to_string(), &chain[n]);
        }
        let found = watch.duplicates().alike;
        (found.clusters, found.documents, found.largest)
    };
    assert_eq!(count(&mut (0..12)), (1, 12, 12));
    assert_eq!(count(&mut (0..12).rev()), (1, 12, 12));
}

#[test]
fn an_imprint_is_as_small_as_it_says() {
    let kept =
        size_of::<Sketch>() + size_of::<u32>() + size_of::<Option<u64>>() + size_of::<usize>();
    assert_eq!(kept, 156);
}
