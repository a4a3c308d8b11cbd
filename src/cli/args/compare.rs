//! `compare`, as typed.

use std::path::PathBuf;

use clap::Args;

use super::{OutputArguments, ReadingArguments};

/// `compare`.
#[derive(Debug, Args)]
pub(in crate::cli) struct CompareArguments {
    /// The first side: a file or a folder.
    pub a: PathBuf,
    /// The second side.
    pub b: PathBuf,
    #[command(flatten)]
    pub reading: ReadingArguments,
    #[command(flatten)]
    pub output: OutputArguments,
}
