//! `report`, as typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{OutputArguments, ReadingArguments};

/// `report`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ReportArguments {
    /// Files (.txt .md .jsonl .csv .tsv, also packed as .gz or .zst), folders, or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub reading: ReadingArguments,
    #[command(flatten)]
    pub output: OutputArguments,
    /// Rows of a CSV report.
    #[arg(long, value_enum, default_value_t)]
    pub rows: RowsArgument,
    /// Print each cue's reason and plainer wording, and the cues that do not count.
    #[arg(long)]
    pub explain: bool,
    /// Keep what is done in this file, so that the same command goes on where it was cut off; it is
    /// taken away at the end. Needs -o.
    #[arg(long, value_name = "FILE")]
    pub resume: Option<PathBuf>,
    /// Exit with 1 if a text has more cues per 1,000 words than this.
    #[arg(long, value_name = "RATE", value_parser = rate)]
    pub fail_over: Option<f64>,
}

/// Rows of a CSV report.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(in crate::cli) enum RowsArgument {
    /// One row a paragraph.
    #[default]
    Paragraphs,
    /// One row a finding.
    Findings,
    /// One row a document.
    Documents,
    /// One row a document and actor.
    Actors,
}

/// A rate that a text can have.
fn rate(typed: &str) -> Result<f64, String> {
    let rate = typed.parse().ok().filter(|rate: &f64| rate.is_finite() && *rate >= 0.0);
    rate.ok_or_else(|| "write a number of cues per 1,000 words, such as 30".to_owned())
}
