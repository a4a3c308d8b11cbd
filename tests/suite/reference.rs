//! A slow and obvious matcher against the real one. It knows no tables, no folding by bytes and no
//! order of search: for every sentence, every start and every form, written out as words, it looks
//! whether the form stands there.

use framescope::analysis::analyse;
use framescope::lexicon::{Lexicon, Source};
use framescope::text::{Document, Layout};
use proptest::prelude::*;

/// A small lexicon with one of each: inflection, stem, gap, alternatives, capitals, comma, rules.
const LABELS: &str = r#"
id = "small"
title = "Small"
group = "labels"
language = "en"
version = "1.0.0"
polarity = "negative"
why = "For tests."
sources = ["none"]
flags = []
ignores = []
[[entries]]
terms = ["puppet"]
strength = 3
inflect = "noun"
why = "a"
unless = { before = ["sock", "finger ... and"], after = ["show"], sentence = ["the Muppets"] }
[[entries]]
terms = ["a|the|_ hegemon* plan", "either ... or", "puppet show and puppet master", "vassal-state"]
strength = 2
why = "b"
[[entries]]
terms = ["US"]
strength = 1
why = "c"
[[entries]]
terms = ["Iron Man"]
strength = 1
case = "exact"
why = "d"
[[entries]]
terms = ["like it or not, you"]
strength = 2
why = "e"
[[entries]]
terms = ["cook up"]
strength = 1
inflect = "verb"
why = "f"
when = { before = ["they"], after = ["plan"], sentence = ["or not"] }
"#;

/// A second category, whose terms overlap those of the first.
const STANCE: &str = r#"
id = "other"
title = "Other"
group = "stance"
language = "en"
version = "1.0.0"
polarity = "neutral"
why = "For tests."
sources = ["none"]
flags = []
ignores = []
[[entries]]
terms = ["master", "puppet master", "state plan"]
strength = 1
why = "g"
"#;

/// A form as the reference reads it: words; `word*` a stem, `...` a gap, `, word` may follow a comma.
struct Form {
    category: &'static str,
    term: &'static str,
    words: &'static [&'static str],
    strength: u8,
    capitals: Capitals,
    rules: Option<&'static Rules>,
}

#[derive(PartialEq)]
enum Capitals {
    Any,
    All,
    AsWritten,
}

/// What stands before, after, or in the sentence.
struct Rules {
    silenced: bool,
    before: &'static [&'static [&'static str]],
    after: &'static [&'static [&'static str]],
    sentence: &'static [&'static [&'static str]],
}

const UNLESS: Rules = Rules {
    silenced: true,
    before: &[&["sock"], &["finger", "...", "and"]],
    after: &[&["show"]],
    sentence: &[&["the", "muppets"]],
};
const WHEN: Rules = Rules {
    silenced: false,
    before: &[&["they"]],
    after: &[&["plan"]],
    sentence: &[&["or", "not"]],
};

const fn form(
    category: &'static str,
    term: &'static str,
    words: &'static [&'static str],
    strength: u8,
) -> Form {
    Form { category, term, words, strength, capitals: Capitals::Any, rules: None }
}

const PLAN: &str = "a|the|_ hegemon* plan";
const LONG: &str = "puppet show and puppet master";

/// All forms, written out by hand, by entry.
const FORMS: &[Form] = &[
    Form { rules: Some(&UNLESS), ..form("small", "puppet", &["puppet"], 3) },
    Form { rules: Some(&UNLESS), ..form("small", "puppet", &["puppets"], 3) },
    form("small", PLAN, &["a", "hegemon*", "plan"], 2),
    form("small", PLAN, &["the", "hegemon*", "plan"], 2),
    form("small", PLAN, &["hegemon*", "plan"], 2),
    form("small", "either ... or", &["either", "...", "or"], 2),
    form("small", LONG, &["puppet", "show", "and", "puppet", "master"], 2),
    form("small", "vassal-state", &["vassal", "state"], 2),
    Form { capitals: Capitals::All, ..form("small", "US", &["us"], 1) },
    Form { capitals: Capitals::AsWritten, ..form("small", "Iron Man", &["Iron", "Man"], 1) },
    form("small", "like it or not, you", &["like", "it", "or", "not", ", you"], 2),
    Form { rules: Some(&WHEN), ..form("small", "cook up", &["cook", "up"], 1) },
    Form { rules: Some(&WHEN), ..form("small", "cook up", &["cooks", "up"], 1) },
    Form { rules: Some(&WHEN), ..form("small", "cook up", &["cooking", "up"], 1) },
    Form { rules: Some(&WHEN), ..form("small", "cook up", &["cooked", "up"], 1) },
    form("other", "master", &["master"], 1),
    form("other", "puppet master", &["puppet", "master"], 1),
    form("other", "state plan", &["state", "plan"], 1),
];

/// A word of a sentence, and the characters that stand before it.
struct Word<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    gap: &'a str,
}

impl Word<'_> {
    /// Whether a hyphen joins it to the word before.
    fn is_joined(&self) -> bool {
        self.gap == "-"
    }

