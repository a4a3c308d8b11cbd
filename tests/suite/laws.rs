//! The laws, on arbitrary and on rich text. What can be computed again is computed again here, by
//! means so plain that they need no proof.

use std::sync::LazyLock;

use framescope::analysis::{Analysis, analyse};
use framescope::compare::{
    Comparison, Gathering, KeynessOptions, Labels, Membership, Plainer, Prepared, Verdict,
};
use framescope::lexicon::{EntryKind, GROUPS, Lexicon, Selection};
use framescope::passes::Finding;
use framescope::profile::{Counts, MEASURES};
use framescope::report::{FORMATS, Rows, Setting, Stamp, Totals};
use framescope::stats::Resampling;
use framescope::text::{Layout, Part, Span};
use framescope::voice::Voice;
use proptest::prelude::*;

use crate::sample::{LEXICON, any_text, rich_text, written};

/// Reads `text` with the built-in lexicons.
fn read(text: &str) -> Analysis {
    analyse(text.to_owned(), Layout::Auto, &LEXICON).unwrap()
}

fn setting(lexicon: &Lexicon) -> Setting<'_> {
    let stamp = Stamp::new(lexicon, String::new());
    Setting {
        lexicon,
        stamp,
        rows: Rows::Findings,
        by_period: false,
        explain: true,
        width: 80,
        colour: true,
        fields: Vec::new(),
    }
}

/// Every span of an analysis.
fn spans(analysis: &Analysis) -> Vec<Span> {
    let document = &analysis.document;
    let mut spans: Vec<Span> = document.tokens.iter().map(|token| token.span()).collect();
    spans.extend(document.sentences.iter().map(|sentence| sentence.span));
    spans.extend(document.paragraphs.iter().flat_map(|p| [Some(p.span), p.dateline]).flatten());
    spans
        .extend(document.quotations.iter().flat_map(|quotation| [quotation.span, quotation.inner]));
    spans.extend(analysis.findings.iter().map(|finding| finding.span));
    spans
}

/// How many runs the spans make where those that share a byte are one: the bytes they cover less
/// the neighbouring bytes that one of them holds together.
fn runs(spans: &[Span], length: usize) -> u64 {
    let (mut covered, mut tied) = (vec![false; length], vec![false; length]);
    for span in spans {
        covered[span.start..span.end].fill(true);
        tied[span.start..span.end - 1].fill(true);
    }
    let count = |bits: &[bool]| bits.iter().filter(|&&bit| bit).count() as u64;
    count(&covered) - count(&tied)
}

/// The counted findings of paragraph `index` outside its dateline.
fn counted(analysis: &Analysis, index: usize) -> Vec<&Finding> {
    let dateline = analysis.document.paragraphs[index].dateline;
    let findings = analysis.findings.iter();
    findings
        .filter(|f| f.counted() && f.paragraph as usize == index)
        .filter(|f| dateline.is_none_or(|dateline| f.span.start >= dateline.end))
        .collect()
}

