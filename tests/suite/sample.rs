//! Texts to try laws on: any characters at all, and texts rich in what the program looks for.

use std::sync::LazyLock;

use framescope::lexicon::{EntryKind, Lexicon};
use proptest::prelude::*;

/// The built-in lexicons, compiled once.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built_in().unwrap());

/// Every term of the built-in lexicons as a text would hold it.
static TERMS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let terms = LEXICON.entries.iter().filter(|entry| entry.kind == EntryKind::Term);
    terms.map(|entry| written(&entry.term)).collect()
});

/// The example sentences of the built-in lexicons.
static SENTENCES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let all = LEXICON.categories.iter().flat_map(|c| c.flags.iter().chain(&c.ignores));
    all.map(|example| example.text.clone()).collect()
});

/// The term as a text would hold it: first alternatives, two words in a gap, no marks.
pub(crate) fn written(term: &str) -> String {
    let word = |chunk: &str| {
        let (chunk, comma) = chunk.strip_suffix(',').map_or((chunk, ""), |rest| (rest, ","));
        let word = chunk.split('|').find(|word| *word != "_").unwrap_or_default();
        match chunk {
            "..." => "very much".to_owned(),
            _ => format!("{}{comma}", word.trim_end_matches(['~', '*'])),
        }
    };
    term.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// What stands between the terms of a rich text.
const MARKS: &[&str] = &[
    ".",
    ",",
    "?",
    "!",
    ";",
    ":",
    "...",
    "…",
    "-",
    "—",
    "–",
    "\u{2011}",
    "/",
    "(",
    ")",
    "[",
    "]",
    "\"",
    "'",
    "`",
    "“",
    "”",
    "‘",
    "’",
    "„",
    "«",
    "»",
    "’s",
    "'s",
    "s",
    "*",
    "# ",
    "- ",
    "> ",
    "```",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\n \n",
    "\t",
    "\u{a0}",
    "\u{2028}",
    "\u{feff}",
    "\u{200b}",
    "\u{ad}",
    "\u{301}",
    "\0",
    "\u{1b}[31m",
    "\u{202e}",
    "é",
    "日本",
    "ไทย",
    "👩‍👩‍👧",
    "İ",
    "ß",
    "ﬁ",
];

/// Words and phrases that the rules of text look at.
const WORDS: &[&str] = &[
    "the",
    "he said",
    "according to officials",
    "claimed",
    "Mr. Smith",
    "U.S.",
    "US",
    "us",
    "No. 3",
    "Jan. 29",
    "p.m.",
    "e.g.",
    "3.5",
    "2,000",
    "J. R. Miller",
    "and",
    "not",
    "of a foreign power",
    "Pyongyang, January 30 (KCNA) --",
    "LONDON, March 2 (Reuters) -",
    "HEADLINE HERE",
    "A Title Here",
    "U.S.-led",
    "so-called",
    "anti-",
    "don't",
    "don’t",
    "café",
    "The ministers met on Tuesday.",
];

/// A stretch of a rich text.
fn piece() -> impl Strategy<Value = String> {
    let among = |list: &'static [&'static str]| prop::sample::select(list).prop_map(str::to_owned);
    let listed = |list: &'static LazyLock<Vec<String>>| prop::sample::select(list.as_slice());
    prop_oneof![
        8 => listed(&TERMS),
        2 => listed(&TERMS).prop_map(|term| term.to_uppercase()),
        2 => listed(&TERMS).prop_map(|term| format!("“{term}”")),
        1 => listed(&TERMS).prop_map(|term| format!("\"{term},\" he said.")),
        2 => listed(&SENTENCES),
        5 => among(WORDS),
        6 => among(MARKS),
        1 => "\\PC{1,4}",
    ]
}

/// A text full of entries, quotations, marks and odd characters.
pub(crate) fn rich_text() -> impl Strategy<Value = String> {
    let joint = prop_oneof![12 => Just(" "), 2 => Just(""), 1 => Just("\n"), 2 => Just("\n\n"),
        1 => Just("\r\n"), 1 => Just(". "), 1 => Just("-")];
    prop::collection::vec((piece(), joint), 0..40).prop_map(|pieces| {
        pieces.into_iter().flat_map(|(text, joint)| [text, joint.into()]).collect()
    })
}

/// Any text, mostly a rich one.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![4 => rich_text(), 1 => "(?s).{0,120}", 1 => "[ -~\n\r\t“”‘’—é]{0,200}"]
}
