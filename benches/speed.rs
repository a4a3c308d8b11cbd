//! Speed of each room against bare `unicode_word_indices` over the same text, in the same run.
//!
//! `cargo bench` makes its text from the examples, paragraphs in a seeded order. To measure on
//! other text: `FRAMESCOPE_BENCH=corpus.jsonl cargo bench` (JSON lines, or plain text).

use std::sync::LazyLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use framescope::analysis::{Options, analyse, analyse_record};
use framescope::input::{Form, Record, Records, resolve};
use framescope::lexicon::Lexicon;
use framescope::report::{FORMATS, Rows, Setting, Stamp};
use framescope::text::{Document, Layout, Span, tokenise};
use unicode_segmentation::UnicodeSegmentation as _;

fn main() {
    divan::main();
}

/// The bytes of text that the examples are stretched to.
const SIZE: usize = 4_000_000;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built_in().expect("built-in"));

static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| {
    if let Some(path) = std::env::var_os("FRAMESCOPE_BENCH") {
        let (places, _) = resolve(&[path.into()]);
        return Records::new(places, Form::default()).filter_map(Result::ok).collect();
    }
    let examples = [
        include_str!("../examples/harbour-communique.txt"),
        include_str!("../examples/harbour-dispatch.txt"),
        include_str!("../examples/harbour-wire.txt"),
    ];
    let paragraphs: Vec<&str> = examples.iter().flat_map(|text| text.split("\n\n")).collect();
    let (mut seed, mut records, mut bytes) = (1_u64, Vec::new(), 0);
    while bytes < SIZE {
        let mut next = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            paragraphs[(seed >> 33) as usize % paragraphs.len()]
        };
        let text = (0..12).map(|_| next()).collect::<Vec<_>>().join("\n\n");
        bytes += text.len();
        let id = records.len().to_string();
        records.push(Record { id, text, metadata: serde_json::Map::new() });
    }
    records
});

fn over(bencher: Bencher<'_, '_>, work: impl Fn(&Record) -> usize + Sync) {
    let bytes: usize = RECORDS.iter().map(|record| record.text.len()).sum();
    LazyLock::force(&LEXICON);
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| RECORDS.iter().map(|record| work(black_box(record))).sum::<usize>());
}

/// The yardstick.
#[divan::bench]
fn a_unicode_word_indices(bencher: Bencher<'_, '_>) {
    over(bencher, |record| record.text.unicode_word_indices().count());
}

#[divan::bench]
fn b_tokens(bencher: Bencher<'_, '_>) {
    over(bencher, |record| {
        let mut tokens = Vec::new();
        tokenise(&record.text, Span::new(0, record.text.len()), &mut tokens);
        tokens.len()
    });
}

#[divan::bench]
fn c_document(bencher: Bencher<'_, '_>) {
    over(bencher, |record| {
        Document::new(record.text.clone(), Layout::Auto).map_or(0, |d| d.tokens.len())
    });
}

#[divan::bench]
fn d_document_and_matches(bencher: Bencher<'_, '_>) {
    over(bencher, |record| {
        let document = Document::new(record.text.clone(), Layout::Auto);
        document.map_or(0, |document| LEXICON.matches(&document).hits.len())
    });
}

#[divan::bench]
fn e_analysis(bencher: Bencher<'_, '_>) {
    over(bencher, |record| {
        analyse(record.text.clone(), Layout::Auto, &LEXICON).map_or(0, |a| a.findings.len())
    });
}

/// `report --format csv --rows paragraphs`.
#[divan::bench]
fn f_report_csv_paragraphs(bencher: Bencher<'_, '_>) {
    let setting = Setting {
        lexicon: &LEXICON,
        stamp: Stamp::new(&LEXICON, String::new()),
        rows: Rows::Paragraphs,
        by_period: false,
        explain: false,
        width: 80,
        colour: false,
        fields: Vec::new(),
    };
    let csv = FORMATS.iter().find(|format| format.name == "csv").expect("csv");
    over(bencher, |record| {
        let analysis = analyse_record(record.clone(), &Options::default(), &LEXICON);
        let mut out = Vec::new();
        if let Ok(analysis) = analysis {
            (csv.document)(&setting, 0, &analysis, &mut out);
        }
        out.len()
    });
}