/// The counts of paragraph `index`, computed again (loads and voices apart).
fn recount(analysis: &Analysis, index: usize) -> Counts {
    let findings = counted(analysis, index);
    let length = analysis.document.source.len();
    let category = |finding: &Finding| &LEXICON.categories[finding.category as usize];
    let runs_of = |wanted: &dyn Fn(&Finding) -> bool| {
        let spans: Vec<_> = findings.iter().filter(|f| wanted(f)).map(|f| f.span).collect();
        runs(&spans, length)
    };
    let mut counts = Counts::none(LEXICON.categories.len());
    for finding in &findings {
        counts.categories[finding.category as usize] += 1;
    }
    for (count, group) in counts.groups.iter_mut().zip(GROUPS) {
        *count = runs_of(&|finding| category(finding).group.id == group.id);
    }
    counts.total = runs_of(&|finding| !category(finding).group.apart);
    let paragraph = &analysis.document.paragraphs[index];
    let cue = |sentence: &usize| {
        findings.iter().any(|f| f.sentence as usize == *sentence && !category(f).group.apart)
    };
    counts.sentences = paragraph.sentence_range().len() as u64;
    counts.cue_sentences = paragraph.sentence_range().filter(cue).count() as u64;
    counts.words = u64::from(paragraph.words);
    counts
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_lie_on_characters_and_tokens_and_gaps_make_the_source(text in any_text()) {
        let analysis = read(&text);
        prop_assert_eq!(&analysis.document.source, &text);
        for span in spans(&analysis) {
            prop_assert!(span.start <= span.end && text.get(span.start..span.end).is_some(), "{span:?}");
        }
        let (mut joined, mut at) = (String::new(), 0);
        for token in &analysis.document.tokens {
            prop_assert!(token.start as usize >= at && token.end > token.start);
            joined.push_str(&text[at..token.start as usize]);
            joined.push_str(token.span().of(&text));
            at = token.end as usize;
        }
        joined.push_str(&text[at..]);
        prop_assert_eq!(joined, text);
    }

    #[test]
    fn reports_give_each_place_in_bytes_and_characters_with_its_text(text in any_text()) {
        let analysis = read(&text);
        let mut line = Vec::new();
        let format = FORMATS.iter().find(|format| format.name == "jsonl").unwrap();
        (format.document)(&setting(&LEXICON), 0, &analysis, &mut line);
        let record: serde_json::Value = serde_json::from_slice(&line).unwrap();
        let number = |value: &serde_json::Value, key: &str| value[key].as_u64().unwrap() as usize;
        let findings = record["findings"].as_array().unwrap();
        prop_assert_eq!(findings.len(), analysis.findings.len());
        for item in findings.iter().chain(record["paragraphs"].as_array().unwrap()) {
            let by_bytes = &text[number(item, "start")..number(item, "end")];
            let from = number(item, "start_char");
            let length = number(item, "end_char") - from;
            let by_chars: String = text.chars().skip(from).take(length).collect();
            prop_assert_eq!(by_bytes, &by_chars);
            if let Some(shown) = item.get("text") {
                prop_assert_eq!(shown, by_bytes);
            }
        }
    }

    #[test]
    fn findings_are_sorted_apart_and_in_their_sentence(text in any_text()) {
        let analysis = read(&text);
        let order = |f: &Finding| (f.span.start, usize::MAX - f.span.end, f.category);
        prop_assert!(analysis.findings.is_sorted_by_key(order));
        for (at, finding) in analysis.findings.iter().enumerate() {
            prop_assert!(!finding.span.is_empty());
            for other in &analysis.findings[at + 1..] {
                prop_assert!(other.category != finding.category || !other.span.meets(finding.span));
            }
            let sentence = &analysis.document.sentences[finding.sentence as usize];
            let held = match finding.pass {
                "quotes" => Span::new(finding.span.start, finding.span.start + 1),
                _ => finding.span,
            };
            prop_assert!(sentence.span.covers(held), "{finding:?}");
            prop_assert_eq!(sentence.paragraph, finding.paragraph);
            prop_assert_eq!(LEXICON.entry(finding.entry).category, finding.category);
        }
    }

    #[test]
    fn counts_are_those_of_a_plain_recount_and_sum_to_the_document(text in any_text()) {
        let analysis = read(&text);
        let mut sum = Counts::none(LEXICON.categories.len());
        for (index, counts) in analysis.paragraphs.iter().enumerate() {
            let mut again = recount(&analysis, index);
            (again.voice_words, again.voice_cues) = (counts.voice_words, counts.voice_cues);
            again.voice_loaded = counts.voice_loaded;
            prop_assert_eq!(counts, &again);
            prop_assert_eq!(counts.voice_words.iter().sum::<u64>(), counts.words);
            if analysis.document.paragraphs[index].part == Part::Body {
                sum.add(counts);
            }
        }
        prop_assert_eq!(&analysis.body, &sum);
    }

    #[test]
    fn shares_stay_within_one_and_figures_within_their_intervals(text in any_text()) {
        let analysis = read(&text);
        for counts in analysis.paragraphs.iter().chain([&analysis.body]) {
            prop_assert!(counts.cue_sentences <= counts.sentences);
            let loaded = LEXICON.categories.iter().zip(&counts.categories).filter(|(c, _)| c.loaded);
            let loaded = loaded.map(|(_, count)| count).sum::<u64>();
            prop_assert!(counts.loaded_in(Voice::Author) <= loaded);
            prop_assert!(counts.groups.iter().all(|&count| count <= counts.categories.iter().sum()));
            for measure in MEASURES {
                let value = (measure.value)(counts);
                prop_assert!(value.is_none_or(|v| v.is_finite() && v >= 0.0), "{}", measure.id);
                let interval = measure.interval.and_then(|interval| interval(counts));
                if let (Some(value), Some(interval)) = (value, interval) {
                    prop_assert!(interval.low <= value && value <= interval.high, "{}", measure.id);
                }
            }
        }
        prop_assert!(analysis.spread.iter().flatten().all(|dp| (0.0..=1.0).contains(dp)));
    }

    #[test]
    fn the_same_text_gives_the_same_bytes_in_every_format(text in rich_text()) {
        let report = || {
            let (lexicon, analysis, mut out) = (&*LEXICON, read(&text), Vec::new());
            let totals = Totals { documents: 1, body: Some(analysis.body.clone()), skipped: vec![] };
            for format in FORMATS {
                (format.begin)(&setting(lexicon), &mut out);
                (format.document)(&setting(lexicon), 0, &analysis, &mut out);
                (format.end)(&setting(lexicon), &totals, &mut out);
            }
            out
        };
        prop_assert_eq!(report(), report());
    }

    #[test]
    fn a_selection_shows_the_same_findings_of_its_categories(text in rich_text()) {
        let all = read(&text);
        for (selection, lexicon) in SELECTED.iter() {
            let some = analyse(text.clone(), Layout::Auto, lexicon).unwrap();
            let shown = |id: &str| lexicon.categories.iter().any(|category| category.id == id);
            let expected: Vec<_> =
                plain(&LEXICON, &all).into_iter().filter(|finding| shown(finding.0)).collect();
            prop_assert_eq!(sorted(plain(lexicon, &some)), sorted(expected), "{:?}", selection);
            prop_assert_eq!(some.body.words, all.body.words);
            prop_assert_eq!(some.body.voice_words, all.body.voice_words);
        }
    }

    #[test]
    fn a_text_does_not_differ_from_itself(text in rich_text(), other in rich_text()) {
        let same = compared(&text, &text);
        prop_assert!(same.only.iter().all(Vec::is_empty) && same.naming.is_empty());
        for row in &same.pair().unwrap().rows {
            prop_assert!(!matches!(row.verdict, Verdict::MoreInA | Verdict::MoreInB), "{row:?}");
            prop_assert!(row.counts.is_none_or(|(a, b)| a == b) && row.rates.0 == row.rates.1);
            prop_assert!(row.ratio.ratio.is_none_or(|ratio| (ratio - 1.0).abs() < 1e-12), "{row:?}");
            prop_assert!(row.ratio.log_ratio.is_none_or(|log| log.abs() < 1e-12), "{row:?}");
            prop_assert!(row.g2.is_none_or(|g2| g2.abs() < 1e-9), "{row:?}");
        }
        let (there, back) = (compared(&text, &other), compared(&other, &text));
        prop_assert_eq!(&there.only[0], &back.only[1]);
        prop_assert_eq!(there.naming.len(), back.naming.len());
        for row in &there.pair().unwrap().rows {
            let mirror = &back.pair().unwrap().rows;
            let mirror = mirror.iter().find(|r| r.item == row.item).unwrap();
            prop_assert_eq!(row.counts, mirror.counts.map(|(b, a)| (a, b)));
            // Sampled permutations differ with the order of the sides, so that a p beside the level may
            // be called on one of them alone, and never the other way round.
            let called = matches!(row.verdict, Verdict::MoreInA | Verdict::MoreInB);
            prop_assert!(!(called && row.verdict == mirror.verdict), "{row:?}");
        }
    }
}

