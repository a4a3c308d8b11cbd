//! Terms are counted, named, folded and tested as the head of the module says.

use super::*;
use crate::analysis::analyse;
use crate::lexicon::Lexicon;
use crate::text::Layout;

/// A corpus of texts that are told apart by their number, and the two halves of it.
fn corpus(texts: &[String]) -> (Corpus, [Vec<u32>; 2]) {
    let (lexicon, mut corpus) = (Lexicon::compile(&[]).unwrap(), Corpus::new());
    let mut add =
        |text: &String| corpus.add(&analyse(text.clone(), Layout::Blank, &lexicon).unwrap());
    let units: Vec<u32> = texts.iter().map(&mut add).collect();
    let (a, b) = units.split_at(texts.len() / 2);
    let halves = [a.to_vec(), b.to_vec()];
    (corpus, halves)
}

/// Twelve texts on either side. The first side has the Torrin Harbour Board, and dykes in three texts.
fn texts() -> Vec<String> {
    let text = |at: usize| {
        let topic = if at < 12 { "the Torrin Harbour Board met" } else { "the council met" };
        let rare = if at < 3 { " The dykes held." } else { "" };
        format!(
            "Today {topic}, and {at} ships came.\n\nThe weather of the week was {}.{rare}",
            ["fair", "foul", "mild"][at % 3]
        )
    };
    (0..24).map(text).collect()
}

fn keyness(options: &KeynessOptions) -> Keyness {
    let (corpus, [a, b]) = corpus(&texts());
    let plan = Resampling { permutations: 499, ..Resampling::default() };
    corpus.keyness([&a, &b], &[], &plan, options)
}

fn term<'a>(found: &'a Keyness, folded: &str) -> Option<&'a KeyTerm> {
    found.terms.iter().find(|term| term.folded == folded)
}

#[test]
fn terms_of_both_groups_are_counted_and_named_as_written() {
    let found = keyness(&KeynessOptions::default());
    let board = term(&found, "torrin harbour board").unwrap();
    assert_eq!((board.term.as_str(), board.words), ("Torrin Harbour Board", 3));
    assert_eq!((board.counts, board.documents), ([12, 0], [12, 0]));
    assert!(board.z > 0.0 && board.log_ratio.unwrap() > 0.0 && board.p.unwrap() < 0.05);
    let council = term(&found, "council met").unwrap();
    assert!(council.z < 0.0 && council.p.unwrap() < 0.05, "{council:?}");
    assert!(term(&found, "week").unwrap().p.unwrap() > 0.3);
    assert!(term(&found, "the weather of").is_some() && term(&found, "met and").is_none());
    assert!(term(&found, "came the").is_none(), "no phrase runs over a sentence's end");
    assert!(found.terms.windows(2).all(|pair| pair[0].z.abs() >= pair[1].z.abs()));
    assert_eq!(found.words.iter().sum::<u64>(), 12 * (17 + 15) + 3 * 3);
}

#[test]
fn what_stands_in_few_units_is_not_tested() {
    let found = keyness(&KeynessOptions::default());
    assert!(found.least_documents == 5 && term(&found, "dykes").is_none());
    assert_eq!(found.tested, found.terms.len());
    let all = keyness(&KeynessOptions { least_documents: Some(3), ..KeynessOptions::default() });
    assert!(all.tested > found.tested && term(&all, "the dykes held").is_some());
    assert_eq!(term(&all, "dykes").unwrap().documents, [3, 0]);
}

#[test]
fn a_term_that_only_a_longer_one_holds_says_so() {
    let found = keyness(&KeynessOptions::default());
    let part = |folded| term(&found, folded).unwrap().part_of.as_deref();
    assert!(part("harbour").is_some_and(|longer| longer.contains("harbour")));
    assert_eq!(part("the"), None);
    assert_eq!(part("torrin harbour board"), None);
    let top = keyness(&KeynessOptions { top: Some(1), ..KeynessOptions::default() });
    let whole = top.terms.iter().filter(|term| term.part_of.is_none());
    assert!(whole.clone().filter(|term| term.z > 0.0).count() == 1 && whole.count() == 2);
    assert_eq!(top.tested, found.tested, "what is listed changes nothing that is tested");
}

#[test]
fn stop_words_can_be_left_out() {
    let found = keyness(&KeynessOptions { stop_words: false, ..KeynessOptions::default() });
    assert!(term(&found, "the").is_none() && term(&found, "of the").is_none());
    assert!(term(&found, "the weather").is_some(), "one word of matter is enough");
    assert_eq!(found.words, keyness(&KeynessOptions::default()).words);
}

#[test]
fn a_corpus_against_itself_shows_no_difference() {
    let texts: Vec<String> = [&texts()[..12], &texts()[..12]].concat();
    let (corpus, [a, b]) = corpus(&texts);
    let plan = Resampling { permutations: 99, ..Resampling::default() };
    let found = corpus.keyness([&a, &b], &[], &plan, &KeynessOptions::default());
    assert!(found.tested > 5);
    for term in &found.terms {
        assert!(term.z.abs() < 1e-9 && term.p == Some(1.0), "{term:?}");
    }
}

#[test]
fn the_fixed_count_loses_no_phrase() {
    let (corpus, [a, b]) = corpus(&texts());
    let units: Vec<u32> = [a, b].concat();
    let mut plain: BTreeMap<String, std::collections::BTreeSet<u32>> = BTreeMap::new();
    for &unit in &units {
        let range = corpus.vocabulary.range(unit);
        for at in range.clone() {
            for length in 1..=LONGEST {
                let words: Option<Vec<&str>> = (at..(at + length).min(range.end))
                    .map(|at| corpus.vocabulary.word(at).map(|word| corpus.vocabulary.folded(word)))
                    .collect();
                if let Some(words) = words.filter(|words| words.len() == length) {
                    plain.entry(words.join(" ")).or_default().insert(unit);
                }
            }
        }
    }
    plain.retain(|_, units| units.len() >= 4);
    let levels = terms(&corpus.vocabulary, &units, 4);
    let mut found = BTreeMap::new();
    for (length, level) in (1..).zip(&levels) {
        for (term, units) in (0..).zip(&level.units) {
            found.insert(corpus.folded(&levels, Place { length, term }), *units as usize);
        }
    }
    assert_eq!(found, plain.into_iter().map(|(term, units)| (term, units.len())).collect());
}

#[test]
fn nothing_to_compare_gives_nothing() {
    let found = Corpus::new().keyness(
        [&Vec::new(), &Vec::new()],
        &[],
        &Resampling::default(),
        &KeynessOptions::default(),
    );
    assert!(found.terms.is_empty() && found.tested == 0);
}
