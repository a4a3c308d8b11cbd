//! How often keyness finds what is not there: random halves of one collection, compared again and again.
//!
//! `cargo run --release --example keyness_null -- corpus.jsonl [runs] [documents] [permutations]`
//!
//! Each run draws documents, deals them to two halves at random, and counts as a false alarm any term at
//! p <= .05; no more than some 5 % of runs should have one.

use std::env;
use std::process::ExitCode;

use framescope::analysis::{Options, analyse_record};
use framescope::compare::{Corpus, KeynessOptions, RunningText};
use framescope::input::{Form, Record, Records, resolve};
use framescope::lexicon::Lexicon;
use framescope::stats::Resampling;

/// How a run is made.
struct Plan {
    runs: u64,
    documents: usize,
    permutations: u32,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let number = |at: usize, default: u32| {
        arguments.get(at).and_then(|given| given.parse().ok()).unwrap_or(default)
    };
    let Some(path) = arguments.first() else {
        eprintln!("give a collection: keyness_null corpus.jsonl [runs] [documents] [permutations]");
        return ExitCode::FAILURE;
    };
    let plan = Plan {
        runs: u64::from(number(1, 200)),
        documents: number(2, 400) as usize,
        permutations: number(3, 499),
    };
    match texts_of(path) {
        Ok(texts_of) => {
            measure(&texts_of, &plan);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The counted words of each text.
fn texts_of(path: &str) -> Result<Vec<RunningText>, String> {
    let lexicon = Lexicon::built_in().map_err(|errors| format!("{errors:?}"))?;
    let (places, _) = resolve(&[path.into()]);
    let read = |record: Record| analyse_record(record, &Options::default(), &lexicon);
    let texts = Records::new(places, Form::default()).filter_map(Result::ok);
    let texts: Vec<_> = texts.filter_map(|record| read(record).ok()).collect();
    if texts.len() < 20 {
        return Err(format!("{path}: has {} texts; give 20 or more", texts.len()));
    }
    Ok(texts.iter().map(RunningText::of).collect())
}

fn measure(texts_of: &[RunningText], plan: &Plan) {
    let mut seed = 1_u64;
    let mut below = |limit: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % limit
    };
    let (mut alarms, mut alarming, mut tested) = (0_u64, 0_usize, 0);
    for run in 0..plan.runs {
        let mut order: Vec<usize> = (0..texts_of.len()).collect();
        let drawn = plan.documents.min(order.len());
        (0..drawn).for_each(|at| order.swap(at, at + below(texts_of.len() - at)));
        let mut corpus = Corpus::new();
        let units: Vec<u32> =
            order[..drawn].iter().map(|&text| corpus.add_text(&texts_of[text])).collect();
        let (a, b) = units.split_at(drawn / 2);
        let resampling =
            Resampling { permutations: plan.permutations, seed: run, ..Resampling::default() };
        let options = KeynessOptions { top: None, ..KeynessOptions::default() };
        let found = corpus.keyness([&a.to_vec(), &b.to_vec()], &[], &resampling, &options);
        let terms = found.terms.iter().filter(|term| term.p.is_some_and(|p| p <= 0.05)).count();
        alarms += u64::from(terms > 0);
        alarming += terms;
        tested += found.tested;
    }
    let runs = plan.runs as f64;
    println!("runs                       {}", plan.runs);
    println!("documents a run            {}", plan.documents.min(texts_of.len()));
    println!("terms tested a run         {:.0}", tested as f64 / runs);
    println!("runs with a false alarm    {:.1} %", 100.0 * alarms as f64 / runs);
    println!("false alarms a run         {:.2}", alarming as f64 / runs);
}