fn compared(a: &str, b: &str) -> Comparison {
    let plainer = Plainer::new(&LEXICON);
    let options = KeynessOptions::default();
    let mut gathering = Gathering::new(&LEXICON, &plainer, Some(options));
    for (name, text) in [("a", a), ("b", b)] {
        let side = gathering.side(name.to_owned());
        let document = Prepared::of(read(text), &LEXICON, &plainer, true);
        gathering.add(document, Membership { side, ..Membership::default() });
    }
    let plan = Resampling { permutations: 199, resamples: 199, ..Resampling::default() };
    gathering.finish(Labels::default(), &plan)
}

/// Lexicons of which a part is shown.
static SELECTED: LazyLock<Vec<(Selection, Lexicon)>> = LazyLock::new(|| {
    let selection = |only: &[&str], without: &[&str]| Selection {
        only: only.iter().map(|&id| id.to_owned()).collect(),
        without: without.iter().map(|&id| id.to_owned()).collect(),
    };
    let all = [
        selection(&["name-calling"], &[]),
        selection(&["urgency", "labels"], &["dehumanisation"]),
        selection(&[], &["stance", "name-calling"]),
        selection(&["distancing", "division"], &[]),
    ];
    let lexicon = |selection: &Selection| Lexicon::built_in().unwrap().select(selection).unwrap();
    all.into_iter().map(|selection| (selection.clone(), lexicon(&selection))).collect()
});

