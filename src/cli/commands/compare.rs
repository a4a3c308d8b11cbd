//! `framescope compare A B`.

use std::path::Path;

use crate::cli::args::{Colour, CompareArguments};
use crate::cli::failure::{DONE, Failure, WRONG};
use crate::cli::options::{self, Reading};
use crate::cli::output::Output;
use crate::cli::read::Texts;
use crate::compare::{Comparison, Plainer, Side};
use crate::report::{Rows, Setting};

/// Runs the command.
pub(in crate::cli) fn run(typed: &CompareArguments, colour: Colour) -> Result<u8, Failure> {
    let format = options::format(&typed.output)?;
    let reading = Reading::new(&typed.reading)?;
    let plainer = Plainer::new(&reading.lexicon);
    let mut skipped = 0;
    let a = side(&typed.a, &reading, &plainer, &mut skipped)?;
    let b = side(&typed.b, &reading, &plainer, &mut skipped)?;
    let comparison = Comparison::new(a, b, &reading.lexicon, &plainer);
    let (width, colour) =
        options::terminal(typed.output.output.as_deref(), typed.output.width, colour);
    let setting = Setting {
        lexicon: &reading.lexicon,
        stamp: reading.stamp.clone(),
        rows: Rows::default(),
        explain: false,
        width,
        colour,
        fields: Vec::new(),
    };
    let mut bytes = Vec::new();
    (format.comparison)(&setting, &comparison, &mut bytes);
    let mut output = Output::open(typed.output.output.as_deref())?;
    let name = output.name();
    let written = output.write(&bytes).and_then(|()| output.finish());
    written.map_err(|error| Failure::write(&name, &error))?;
    Ok(if skipped == 0 { DONE } else { WRONG })
}

/// Reads one side.
fn side(
    path: &Path,
    reading: &Reading,
    plainer: &Plainer,
    skipped: &mut usize,
) -> Result<Side, Failure> {
    let mut texts = Texts::find(&[path.to_owned()]);
    let mut side = Side::new(path.display().to_string(), &reading.lexicon);
    texts.read(
        reading,
        |_, analysis| analysis,
        |analysis| {
            side.add(&analysis, &reading.lexicon, plainer);
            Ok(())
        },
    )?;
    *skipped += texts.skipped.len();
    if side.documents == 0 {
        let what = format!("{} gives no text to compare", path.display());
        return Err(Failure::usage(what));
    }
    Ok(side)
}
