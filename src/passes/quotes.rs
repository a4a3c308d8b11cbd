//! The `quotes` pass: scare quotes, found by their marks and by the want of a speaker.

use super::{Found, Pass, Reading};

/// The name of the pass.
pub const NAME: &str = "quotes";

pub(super) const PASS: Pass = Pass {
    name: NAME,
    about: "scare quotes: short quoted fragments with no speaker in their sentence",
    settled: false,
    run,
};

fn run(reading: &Reading<'_>) -> Vec<Found> {
    let document = reading.document;
    let scares = reading.voices.scare_quotes().iter();
    scares
        .filter_map(|&(quotation, entry)| {
            let inner = document.quotations[quotation].inner;
            // From the first word to the last: the comma before the closing mark is no part of it.
            let (first, last) = document.tokens_in(inner)?;
            let span = document.span(first, last);
            let sentence = document.sentence_of(span.start)? as u32;
            Some(Found { entry, span, sentence })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{Lexicon, Source};
    use crate::passes::{Finding, Reading, run};
    use crate::text::{Document, Layout};
    use crate::voice::Voices;

    const FILE: &str = r#"
        id = "scare"
        title = "Scare quotes"
        group = "stance"
        language = "en"
        version = "1.0.0"
        polarity = "neutral"
        why = "Marks that keep away."
        sources = ["none"]
        flags = []
        ignores = []
        scare_quotes = { words = 3, strength = 2, why = "keeps its distance" }
    "#;

    fn findings(text: &str) -> Vec<Finding> {
        let source = Source { file: "scare.toml".into(), text: FILE.into() };
        let lexicon = &Lexicon::compile(&[source]).unwrap();
        let document = &Document::new(text.to_owned(), Layout::Blank).unwrap();
        let matches = &lexicon.matches(document);
        let voices = &Voices::find(document, lexicon, matches);
        run(&Reading { document, lexicon, matches, voices })
    }

    #[test]
    fn a_fragment_needs_both_its_marks_and_stands_in_the_sentence_of_its_first_word() {
        let table: &[(&str, &[(&str, u32)])] = &[
            ("It won. It was a “victory,” for them.", &[("victory", 1)]),
            ("It was a “victory for them.", &[]),
            ("It was a \"victory", &[]),
            ("It was a “victory\n\n“and more.", &[]),
            ("a[“—.\tA”", &[("A", 1)]),
        ];
        for (text, expected) in table {
            let findings = findings(text);
            let found: Vec<_> = findings.iter().map(|f| (f.span.of(text), f.sentence)).collect();
            assert_eq!(found, *expected, "{text}");
        }
    }
}
