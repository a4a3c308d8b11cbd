//! Permutation tests of a corpus against plain reading of the same corpus, both on one thread.
//!
//! `cargo bench --bench permutation`: 20,000 documents of about 300 words, made from the examples in a seeded
//! order; 80 items (every category, and groups); 9,999 permutations. The aim is a ratio below 1.

use std::sync::LazyLock;

use divan::{Bencher, black_box};
use framescope::analysis::{Analysis, analyse};
use framescope::lexicon::Lexicon;
use framescope::stats::{Resampling, Table, permutation_test, ratios};
use framescope::text::Layout;

fn main() {
    divan::main();
}

const DOCUMENTS: usize = 20_000;
const ITEMS: usize = 80;
/// Texts that differ; the corpus repeats them.
const TEXTS: usize = 500;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built_in().expect("built-in"));

static CORPUS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let examples = [
        include_str!("../examples/harbour-communique.txt"),
        include_str!("../examples/harbour-dispatch.txt"),
        include_str!("../examples/harbour-wire.txt"),
    ];
    let paragraphs: Vec<&str> = examples.iter().flat_map(|text| text.split("\n\n")).collect();
    let mut seed = 1_u64;
    let mut text = || {
        let mut next = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            paragraphs[(seed >> 33) as usize % paragraphs.len()]
        };
        (0..8).map(|_| next()).collect::<Vec<_>>().join("\n\n")
    };
    (0..TEXTS).map(|_| text()).collect()
});

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let read: Vec<Analysis> = CORPUS.iter().map(|text| analysed(text)).collect();
    let mut table = Table::new(1);
    (0..ITEMS).for_each(|_| assert!(table.item(0) < ITEMS as u32));
    for document in 0..DOCUMENTS {
        let body = &read[document % TEXTS].body;
        let counts = body.categories.iter().chain(&body.groups).take(ITEMS);
        table.unit(&[body.words as f64], (0..).zip(counts.map(|&count| count as f64)));
    }
    table
});

static GROUPS: LazyLock<[Vec<u32>; 2]> = LazyLock::new(|| {
    let half = DOCUMENTS as u32 / 2;
    [(0..half).collect(), (half..2 * half).collect()]
});

fn analysed(text: &str) -> Analysis {
    analyse(text.to_owned(), Layout::Auto, &LEXICON).expect("short")
}

fn plan() -> Resampling {
    Resampling { threads: 1, ..Resampling::default() }
}

/// The yardstick.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn a_reading_of_the_corpus(bencher: Bencher<'_, '_>) {
    LazyLock::force(&TABLE);
    bencher.bench(|| {
        let texts = (0..DOCUMENTS).map(|at| &CORPUS[at % TEXTS]);
        texts.map(|text| analysed(black_box(text)).findings.len()).sum::<usize>()
    });
}

#[divan::bench(sample_count = 1, sample_size = 1)]
fn b_permutations(bencher: Bencher<'_, '_>) {
    LazyLock::force(&TABLE);
    bencher.bench(|| permutation_test(black_box(&TABLE), &*GROUPS, &[], &plan()));
}

#[divan::bench(sample_count = 1, sample_size = 1)]
fn c_intervals(bencher: Bencher<'_, '_>) {
    LazyLock::force(&TABLE);
    bencher.bench(|| ratios(black_box(&TABLE), [&GROUPS[0], &GROUPS[1]], &[], &plan()));
}
