//! `framescope lexicon diff`.

use std::path::{Path, PathBuf};

use crate::analysis;
use crate::cli::args::{Colour, SheetArguments};
use crate::cli::failure::Failure;
use crate::cli::options::{Reading, lexicon};
use crate::cli::read::Texts;
use crate::cli::sheet;
use crate::input::{Filter, Form};
use crate::lexicon::Lexicon;
use crate::report::{self, Stamp};
use crate::text::Layout;
use crate::validate::{FindingChanges, entry_changes};

/// What stands for the lexicons of the program itself.
const BUILT_IN: &str = "built-in";

/// Runs the command; whether an input was skipped.
pub(super) fn run(
    [a, b]: [&Path; 2],
    on: &[PathBuf],
    output: &SheetArguments,
    colour: Colour,
) -> Result<bool, Failure> {
    sheet::format(output)?;
    let (old, new) = (state(a)?, state(b)?);
    let changes = entry_changes(&old, &new);
    let options = format!("{} {}", a.display(), b.display());
    let stamp = Stamp::new(&new, options.clone());
    let layout = Layout::Auto;
    let reading_options = analysis::Options { layout, ..analysis::Options::default() };
    let reading = Reading {
        lexicon: old,
        options: reading_options,
        form: Form::default(),
        filter: Filter::default(),
        threads: 0,
        stamp,
    };
    let mut findings = FindingChanges::default();
    let mut texts = Texts::find(on);
    texts.read(
        &reading,
        |_, analysis| FindingChanges::of(&analysis, layout, &reading.lexicon, &new),
        |one| {
            findings.add(one);
            Ok(())
        },
    )?;
    if !on.is_empty() && findings.texts == 0 {
        return Err(Failure::usage("no input gave a text: there is nothing to compare on"));
    }
    let sheet =
        report::difference([a, b].map(|path| path.display().to_string()), &changes, &findings);
    sheet::write(output, colour, &new, options, &sheet)?;
    Ok(!texts.skipped.is_empty())
}

fn state(path: &Path) -> Result<Lexicon, Failure> {
    if path == Path::new(BUILT_IN) { lexicon(&[]) } else { lexicon(&[path.to_owned()]) }
}