/// A finding without the numbers that depend on what is shown.
type Plain<'a> = (&'a str, Span, &'a str, u8, &'a str, &'a str, bool);

fn plain<'a>(lexicon: &'a Lexicon, analysis: &Analysis) -> Vec<Plain<'a>> {
    let row = |f: &Finding| {
        let (entry, id) = (lexicon.entry(f.entry), &lexicon.category_at(f.category).id);
        let (term, voice) = (entry.term.as_str(), f.voice.name());
        (id.as_str(), f.span, term, f.strength, f.pass, voice, f.counted())
    };
    analysis.findings.iter().map(row).collect()
}

fn sorted(mut findings: Vec<Plain<'_>>) -> Vec<Plain<'_>> {
    findings.sort_by_key(|finding| (finding.1, finding.0));
    findings
}

#[test]
fn a_figure_over_nothing_is_none() {
    for measure in MEASURES {
        let nothing = Counts::none(LEXICON.categories.len());
        assert_eq!((measure.value)(&nothing), None, "{}", measure.id);
        let interval = measure.interval.and_then(|interval| interval(&nothing));
        assert_eq!(interval, None, "{}", measure.id);
    }
}

#[test]
fn every_term_is_found_over_line_breaks_runs_of_space_and_curly_apostrophes() {
    let mut wrong = Vec::new();
    for (index, entry) in (0_u32..).zip(&LEXICON.entries) {
        let conditional = !LEXICON.block(entry).when.is_empty();
        // A name may be a form of another name of its actor.
        let name = LEXICON.alias(index).is_some();
        if entry.kind != EntryKind::Term || conditional || name {
            continue;
        }
        let plain = written(&entry.term);
        let ways = [
            plain.clone(),
            plain.replace(' ', "\n"),
            plain.replace(' ', "\r\n"),
            plain.replace(' ', " \u{a0}\t "),
            plain.replace('\'', "’"),
            format!("“{plain}”"),
            plain.replacen(' ', " “", 1),
        ];
        for way in ways {
            let document = framescope::text::Document::new(way.clone(), Layout::Blank).unwrap();
            if !LEXICON.matches(&document).hits.iter().any(|hit| hit.entry == index) {
                wrong.push(format!("{}: {way:?}", LEXICON.category(entry).id));
            }
        }
    }
    assert!(wrong.is_empty(), "{} ways\n{}", wrong.len(), wrong.join("\n"));
}
