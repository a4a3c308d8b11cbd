//! The commands, one file each.

pub(super) mod compare;
pub(super) mod concordance;
pub(super) mod evaluate;
pub(super) mod lexicon;
pub(super) mod report;
pub(super) mod schema;
pub(super) mod shell;

use std::io::Write as _;

use super::failure::Failure;

/// Prints `text` to standard output.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    written.map_err(|error| Failure::write("standard output", &error))
}
