//! Whether the tests hold what they promise: how often they fire where nothing differs, and how often they
//! find what was planted.
//!
//! ```sh
//! cargo run --release --example calibration -- corpus.jsonl 1000
//! ```
//!
//! The texts of a corpus are halved at random, again and again, so that nothing differs but by chance. The
//! share of p at or below .05 should be .05, for each of the ten most frequent categories; that of the 5 %
//! log-likelihood test stands beside it. The second table is the same with the texts of one half joined by
//! threes: longer, at the same rates. Then a rise of half is planted in a category of five hits a text that
//! comes in bursts as the corpus's most frequent one does.

use std::env;
use std::error::Error;
use std::fs;

use framescope::analysis::{Options, analyse_record};
use framescope::input::Record;
use framescope::lexicon::Lexicon;
use framescope::stats::{Resampling, Table, g2_four_term, permutation_test, ratios};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};

/// Categories that are looked at.
const CATEGORIES: usize = 10;
/// The 5 % point of chi-square with one degree of freedom.
const CRITICAL: f64 = 3.841_459;
/// Permutations of each run, of which .05 is a multiple.
const PERMUTATIONS: u32 = 999;

/// A text: its words, and the hits of each category.
type Text = (u64, Vec<u64>);

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [path, rest @ ..] = arguments.as_slice() else {
        return Err("name a corpus: calibration CORPUS.jsonl [RUNS]".into());
    };
    let runs: u32 = rest.first().map_or(Ok(1_000), |runs| runs.parse())?;
    let (names, texts) = read(path)?;
    let mut random = Xoshiro256PlusPlus::seed_from_u64(1);
    println!("{path}: {} texts, {runs} runs, {PERMUTATIONS} permutations\n", texts.len());
    for (title, joined) in [("random halves", 1), ("one half's texts three times as long", 3)] {
        let rows = null(&texts, runs, joined, &mut random);
        println!("{title:<38}      p <= .05   G2 > 3.84");
        let mut sums = (0, 0, 0);
        for (name, (fired, g2, tested)) in names.iter().zip(&rows) {
            let share = |count: u32| f64::from(count) / f64::from((*tested).max(1));
            println!("  {name:<40} {:>8.3} {:>11.3}", share(*fired), share(*g2));
            sums = (sums.0 + fired, sums.1 + g2, sums.2 + tested);
        }
        let share = |count: u32| f64::from(count) / f64::from(sums.2.max(1));
        println!("  {:<40} {:>8.3} {:>11.3}\n", "all of them", share(sums.0), share(sums.1));
    }
    power(&texts, runs, &mut random);
    Ok(())
}

/// The most frequent categories, and the texts with a word.
fn read(path: &str) -> Result<(Vec<String>, Vec<Text>), Box<dyn Error>> {
    let lexicon = Lexicon::built_in().map_err(|faults| faults[0].to_string())?;
    let mut texts = Vec::new();
    for (at, line) in fs::read_to_string(path)?.lines().enumerate() {
        let mut metadata: serde_json::Map<_, _> = serde_json::from_str(line)?;
        let text = metadata.remove("text").and_then(|text| text.as_str().map(str::to_owned));
        let record = Record { id: at.to_string(), text: text.unwrap_or_default(), metadata };
        let body = analyse_record(record, &Options::default(), &lexicon)?.body;
        if body.words > 0 {
            texts.push((body.words, body.categories));
        }
    }
    let total = |at: usize| texts.iter().map(|(_, hits)| hits[at]).sum::<u64>();
    let mut order: Vec<usize> = (0..lexicon.categories.len()).collect();
    order.sort_by_key(|&at| u64::MAX - total(at));
    order.truncate(CATEGORIES);
    let names = order.iter().map(|&at| lexicon.categories[at].title.clone()).collect();
    let pick = |(words, hits): Text| (words, order.iter().map(|&at| hits[at]).collect());
    Ok((names, texts.into_iter().map(pick).collect()))
}

/// For each category: how often p and G2 fired, and how often there was a test.
fn null(
    texts: &[Text],
    runs: u32,
    joined: usize,
    random: &mut Xoshiro256PlusPlus,
) -> Vec<(u32, u32, u32)> {
    let mut rows = vec![(0, 0, 0); CATEGORIES];
    let mut order: Vec<usize> = (0..texts.len()).collect();
    for run in 0..runs {
        shuffle(&mut order, random);
        let (a, b) = order.split_at(texts.len() / 2);
        let mut table = Table::new(1);
        for _ in 0..CATEGORIES {
            table.item(0);
        }
        let parts = a.chunks(1).chain(b.chunks(joined));
        parts.for_each(|part| add(&mut table, texts, part));
        let (n, m) = (a.len() as u32, b.chunks(joined).len() as u32);
        let groups = [(0..n).collect(), (n..n + m).collect()];
        let plan = plan(u64::from(run));
        let tests = permutation_test(&table, &groups, &[], &plan).items;
        for (at, test) in tests.iter().enumerate() {
            let Some(test) = test else { continue };
            let sum = |half: &[usize]| half.iter().map(|&text| texts[text].1[at]).sum::<u64>();
            let words = |half: &[usize]| half.iter().map(|&text| texts[text].0).sum::<u64>();
            let g2 = g2_four_term(sum(a), words(a), sum(b), words(b)).unwrap_or(0.0);
            rows[at].0 += u32::from(test.p <= 0.05);
            rows[at].1 += u32::from(g2 > CRITICAL);
            rows[at].2 += 1;
        }
    }
    rows
}

