//! Tests of quotations, most of them tables.

use super::*;
use crate::text::Layout;

fn quoted(text: &str) -> (Document, Vec<String>) {
    let document = Document::new(text.to_owned(), Layout::Blank).unwrap();
    let show = |quotation: &Quotation| {
        let inner = quotation.inner.of(text);
        let end = match quotation.close {
            Close::Marked => "",
            Close::Continued => "+",
            Close::Left => "!",
        };
        format!("{}{inner}{end}", ">".repeat(usize::from(quotation.depth)))
    };
    let shown = document.quotations.iter().map(show).collect();
    (document, shown)
}

/// A text and what it quotes: `>` for each level of depth, `+` continued, `!` left open.
type Case = (&'static str, &'static [&'static str]);

#[rustfmt::skip]
const CASES: &[Case] = &[
    // straight
    ("He said \"no way\" and left.", &["no way"]),
    ("\"No,\" he said, \"not now.\"", &["No,", "not now."]),
    ("(\"No\") and [\"yes\"]", &["No", "yes"]),
    ("a \"war\"-like act", &["war"]),
    ("so-called—\"peace\"—talks", &["peace"]),
    ("\"We were—\" he began.", &["We were—"]),
    ("He said \" no way \" and left.", &[" no way "]),
    ("said\"We go\"and left", &["We go"]),
    ("\"...and so on,\" he said.", &["...and so on,"]),
    ("*\"We go,\"* he said.", &["We go,"]),
    ("\"$5 is fine,\" he said.", &["$5 is fine,"]),
    ("\"We won, \"he said. \"It was hard.\"", &["We won, ", "It was hard."]),
    // curly, low, guillemets
    ("He said “no way” and left.", &["no way"]),
    ("„Nein“, sagte er.", &["Nein"]),
    ("„Nie”, rzekł.", &["Nie"]),
    ("”Nej”, sa han.", &["Nej"]),
    ("“Typed so“ he said.", &["Typed so"]),
    ("“Mixed so\" he said.", &["Mixed so"]),
    ("\"Mixed so” he said.", &["Mixed so"]),
    ("Il dit « non » et part.", &[" non "]),
    ("Il dit «non» et part.", &["non"]),
    ("Er sagt »nein« und geht.", &["nein"]),
    ("Er sagt ›nein‹ und geht.", &["nein"]),
    ("``No way,'' he said.", &["No way,"]),
    // single
    ("He said 'no' to it.", &["no"]),
    ("He said ‘no’ to it.", &["no"]),
    ("‘No,’ he said, ‘not now.’", &["No,", "not now."]),
    ("‚Nein‘, sagte er.", &["Nein"]),
    ("the `old' way", &["old"]),
    ("They want ‘the workers’ rights back’ now.", &["the workers’ rights back"]),
    ("She called it 'the boss's law' again.", &["the boss's law"]),
    ("'Don't go,' she said.", &["Don't go,"]),
    // nested
    ("\"He said 'no' to it,\" she said.", &["He said 'no' to it,", ">no"]),
    ("“He said ‘no’ to it,” she said.", &["He said ‘no’ to it,", ">no"]),
    ("‘He said “no” to it,’ she said.", &["He said “no” to it,", ">no"]),
    ("“He said “no” to it,” she said.", &["He said “no” to it,", ">no"]),
    ("\"He said 'no'\"", &["He said 'no'", ">no"]),
    ("\"'No' was the word.\"", &["'No' was the word.", ">No"]),
    ("« Il dit “non” » ici", &[" Il dit “non” ", ">non"]),
    ("“A ‘b “c” d’ e”", &["A ‘b “c” d’ e", ">b “c” d", ">>c"]),
    ("“The workers’ rights,” he said, “don’t count.”", &["The workers’ rights,", "don’t count."]),
    ("\"Give 'em hell,\" he said, \"and go.\"", &["Give 'em hell,", "and go."]),
    // apostrophes
    ("I don't, you don’t, O'Brien won't.", &[]),
    ("The workers' rights and James’ car.", &[]),
    ("'Tis the season of '90s rock 'n' roll.", &[]),
    ("’Tis the season of ’90s rock ’n’ roll.", &[]),
    ("He was goin' to the dogs' home.", &[]),
    ("The class of '68 and the bosses' men.", &[]),
    ("It's 'bout time they let 'em go.", &[]),
    ("An 'odd mark alone.", &[]),
    // inches and feet
    ("A 6\" pipe and a 4\" pipe.", &[]),
    ("He is 5'10\" and she is 5' 6\" tall.", &[]),
    ("\"He is 5'10\" tall,\" she said.", &["He is 5'10\" tall,"]),
    // paragraphs
    ("“One day.\n\n“Two days.\n\n“Three,” he said.", &["One day.+", "Two days.+", "Three,"]),
    ("\"One day.\n\n\"Two days,\" he said.", &["One day.+", "Two days,"]),
    ("« Un jour.\n\n« Deux jours », dit-il.", &[" Un jour.+", " Deux jours "]),
    ("‘One day.\n\n‘Two days,’ he said.", &["One day.+", "Two days,"]),
    ("He said \"one day.\n\nThen he left.", &["one day.!"]),
    ("“One day.\n\nTwo days.", &["One day.!"]),
    ("“One “two” three.\n\n“Four.”", &["One “two” three.+", ">two", "Four."]),
    // unpaired
    ("\"One, he said. \"Two,\" he added. Three.", &["One, he said.!", "Two,"]),
    ("“One, he said. “Two,” he added. Three.", &["One, he said.!", "Two,"]),
    ("One,\" he said. Two.", &[]),
    ("One,” he said. “Two” is next.", &["Two"]),
    ("“One «two” three» four", &["One «two"]),
    ("Home › News › World", &[]),
    ("A stray \" mark here.", &[]),
    ("\"\" and “” and \"—\"", &[]),
    ("\"One ‘two\" three’ four", &["One ‘two"]),
];

#[test]
fn quotations() {
    assert!(CASES.len() >= 40);
    let wrong: Vec<_> = CASES
        .iter()
        .map(|&(text, expected)| (text, quoted(text).1, expected))
        .filter(|(_, found, expected)| found != expected)
        .collect();
    assert!(wrong.is_empty(), "text, found, expected: {wrong:#?}");
}

#[test]
fn spans_hold_the_marks_and_words_are_counted() {
    let text = "One.\n\nHe said ``a vassal-state of the U.S.'' today.";
    let (document, _) = quoted(text);
    let quotation = document.quotations[0];
    assert_eq!(quotation.span.of(text), "``a vassal-state of the U.S.''");
    assert_eq!((quotation.paragraph, quotation.words), (1, 5));
}

#[test]
fn many_unclosed_marks_cost_little_and_mask_nothing() {
    for mark in ["\"", "“", "«", "‘", "'", "„"] {
        let text = format!("{mark}word ").repeat(200_000);
        let document = Document::new(text, Layout::Blank).unwrap();
        assert!(document.quotations.iter().all(|quotation| quotation.words == 1), "{mark}");
    }
    for (open, close) in [("“", "”"), ("«", "»")] {
        let text = format!(
            "{}{}",
            format!("{open}a ").repeat(100_000),
            format!("b{close} ").repeat(100_000)
        );
        let document = Document::new(text, Layout::Blank).unwrap();
        assert_eq!(document.quotations.len(), 100_000);
        assert_eq!(document.quotations[99_999].depth, u8::MAX);
    }
}
