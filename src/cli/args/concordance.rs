//! `concordance`, as typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{OutputArguments, ReadingArguments};
use crate::concordance::{ORDERS, Order};

/// `concordance`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ConcordanceArguments {
    /// A category's or group's id, total, actor:ID, actor:ID/WHICH, or a term: words, * ends a stem,
    /// a|an alternatives, ... a gap; term:WORDS where the words are an id as well.
    #[arg(value_name = "CATEGORY|TERM")]
    pub asked: String,
    /// Files (.txt .md .jsonl), folders, or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// The order of lines: as in the texts, by the words to the left (nearest first) or right, or by
    /// the words themselves.
    #[arg(long, value_enum, default_value_t, value_name = "BY")]
    pub sort: Order,
    /// Only cues about this actor: its id, or its name.
    #[arg(long, value_name = "ACTOR")]
    pub about: Option<String>,
    /// Put lines together by a metadata field, and count by its values.
    #[arg(long, value_name = "FIELD")]
    pub by: Option<String>,
    /// Also list cues that do not count, and those in headlines, headings and datelines.
    #[arg(long)]
    pub all: bool,
    /// Show so many lines, the first in order; 0 is all. [default: 200 in a terminal, else all]
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// Show a random sample of so many lines.
    #[arg(long, value_name = "N", conflicts_with = "limit", value_parser = size)]
    pub sample: Option<usize>,
    /// Seed of the sample.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    #[command(flatten)]
    pub reading: ReadingArguments,
    #[command(flatten)]
    pub output: OutputArguments,
}

impl ValueEnum for Order {
    fn value_variants<'a>() -> &'a [Self] {
        ORDERS
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(self.name().into())
    }
}

/// A sample that holds something.
fn size(typed: &str) -> Result<usize, String> {
    let size = typed.parse().ok().filter(|&size: &usize| size > 0);
    size.ok_or_else(|| "write how many lines, such as 50".to_owned())
}
