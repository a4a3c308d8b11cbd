//! `compare`, as typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{OutputArguments, ReadingArguments};

/// `compare`.
#[derive(Debug, Args)]
pub(in crate::cli) struct CompareArguments {
    /// The sides, each a file or a folder; with --by or --by-date, the texts of all sides.
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// The sides are the values of this metadata field.
    #[arg(long, value_name = "FIELD")]
    pub by: Option<String>,
    /// Follow the sides over time: a field with dates, and year, quarter, month (unless told), week or
    /// day.
    #[arg(long, value_name = "FIELD[:UNIT]")]
    pub by_date: Option<String>,
    /// With --by-date, compare stretches of time: from the first to the last period of each, as in
    /// 2011-01..2011-06,2011-07..2011-12.
    #[arg(long, value_name = "FROM..TO", value_delimiter = ',', requires = "by_date")]
    pub spans: Vec<String>,
    /// Permute within the values of this field, such as topics, or within periods (FIELD:month).
    #[arg(long, value_name = "FIELD[:UNIT]")]
    pub strata: Option<String>,
    /// Permutations behind each p.
    #[arg(long, value_name = "N", default_value_t = 9_999, value_parser = clap::value_parser!(u32).range(99..=10_000_000))]
    pub permutations: u32,
    /// Resamples behind each interval.
    #[arg(long, value_name = "N", default_value_t = 1_999, value_parser = clap::value_parser!(u32).range(199..=1_000_000))]
    pub resamples: u32,
    /// Seed of permutations and resamples.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Do not compare all words and phrases, only what the lexicons hold.
    #[arg(long)]
    pub no_terms: bool,
    /// Leave words and phrases of function words alone (the, of the) out of the terms.
    #[arg(long)]
    pub no_stop_words: bool,
    /// Units that a term must stand in; without it 5, and 1 % of all.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub least_documents: Option<u32>,
    /// Rows of a CSV comparison.
    #[arg(long, value_enum, default_value_t)]
    pub rows: PairRowsArgument,
    #[command(flatten)]
    pub reading: ReadingArguments,
    #[command(flatten)]
    pub output: OutputArguments,
}

/// Rows of a CSV comparison.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum PairRowsArgument {
    /// One row a pair of sides and item.
    #[default]
    Pairs,
    /// One row a period and item.
    Periods,
}
