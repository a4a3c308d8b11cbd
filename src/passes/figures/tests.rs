//! Each detector with the words of its built-in category: what it finds, and what it leaves.

use std::sync::LazyLock;

use proptest::prelude::*;

use crate::lexicon::Lexicon;
use crate::passes::{Finding, PASSES, Reading, run};
use crate::text::{Document, Layout};
use crate::voice::Voices;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built_in().unwrap());

fn findings(text: &str) -> Vec<Finding> {
    let (lexicon, document) = (&*LEXICON, Document::new(text.to_owned(), Layout::Blank).unwrap());
    let matches = &lexicon.matches(&document);
    let voices = &Voices::find(&document, lexicon, matches);
    let mut all = run(&Reading { document: &document, lexicon, matches, voices });
    all.retain(|finding| finding.pass == super::PASS.name);
    all
}

/// The words that category `id` finds in `text`.
fn found<'a>(id: &str, text: &'a str) -> Vec<&'a str> {
    let findings = findings(text).into_iter();
    let ours = findings.filter(|f| LEXICON.category_at(f.category).id == id);
    ours.map(|finding| finding.span.of(text)).collect()
}

fn check(id: &str, table: &[(&str, &[&str])]) {
    let wrong: Vec<_> = table
        .iter()
        .map(|(text, expected)| (text, found(id, text), expected))
        .filter(|(_, found, expected)| found != *expected)
        .collect();
    assert!(wrong.is_empty(), "{id}: {wrong:#?}");
}

#[test]
fn agentless_passives() {
    check(
        "agentless-passive",
        &[
            ("The village was destroyed.", &["was destroyed"]),
            ("THE VILLAGE WAS DESTROYED", &["WAS DESTROYED"]),
            ("It has not yet been fully explained", &["been fully explained"]),
            (
                "It is being rebuilt, and two roads were opened.",
                &["is being rebuilt", "were opened"],
            ),
            ("It was destroyed by Friday.", &["was destroyed"]),
            ("It was won by cheating.", &["was won"]),
            ("It was destroyed by the army.", &[]),
            ("It was destroyed, in the end, by fire.", &[]),
            ("It was opened in May by the mayor.", &[]),
            ("It was opened and he stood by the door.", &["was opened"]),
            ("He was opening it. He is red. She was indeed here.", &[]),
            ("There were armed men. It was US-backed.", &[]),
            ("They are United. It was.", &[]),
            ("He said: “Mistakes were made.”", &["were made"]),
        ],
    );
}

#[test]
fn nominalisations() {
    check(
        "nominalisation",
        &[
            ("The destruction of the village went on.", &["destruction"]),
            ("They fear the further militarization of the coast.", &["militarization"]),
            ("There was escalation.", &["escalation"]),
            ("The army's destruction of the village went on.", &[]),
            ("Its destruction of the village went on.", &[]),
            ("The destruction of the village by the army went on.", &[]),
            ("The Russian destruction of the village went on.", &[]),
            ("The army began the destruction of the village.", &[]),
            ("The destruction site lay bare. The nation of islands.", &[]),
            ("They want to partition the country.", &[]),
        ],
    );
}

#[test]
fn rhetorical_questions() {
    check(
        "rhetorical-question",
        &[
            ("Isn't it time?", &["Isn't it time"]),
            ("But who could believe that?", &["But who could believe that"]),
            ("Are they not people?", &["Are they not people"]),
            ("Did it help? Of course not. He left.", &["Did it help"]),
            ("It is strange, isn’t it?", &["It is strange, isn’t it"]),
            ("When did it rain? What would help? Did it help? He left.", &[]),
            ("How can I help?", &[]),
            ("Isn't it time to go.", &[]),
            ("Really?", &[]),
            ("?", &[]),
        ],
    );
}

#[test]
fn anaphora() {
    let three = "We will build. We will learn. We will win.";
    let never = "Never a word, never a sign, never a call came.";
    let inside = "It came without a sound, without a sign, without a name.";
    check(
        "anaphora",
        &[
            (three, &["We will", "We will", "We will"]),
            (never, &["Never a", "never a", "never a"]),
            (inside, &["without a", "without a", "without a"]),
            ("We will build. We will learn. They will win.", &[]),
            ("She said yes. She said no. She said nothing.", &[]),
            ("The king of Siam, the king of Spain, the king of Fife came.", &[]),
            ("We will. We will. We will.", &[]),
        ],
    );
}

