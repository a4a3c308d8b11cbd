//! A tiny lexicon and what is made with it, for the tests of reports.

use super::{Rows, Setting, Stamp};
use crate::analysis::{Analysis, analyse};
use crate::compare::{
    Comparison, Gathering, KeynessOptions, Labels, Membership, Plainer, Prepared,
};
use crate::lexicon::{Lexicon, Source};
use crate::stats::Resampling;
use crate::text::Layout;

const LABELS: &str = r#"
id = "name-calling"
title = "Name-calling"
group = "labels"
language = "en"
version = "1.0.0"
polarity = "negative"
why = "A demeaning label."
sources = ["Invented 2020"]
flags = []
ignores = []
[[entries]]
terms = ["gnome", "puppet", "vile puppet"]
strength = 3
inflect = "noun"
why = "denies a will of its own, <i>say</i> some | many"
instead = ["ally", "the partner"]
"#;

const EVALUATION: &str = r#"
id = "loaded-negative"
title = "Loaded <negative> word"
group = "evaluation"
language = "en"
version = "1.0.0"
polarity = "negative"
why = "A word that blames."
sources = ["Invented 2020"]
flags = []
ignores = []
[[entries]]
terms = ["puppet of the", "vile"]
strength = 2
why = "blames"
[[entries]]
terms = ["odd"]
strength = 1
why = "blames a little"
"#;

/// Two categories; "odd" counts only in company, and spans of the two can nest and cross.
pub(super) fn lexicon() -> Lexicon {
    let sources = [("labels.toml", LABELS), ("evaluation.toml", EVALUATION)]
        .map(|(file, text)| Source { file: file.into(), text: text.into() });
    Lexicon::compile(&sources).unwrap()
}

/// The setting of a plain report.
pub(super) fn setting(lexicon: &Lexicon) -> Setting<'_> {
    Setting {
        lexicon,
        stamp: Stamp::new(lexicon, String::new()),
        rows: Rows::default(),
        by_period: false,
        explain: false,
        width: 80,
        colour: false,
        fields: Vec::new(),
    }
}

/// The analysis of `text`, called "sample.txt".
pub(super) fn analysis(lexicon: &Lexicon, text: &str) -> Analysis {
    let mut analysis = analyse(text.to_owned(), Layout::Auto, lexicon).unwrap();
    analysis.id = "sample.txt".to_owned();
    analysis
}

/// Two texts, compared.
pub(super) fn comparison(lexicon: &Lexicon, a: &str, b: &str) -> Comparison {
    let plainer = Plainer::new(lexicon);
    let options = KeynessOptions::default();
    let mut gathering = Gathering::new(lexicon, &plainer, Some(options));
    for (name, text) in [("a.txt", a), ("b.txt", b)] {
        let side = gathering.side(name.to_owned());
        let document = Prepared::of(analysis(lexicon, text), lexicon, &plainer, true);
        gathering.add(document, Membership { side, ..Membership::default() });
    }
    gathering.finish(Labels::default(), &Resampling::default())
}