    /// Whether a phrase may run from the word before to this one.
    fn continues(&self, comma: bool) -> bool {
        let passes = |c: char| c.is_whitespace() || c == '"' || (comma && c == ',');
        self.is_joined() || self.gap.chars().all(passes)
    }

    fn is(&self, wanted: &str, capitals: &Capitals) -> bool {
        let text = self.text.replace('’', "'").replace('.', "");
        let base = text.strip_suffix("'s").unwrap_or(&text);
        if *capitals == Capitals::AsWritten {
            return text == wanted || base == wanted;
        }
        if *capitals == Capitals::All && base.chars().any(char::is_lowercase) {
            return false;
        }
        let (text, base) = (text.to_lowercase(), base.to_lowercase());
        match wanted.strip_suffix('*') {
            Some(stem) => text.starts_with(stem),
            None => text == wanted || base == wanted,
        }
    }
}

/// Every last word of `form` where it starts at word `at`, shorter gaps first.
fn ends(form: &[&str], capitals: &Capitals, words: &[Word<'_>], at: usize) -> Vec<usize> {
    let Some((first, rest)) = form.split_first() else { return Vec::new() };
    if !words.get(at).is_some_and(|word| word.is(first.trim_start_matches(", "), capitals)) {
        return Vec::new();
    }
    match rest.first() {
        None => vec![at],
        Some(&"...") => behind_gap(words, at)
            .into_iter()
            .flat_map(|next| ends(&rest[1..], capitals, words, next))
            .collect(),
        Some(next) => match words.get(at + 1) {
            Some(word) if word.continues(next.starts_with(", ")) => {
                ends(rest, capitals, words, at + 1)
            }
            _ => Vec::new(),
        },
    }
}

/// Where a form goes on behind word `at` and up to three more. A compound is one word.
fn behind_gap(words: &[Word<'_>], at: usize) -> Vec<usize> {
    let mut places = vec![at + 1];
    for _ in 0..3 {
        let mut next = places[places.len() - 1] + 1;
        while words.get(next).is_some_and(Word::is_joined) {
            next += 1;
        }
        places.push(next);
    }
    let open = |&next: &usize| {
        words.get(at + 1..=next).is_some_and(|gap| gap.iter().all(|word| word.continues(true)))
    };
    places.into_iter().filter(open).collect()
}

/// Whether the rules let the words `first..=end` stand.
fn allowed(rules: &Rules, words: &[Word<'_>], first: usize, end: usize) -> bool {
    let at = |phrase: &[&str], at: usize| ends(phrase, &Capitals::Any, words, at);
    let before = words[first].continues(true)
        && rules.before.iter().any(|p| (0..first).any(|from| at(p, from).contains(&(first - 1))));
    let after = words.get(end + 1).is_some_and(|word| word.continues(true))
        && rules.after.iter().any(|phrase| !at(phrase, end + 1).is_empty());
    let beyond = |from: usize, to: usize| from < first || to > end;
    let anywhere = |phrase: &[&str]| {
        (0..words.len()).any(|from| at(phrase, from).iter().any(|&to| beyond(from, to)))
    };
    let sentence = rules.sentence.iter().any(|phrase| anywhere(phrase));
    (before || after || sentence) != rules.silenced
}

/// A finding: category, term, first byte, one past the last, whether it counts.
type Row = (&'static str, &'static str, usize, usize, bool);

/// The findings of one sentence.
fn sentence(words: &[Word<'_>]) -> Vec<Row> {
    let mut candidates: Vec<(usize, usize, usize)> = Vec::new();
    for start in (0..words.len()).filter(|&start| !words[start].is_joined()) {
        for (index, form) in FORMS.iter().enumerate() {
            let whole = |end: &usize| words.get(end + 1).is_none_or(|word| !word.is_joined());
            let mut ends = ends(form.words, &form.capitals, words, start).into_iter();
            let Some(end) = ends.find(whole) else { continue };
            if form.rules.is_none_or(|rules| allowed(rules, words, start, end)) {
                candidates.push((start, end, index));
            }
        }
    }
    // Leftmost, then longest, then first in the file; within its category none overlaps it.
    candidates.sort_by_key(|&(start, end, form)| (start, usize::MAX - end, form));
    let mut kept: Vec<(usize, usize, &Form)> = Vec::new();
    for (start, end, form) in candidates {
        let form = &FORMS[form];
        if kept.iter().all(|&(_, to, other)| other.category != form.category || to < start) {
            kept.push((start, end, form));
        }
    }
    let company = |start: usize, end: usize| {
        kept.iter().any(|&(from, to, form)| form.category == "small" && (to < start || from > end))
    };
    let row = |&(start, end, form): &(usize, usize, &Form)| {
        let counted = form.strength > 1 || form.category == "other" || company(start, end);
        (form.category, form.term, words[start].start, words[end].end, counted)
    };
    kept.iter().map(row).collect()
}

/// All findings of a text, sentence by sentence.
fn expected(document: &Document) -> Vec<Row> {
    let mut rows = Vec::new();
    for part in &document.sentences {
        let mut at = part.span.start;
        let mut words = Vec::new();
        for token in &document.tokens[part.token_range()] {
            let (start, end) = (token.start as usize, token.end as usize);
            let (text, gap) = (&document.source[start..end], &document.source[at..start]);
            words.push(Word { start, end, text, gap });
            // A stop inside a sentence is an abbreviation's and belongs to its word.
            let stop = document.source[end..].starts_with('.');
            at = end + usize::from(stop);
        }
        rows.extend(sentence(&words));
    }
    rows.sort_unstable();
    rows
}

fn lexicon() -> Lexicon {
    let source =
        |file: &'static str, text: &'static str| Source { file: file.into(), text: text.into() };
    Lexicon::compile(&[source("small.toml", LABELS), source("other.toml", STANCE)]).unwrap()
}

/// Texts of the lexicon's words and a few that are not its own.
fn text() -> impl Strategy<Value = String> {
    let words = "puppet puppets Puppet's puppetry master show sock finger and the a hegemon hegemonic \
        HEGEMONY plan plans either or nor vassal state US us US's U.S Iron iron Man MAN like it not you \
        cook cooks cooking cooked up they Muppets";
    let words: Vec<_> = words.split_whitespace().collect();
    let gaps = vec![
        " ", " ", " ", " ", " ", " ", "  ", "\n", "-", "-", ", ", " \"", "\" ", "; ", ". ", " -- ",
    ];
    let pair = (prop::sample::select(words), prop::sample::select(gaps));
    let starts =
        ["either puppet or ", "like it or not, you ", "they cook up a ", "the hegemonic plan "];
    let some = prop_oneof![1 => prop::sample::select(starts.to_vec()).prop_map(str::to_owned).boxed(),
        9 => pair.prop_map(|(word, gap)| format!("{word}{gap}")).boxed()];
    prop::collection::vec(some, 1..30).prop_map(|parts| parts.concat())
}

fn check(lexicon: &Lexicon, text: &str) -> Result<(), TestCaseError> {
    let analysis = analyse(text.to_owned(), Layout::Blank, lexicon).unwrap();
    let mut found: Vec<_> = analysis
        .findings
        .iter()
        .map(|f| {
            let id = lexicon.category_at(f.category).id.as_str();
            let term = lexicon.entry(f.entry).term.as_str();
            (id, term, f.span.start, f.span.end, f.counted())
        })
        .collect();
    found.sort_unstable();
    prop_assert_eq!(found, expected(&analysis.document), "{:?}", text);
    Ok(())
}

#[test]
fn the_matcher_agrees_with_the_reference() {
    let lexicon = lexicon();
    for text in [
        "They cook up a plan; the puppet master saw the hegemonic plan.",
        "Either the sock puppet or finger puppets and puppet.",
        "Iron Man's vassal state plan, like it or not you, cooked up, plan",
        "finger and and puppet finger a-b c-d e-f and puppet either or-nor puppet or",
        "either-or either vassal-state a b c or",
    ] {
        check(&lexicon, text).unwrap();
    }
    // The texts are short and the matcher is quick: many more than a law is tried on.
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    config.cases *= 80;
    let mut runner = proptest::test_runner::TestRunner::new(config);
    runner.run(&text(), |text| check(&lexicon, &text)).unwrap();
}