#[test]
fn antitheses() {
    check(
        "antithesis",
        &[
            ("It is not a right but a duty.", &["not a right but a duty"]),
            ("They came not to help, but to rob.", &["not to help, but to rob"]),
            ("It is a right, not a duty.", &["a right, not a duty"]),
            ("It is not reform, it is theft.", &["not reform, it is theft"]),
            ("Far from helping, it hurt them.", &["Far from helping, it hurt them"]),
            ("It is not only a right but a duty.", &[]),
            ("He did not go, but she did. She may not win but will try.", &[]),
            ("It is far from here. Not bad.", &[]),
            ("not", &[]),
        ],
    );
}

#[test]
fn tricola() {
    check(
        "tricolon",
        &[
            (
                "It was cruel: heartless, reckless and useless.",
                &["heartless, reckless and useless"],
            ),
            ("They had no plan, no money, and no hope.", &["no plan, no money, and no hope"]),
            ("They sold milk, bread and eggs.", &[]),
            ("It was heartless, reckless, useless and pointless.", &[]),
            ("There was no plan, no money, no time, no hope.", &[]),
            ("He met Lindsay, Humphrey and Godfrey.", &[]),
            ("a, b, c", &[]),
        ],
    );
}

#[test]
fn repetitions() {
    let text = "An empty promise is an empty promise, and every empty promise costs.";
    check(
        "repetition",
        &[
            (text, &["empty promise", "empty promise", "empty promise"]),
            ("An empty promise is an empty promise.", &[]),
            ("New York, New York and New York again.", &[]),
            ("of the, of the, of the", &[]),
        ],
    );
    let far =
        format!("An empty promise. {}An empty promise. An empty promise.", "So on. ".repeat(90));
    assert!(found("repetition", &far).is_empty());
}

#[test]
fn texts_of_no_build_have_no_figure() {
    for text in ["", "?", "was", "not", "—, —, —", "\n\n\n", "was was was was", "…?"] {
        assert_eq!(findings(text).len(), 0, "{text:?}");
    }
}

#[test]
fn datelines_hold_no_figure_and_quotations_keep_their_voice() {
    let text = "Hanoi, May 4 (VNA) -- Isn't it time, he asked?\n\nHe said: “It was taken.”";
    let found: Vec<_> = findings(text).iter().map(|f| (f.span.of(text), f.voice.name())).collect();
    assert_eq!(found, [("Isn't it time, he asked", "author"), ("was taken", "quoted")]);
}

#[test]
fn very_long_sentences_are_read_in_linear_time() {
    for part in ["was not ", "not a thing, ", "no, ", "the destruction ", "red hot ", "far from a "]
    {
        let text = part.repeat(200_000 / part.len());
        let started = std::time::Instant::now();
        findings(&text);
        assert!(started.elapsed().as_secs() < 20, "{part}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_of_a_figure_never_overlap_and_lie_in_their_sentence(words in words()) {
        let text = words.concat();
        let document = Document::new(text.clone(), Layout::Blank).unwrap();
        let findings = findings(&text);
        for (at, finding) in findings.iter().enumerate() {
            let sentence = &document.sentences[finding.sentence as usize];
            prop_assert!(sentence.span.covers(finding.span) && !finding.span.is_empty());
            for other in &findings[at + 1..] {
                let same = finding.category == other.category;
                prop_assert!(!same || !finding.span.meets(other.span), "{finding:?} {other:?}");
            }
        }
    }
}

/// Words that figures are made of, and what stands between them.
fn words() -> impl Strategy<Value = Vec<String>> {
    let word = prop::sample::select(vec![
        "was",
        "not",
        "but",
        "a",
        "the",
        "no",
        "we",
        "will",
        "never",
        "destruction",
        "destroyed",
        "by",
        "of",
        "far",
        "from",
        "isn't",
        "who",
        "could",
        "really",
        "slowly",
        "calmly",
        "badly",
        "and",
        "empty",
        "promise",
        "it",
        "is",
        "Army",
        "WAS",
        "army's",
        "naïve",
    ]);
    let gap = prop::sample::select(vec![
        " ", " ", " ", " ", ", ", ", ", ". ", "? ", "-", "\n\n", " “", "” ",
    ]);
    prop::collection::vec((word, gap).prop_map(|(word, gap)| format!("{word}{gap}")), 0..60)
}

#[test]
fn the_pass_is_listed() {
    assert!(PASSES.iter().any(|pass| pass.name == super::PASS.name));
}

#[test]
fn doers_named_a_little_further_off_are_seen() {
    for text in [
        "A court charged him with the murder of a clerk.",
        "The killing of the man at the hands of police shook the town.",
        "They fear his own crackdown on the press.",
        "The dam broke by shelling the wall.",
    ] {
        assert!(found("nominalisation", text).is_empty(), "{text}");
    }
}
