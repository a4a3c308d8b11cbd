//! `framescope lexicon suggest`.

use std::path::PathBuf;

use crate::cli::args::{Colour, SuggestArguments};
use crate::cli::failure::Failure;
use crate::cli::options::Reading;
use crate::cli::read::Texts;
use crate::cli::sheet;
use crate::report;
use crate::validate::{Least, Phrases};

/// The least number of documents that hold a candidate, where there are so many.
const DOCUMENTS: u64 = 2;

/// Runs the command; whether an input was skipped.
pub(super) fn run(typed: &SuggestArguments, colour: Colour) -> Result<bool, Failure> {
    sheet::format(&typed.output)?;
    let reading = Reading::new(&typed.reading)?;
    let category = super::category(&reading.lexicon, &typed.category)?;
    let (mut skipped, mut read) = (false, Vec::new());
    for inputs in [&typed.inputs, &typed.against] {
        let (phrases, some) = collect(&reading, inputs, category)?;
        skipped |= some;
        read.push(phrases);
    }
    let (Some(against), Some(here)) = (read.pop(), read.pop()) else { return Ok(skipped) };
    if here.documents() == 0 {
        return Err(Failure::usage("no input gave a text: there is nothing to take terms from"));
    }
    let least = Least { count: typed.at_least, documents: DOCUMENTS.min(here.documents()) };
    let other = (!typed.against.is_empty()).then_some(&against);
    let found = here.candidates(other, &reading.lexicon, category, least);
    let shown = &found[..found.len().min(typed.top)];
    let sheet = report::suggestions(&typed.category, here.documents(), found.len(), shown);
    let options = [format!("--category {}", typed.category), reading.stamp.options].join(" ");
    sheet::write(&typed.output, colour, &reading.lexicon, options, &sheet)?;
    Ok(skipped)
}

/// The phrases of some inputs, and whether one of them was skipped.
fn collect(
    reading: &Reading,
    inputs: &[PathBuf],
    category: u32,
) -> Result<(Phrases, bool), Failure> {
    let mut phrases = Phrases::default();
    let mut texts = Texts::find(inputs);
    texts.read(
        reading,
        |_, analysis| Phrases::of(&analysis, category),
        |one| {
            phrases.add(one);
            Ok(())
        },
    )?;
    Ok((phrases, !texts.skipped.is_empty()))
}
