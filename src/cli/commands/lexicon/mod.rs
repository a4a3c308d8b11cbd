//! `framescope lexicon`: list, show, check, stats, diff, suggest.

mod diff;
mod show;
mod stats;
mod suggest;

use std::path::PathBuf;

use super::print;
use crate::cli::args::{Colour, LexiconCommand};
use crate::cli::failure::{DONE, Failure, WRONG};
use crate::cli::options::{lexicon, sources};
use crate::lexicon::Lexicon;
use crate::validate;

/// Runs one of the lexicon commands.
pub(in crate::cli) fn run(command: &LexiconCommand, colour: Colour) -> Result<u8, Failure> {
    let mut skipped = false;
    match command {
        LexiconCommand::List { lexicon: paths } => print(&show::list(&lexicon(paths)?))?,
        LexiconCommand::Show { id, toml: true, lexicon: paths } => print(&show::file(id, paths)?)?,
        LexiconCommand::Show { id, toml: false, lexicon: paths } => {
            print(&show::show(&lexicon(paths)?, id)?)?;
        }
        LexiconCommand::Check { paths } => check(paths)?,
        LexiconCommand::Stats { inputs, reading, output } => {
            skipped = stats::run(inputs, reading, output, colour)?;
        }
        LexiconCommand::Diff { a, b, on, output } => {
            skipped = diff::run([a, b], on, output, colour)?;
        }
        LexiconCommand::Suggest(typed) => skipped = suggest::run(typed, colour)?,
    }
    Ok(if skipped { WRONG } else { DONE })
}

/// The index of a category.
fn category(lexicon: &Lexicon, id: &str) -> Result<u32, Failure> {
    let place = lexicon.categories.iter().position(|category| category.id == id);
    place.map(|place| place as u32).ok_or_else(|| unknown(lexicon, id))
}

fn unknown(lexicon: &Lexicon, id: &str) -> Failure {
    let ids: Vec<_> = lexicon.categories.iter().map(|category| category.id.as_str()).collect();
    Failure::usage(format!("there is no category {id:?}; known are {}", ids.join(", ")))
}

fn check(paths: &[PathBuf]) -> Result<(), Failure> {
    let sources = sources(paths)?;
    let lexicon = validate::check(&sources).map_err(Failure::lexicon)?;
    let files: Vec<_> = sources.iter().map(|source| source.file.as_ref()).collect();
    let ours = |file: &str| files.contains(&file);
    let entries = lexicon.entries.iter().filter(|entry| ours(lexicon.file(entry)));
    print(&format!("{} files, {} entries: nothing to mend\n", files.len(), entries.count()))
}
