//! `framescope lexicon stats`.

use std::path::PathBuf;

use crate::cli::args::{Colour, ReadingArguments, SheetArguments};
use crate::cli::failure::Failure;
use crate::cli::options::Reading;
use crate::cli::read::Texts;
use crate::cli::sheet;
use crate::report;
use crate::validate::{Usage, statistics};

/// Runs the command; whether an input was skipped.
pub(super) fn run(
    inputs: &[PathBuf],
    typed: &ReadingArguments,
    output: &SheetArguments,
    colour: Colour,
) -> Result<bool, Failure> {
    sheet::format(output)?;
    let reading = Reading::new(typed)?;
    let mut usage = Usage::default();
    let mut texts = Texts::find(inputs);
    texts.read(
        &reading,
        |_, analysis| Usage::of(&analysis),
        |one| {
            usage.add(one);
            Ok(())
        },
    )?;
    if !inputs.is_empty() && usage.documents == 0 {
        return Err(Failure::usage("no input gave a text: there is nothing to count in"));
    }
    let figures = statistics(&reading.lexicon, &usage);
    let sheet = report::statistics(&reading.lexicon, &usage, &figures);
    sheet::write(output, colour, &reading.lexicon, reading.stamp.options, &sheet)?;
    Ok(!texts.skipped.is_empty())
}