/// Adds some texts as one unit.
fn add(table: &mut Table, texts: &[Text], part: &[usize]) {
    let words: u64 = part.iter().map(|&text| texts[text].0).sum();
    let hits = |at: usize| part.iter().map(|&text| texts[text].1[at]).sum::<u64>() as f64;
    table.unit(&[words as f64], (0..CATEGORIES).map(|at| (at as u32, hits(at))));
}

/// How often a planted rise is found, and how often its interval holds it.
fn power(texts: &[Text], runs: u32, random: &mut Xoshiro256PlusPlus) {
    println!(
        "a rise of half in a category of 5 hits a text, 100 and 100 texts; bursts k: var = m + m\u{b2}/k"
    );
    let own = burstiness(texts);
    for (name, k) in [("none", 1e6), ("k = 2", 2.0), ("the corpus's most frequent category", own)] {
        let (mut found, mut held) = (0, 0);
        for run in 0..runs {
            let mut table = Table::new(1);
            let item = table.item(0);
            for mean in [7.5, 5.0] {
                for _ in 0..100 {
                    table.unit(&[400.0], [(item, clustered(mean, k, random))]);
                }
            }
            let groups: [Vec<u32>; 2] = [(0..100).collect(), (100..200).collect()];
            let plan = plan(u64::from(run));
            let test = permutation_test(&table, &groups, &[], &plan).items[0];
            found += u32::from(test.is_some_and(|test| test.p <= 0.05));
            let ratio = ratios(&table, [&groups[0], &groups[1]], &[], &plan)[0];
            let interval = ratio.and_then(|ratio| ratio.interval);
            held += u32::from(interval.is_some_and(|i| i.low <= 1.5 && 1.5 <= i.high));
        }
        let share = |count: u32| f64::from(count) / f64::from(runs);
        println!(
            "  {name:<40} k {k:>9.2}   found {:.3}   interval holds 1.5 {:.3}",
            share(found),
            share(held)
        );
    }
}

/// How the hits of the most frequent category cluster, by moments: var = mean + mean^2 / k.
fn burstiness(texts: &[Text]) -> f64 {
    let n = texts.len() as f64;
    let words = texts.iter().map(|text| text.0).sum::<u64>() as f64 / n;
    let rate = texts.iter().map(|text| text.1[0]).sum::<u64>() as f64 / n / words;
    let excess = |(words, hits): &Text| {
        let mean = rate * *words as f64;
        (hits[0] as f64 - mean).powi(2) - mean
    };
    let squares: f64 = texts.iter().map(|(words, _)| (rate * *words as f64).powi(2)).sum();
    (squares / texts.iter().map(excess).sum::<f64>().max(1e-9)).clamp(0.5, 1e6)
}

/// A negative binomial number: a Poisson number about a gamma mean.
fn clustered(mean: f64, k: f64, random: &mut Xoshiro256PlusPlus) -> f64 {
    let limit = (-gamma(k, random) * mean / k).exp();
    let (mut product, mut count) = (uniform(random), 0.0);
    while product > limit {
        product *= uniform(random);
        count += 1.0;
    }
    count
}

/// A gamma number of shape `k` and scale 1 (Marsaglia & Tsang 2000, *ACM TOMS* 26).
fn gamma(k: f64, random: &mut Xoshiro256PlusPlus) -> f64 {
    if k < 1.0 {
        return gamma(k + 1.0, random) * uniform(random).powf(k.recip());
    }
    let (d, c) = (k - 1.0 / 3.0, (9.0 * k - 3.0).sqrt().recip());
    loop {
        let turn = std::f64::consts::TAU * uniform(random);
        let normal = (-2.0 * uniform(random).ln()).sqrt() * turn.cos();
        let v = (1.0 + c * normal).powi(3);
        if v > 0.0 && uniform(random).ln() < 0.5 * normal * normal + d - d * v + d * v.ln() {
            return d * v;
        }
    }
}

/// A number above 0 and at most 1.
fn uniform(random: &mut Xoshiro256PlusPlus) -> f64 {
    ((random.next_u64() >> 11) + 1) as f64 / (1_u64 << 53) as f64
}

fn shuffle(order: &mut [usize], random: &mut Xoshiro256PlusPlus) {
    for at in (1..order.len()).rev() {
        let other = (u128::from(random.next_u64()) * (at as u128 + 1)) >> 64;
        order.swap(at, other as usize);
    }
}

fn plan(run: u64) -> Resampling {
    Resampling { permutations: PERMUTATIONS, resamples: PERMUTATIONS, seed: run + 1, threads: 0 }
}
