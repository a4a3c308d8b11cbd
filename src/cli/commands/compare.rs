//! `framescope compare`: texts side by side, groups of texts, a corpus over time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::cli::args::{Colour, CompareArguments, PairRowsArgument};
use crate::cli::failure::{DONE, Failure, WRONG};
use crate::cli::grouping::Grouping;
use crate::cli::options::{self, Reading};
use crate::cli::output;
use crate::cli::read::Texts;
use crate::compare::{
    Comparison, Gathering, KeynessOptions, Labels, Membership, Plainer, Prepared,
};
use crate::report::{Rows, Setting, terminal};
use crate::stats::Resampling;

/// Runs the command.
pub(in crate::cli) fn run(typed: &CompareArguments, colour: Colour) -> Result<u8, Failure> {
    let format = options::format(&typed.output)?;
    if typed.rows == PairRowsArgument::Periods && typed.by_date.is_none() {
        return Err(Failure::usage("--rows periods needs dates: add --by-date FIELD"));
    }
    let mut reading = Reading::new(&typed.reading)?;
    reading.stamp.options =
        [reading.stamp.options.clone(), options_line(typed)].join(" ").trim().into();
    let (comparison, skipped) = compare(typed, &reading)?;
    let (width, colour) =
        options::terminal(typed.output.output.as_deref(), typed.output.width, colour);
    let setting = Setting {
        lexicon: &reading.lexicon,
        stamp: reading.stamp.clone(),
        rows: Rows::default(),
        by_period: typed.rows == PairRowsArgument::Periods,
        explain: false,
        width,
        colour,
        fields: Vec::new(),
    };
    let mut bytes = Vec::new();
    (format.comparison)(&setting, &comparison, &mut bytes);
    output::put(typed.output.output.as_deref(), &bytes)?;
    Ok(if skipped == 0 { DONE } else { WRONG })
}

/// The options of the comparison that change the result, as one would type them.
fn options_line(typed: &CompareArguments) -> String {
    let mut options = Vec::new();
    let fields = [("by", &typed.by), ("by-date", &typed.by_date), ("strata", &typed.strata)];
    for (name, value) in fields {
        options.extend(value.as_ref().map(|value| format!("--{name} {value}")));
    }
    if !typed.spans.is_empty() {
        options.push(format!("--spans {}", typed.spans.join(",")));
    }
    let flags = [("no-terms", typed.no_terms), ("no-stop-words", typed.no_stop_words)];
    options.extend(flags.iter().filter(|(_, set)| *set).map(|(name, _)| format!("--{name}")));
    options.extend(typed.least_documents.map(|least| format!("--least-documents {least}")));
    let plan = Resampling::default();
    let numbers = [
        ("permutations", u64::from(typed.permutations), u64::from(plan.permutations)),
        ("resamples", u64::from(typed.resamples), u64::from(plan.resamples)),
        ("seed", typed.seed, plan.seed),
    ];
    for (name, value, default) in numbers {
        if value != default {
            options.push(format!("--{name} {value}"));
        }
    }
    options.join(" ")
}

