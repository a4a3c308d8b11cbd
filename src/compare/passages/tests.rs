//! Pairs of made-up reports: what has to meet, and what must not.

use super::*;
use crate::analysis::analyse;
use crate::text::Layout;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built_in().unwrap());

fn read(text: &str) -> Analysis {
    analyse(text.to_owned(), Layout::Blank, &LEXICON).unwrap()
}

fn found(a: &str, b: &str) -> Passages {
    passages(&read(a), &read(b), &LEXICON)
}

const OURS: &str = "Puppets of the empire seize our ferry

The U.S. and its vassal forces seized the ferry Blue Gannet off Cape Torr on 5 May. Its crew of five were beaten.

Bread was dear in the spring. The miller's daughter sang to the geese, and nobody minded.";

const THEIRS: &str = "Ferry held after inspection

The weather was fair and the sea calm. Five crew members of the Blue Gannet were unhurt, the coast guard said.

Off Cape Torr the United States and its allies stopped a ferry, the Blue Gannet, on May 5. The harbour is small.";

#[test]
fn the_same_event_meets_itself_under_other_names() {
    let found = found(OURS, THEIRS);
    let first = &found.sentences[0];
    assert!(first.a.text.starts_with("The U.S. and its vassal"), "{found:#?}");
    assert!(first.b.text.starts_with("Off Cape Torr"), "{found:#?}");
    let words: BTreeSet<_> = first.shared_words().collect();
    for pair in [
        ("U.S", "United States"),
        ("ferry", "ferry"),
        ("May", "May"),
        ("5", "5"),
        ("vassal forces", "allies"),
    ] {
        assert!(words.contains(&pair), "{pair:?} is not in {words:?}");
    }
    assert!(first.shared.is_sorted_by(|x, y| x.part >= y.part));
    let cue = first.a.cues.iter().find(|cue| cue.span.of(&first.a.text) == "vassal forces");
    assert!(cue.is_some(), "{:?}", first.a.cues);
    assert_eq!((first.a.paragraph, first.a.sentence, first.b.paragraph), (1, 1, 2));
    assert!(found.sentences.iter().all(|pair| !pair.a.text.contains("miller")));
}

#[test]
fn headlines_meet_each_other_and_nothing_else() {
    let found = found(OURS, THEIRS);
    let headlines = found.headlines.unwrap();
    assert_eq!(headlines.b.text, "Ferry held after inspection");
    assert_eq!(headlines.shared_words().collect::<Vec<_>>(), [("ferry", "Ferry")]);
    let all = found.sentences.iter().chain(&found.paragraphs);
    assert!(all.into_iter().all(|pair| pair.a.paragraph > 0 && pair.b.paragraph > 0));
}

#[test]
fn a_text_matches_itself_place_by_place() {
    let text = read(OURS);
    let found = passages(&text, &text, &LEXICON);
    assert_eq!((found.sentences.len(), found.paragraphs.len()), (4, 2));
    for pair in found.sentences.iter().chain(&found.paragraphs) {
        assert_eq!(pair.a, pair.b);
        assert!((pair.score - 1.0).abs() < 1e-9, "{}", pair.score);
        let findings = pair.a.cues.iter().map(|cue| &text.findings[cue.finding as usize]);
        for (cue, finding) in pair.a.cues.iter().zip(findings) {
            assert_eq!(cue.span.of(&pair.a.text), finding.span.of(&text.document.source));
        }
    }
}

#[test]
fn texts_on_different_things_match_nowhere() {
    let other = "The council of Lower Wick voted on Tuesday to mend the bridge.\n\n\
                 \"It leaks,\" said Mayor Ada Finch. Work begins in June.";
    let nothing = found(OURS, other);
    assert_eq!((nothing.sentences.len(), nothing.paragraphs.len()), (0, 0), "{nothing:#?}");
    for empty in ["", "It is.", "!!"] {
        assert_eq!(found(OURS, empty).sentences, []);
        assert_eq!(found(empty, empty).paragraphs, []);
    }
}

#[test]
fn each_passage_has_one_partner_and_turning_the_sides_turns_the_pairs() {
    let line = "The ferry Blue Gannet left Cape Torr with forty sheep.";
    let (a, b) = (format!("{line} {line}\n\n{line}"), format!("{line}\n\nNobody waved. {line}"));
    let there = found(&a, &b).sentences;
    let back = found(&b, &a).sentences;
    assert_eq!((there.len(), back.len()), (2, 2));
    let partners: BTreeSet<_> = there.iter().map(|pair| pair.b.sentence).collect();
    assert_eq!(partners.len(), 2);
    assert_eq!(found(OURS, THEIRS).sentences.len(), found(THEIRS, OURS).sentences.len());
}