/// Reads and compares; gives the number of inputs that were skipped as well.
fn compare(typed: &CompareArguments, reading: &Reading) -> Result<(Comparison, usize), Failure> {
    let plainer = Plainer::new(&reading.lexicon);
    let options = KeynessOptions {
        least_documents: typed.least_documents,
        stop_words: !typed.no_stop_words,
        ..KeynessOptions::default()
    };
    let keyness = (!typed.no_terms).then_some(options);
    let mut sides = Sides {
        grouping: Grouping::new(typed)?,
        gathering: Gathering::new(&reading.lexicon, &plainer, keyness),
        plainer: &plainer,
        keyness: keyness.is_some(),
        numbers: BTreeMap::new(),
    };
    let mut skipped = 0;
    if sides.grouping.pools() {
        for name in sides.grouping.known() {
            sides.number(name);
        }
        skipped += sides.read(&typed.inputs, None, reading)?;
    } else {
        if typed.inputs.len() < 2 {
            return Err(Failure::usage(format!(
                "one input and nothing to compare it with: name another, or say by which field {} is \
                 divided with --by FIELD or --by-date FIELD",
                typed.inputs[0].display()
            )));
        }
        for (at, input) in typed.inputs.iter().enumerate() {
            let side = sides.gathering.side(side_name(&typed.inputs, at));
            skipped += sides.read(std::slice::from_ref(input), Some(side), reading)?;
            if sides.documents(side) == 0 {
                let what = format!("{} gives no text to compare", input.display());
                return Err(Failure::usage(what));
            }
        }
    }
    let plan = Resampling {
        permutations: typed.permutations,
        resamples: typed.resamples,
        seed: typed.seed,
        threads: reading.threads,
    };
    Ok((sides.finish(&plan)?, skipped))
}

/// What input `at` is called: its path, with a number where another has the same.
fn side_name(inputs: &[PathBuf], at: usize) -> String {
    let same = |input: &&PathBuf| **input == inputs[at];
    let name = |path: &Path| path.display().to_string();
    match inputs.iter().filter(same).count() {
        1 => name(&inputs[at]),
        _ => format!("{} ({})", name(&inputs[at]), inputs[..=at].iter().filter(same).count()),
    }
}

/// The sides of a comparison whose texts are being read.
struct Sides<'a> {
    grouping: Grouping,
    gathering: Gathering<'a>,
    plainer: &'a Plainer,
    /// Whether words are compared.
    keyness: bool,
    numbers: BTreeMap<String, usize>,
}

impl Sides<'_> {
    /// The number of a side by its name.
    fn number(&mut self, name: String) -> usize {
        if let Some(&number) = self.numbers.get(&name) {
            return number;
        }
        let number = self.gathering.side(name.clone());
        self.numbers.insert(name, number);
        number
    }

    fn documents(&self, side: usize) -> u64 {
        self.gathering.sides().nth(side).map_or(0, |(_, documents)| documents)
    }

    /// Reads the texts of `inputs` into side `side`, or into those that they belong to; gives the number
    /// of inputs that were skipped.
    fn read(
        &mut self,
        inputs: &[PathBuf],
        side: Option<usize>,
        reading: &Reading,
    ) -> Result<usize, Failure> {
        let (keyness, plainer) = (self.keyness, self.plainer);
        let mut texts = Texts::find(inputs);
        texts.read(
            reading,
            |_, analysis| Prepared::of(analysis, &reading.lexicon, plainer, keyness),
            |document| {
                self.add(document, side);
                Ok(())
            },
        )?;
        Ok(texts.skipped.len())
    }

    fn add(&mut self, document: Prepared, side: Option<usize>) {
        let analysis = document.analysis();
        let Some(belongs) = self.grouping.place(&analysis.id, &analysis.metadata) else { return };
        let side = match (side, belongs.side) {
            (Some(side), _) => side,
            (None, name) => self.number(name.unwrap_or_default()),
        };
        let place = Membership { side, stratum: belongs.stratum, period: belongs.period };
        self.gathering.add(document, place);
    }

    /// Compares what was read.
    fn finish(mut self, plan: &Resampling) -> Result<Comparison, Failure> {
        let sides: Vec<_> =
            self.gathering.sides().map(|(name, documents)| (name.to_owned(), documents)).collect();
        self.grouping.check(&sides)?;
        let notes = self.grouping.notes();
        let (periods, first) = self.grouping.periods()?;
        let (by, strata) = self.grouping.names();
        if by.is_some() {
            self.gathering.sort();
        }
        let labels = Labels { by, strata, periods, first, notes };
        let comparison = self.gathering.finish(labels, plan);
        for note in &comparison.labels.notes {
            anstream::eprintln!("note: {}", terminal(note));
        }
        Ok(comparison)
    }
}
