//! `lexicon`, as typed.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{ReadingArguments, SheetArguments};

/// `lexicon`.
#[derive(Debug, Args)]
pub(in crate::cli) struct LexiconArguments {
    /// What to do with them.
    #[command(subcommand)]
    pub command: LexiconCommand,
}

/// What to do with the lexicons.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum LexiconCommand {
    /// List the categories
    List {
        /// Add a lexicon file, or a folder of them.
        #[arg(long, value_name = "PATH")]
        lexicon: Vec<PathBuf>,
    },
    /// Show a category: its entries, their strength, reason and plainer wording
    Show {
        /// The category.
        id: String,
        /// Print the file itself, to copy and change it.
        #[arg(long)]
        toml: bool,
        /// Add a lexicon file, or a folder of them.
        #[arg(long, value_name = "PATH")]
        lexicon: Vec<PathBuf>,
    },
    /// Check lexicon files: well formed, in normal form, entries reachable, examples true
    Check {
        /// Files or folders.
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Count entries and forms by category, and what texts use of them
    Stats {
        /// Texts to read: files, folders, or - for standard input.
        #[arg(value_name = "INPUT")]
        inputs: Vec<PathBuf>,
        #[command(flatten)]
        reading: ReadingArguments,
        #[command(flatten)]
        output: SheetArguments,
    },
    /// Compare two states of the lexicons, and what they find
    Diff {
        /// The old state: a file or folder, which is read beside the built-in lexicons and takes the
        /// place of categories with the same id; or built-in.
        a: PathBuf,
        /// The new state.
        b: PathBuf,
        /// Texts in which findings are compared (repeatable).
        #[arg(long, value_name = "INPUT")]
        on: Vec<PathBuf>,
        #[command(flatten)]
        output: SheetArguments,
    },
    /// Propose terms for a category from your own texts, by the company they keep
    #[command(after_help = "Examples:
  framescope lexicon suggest --category domination corpus.jsonl
  framescope lexicon suggest --category us-them party/ --against newswire.jsonl --top 40 -o terms.csv

Nothing is added by itself: read the sentences, and write what you keep into a lexicon file.")]
    Suggest(SuggestArguments),
}

/// `lexicon suggest`.
#[derive(Debug, Args)]
pub(in crate::cli) struct SuggestArguments {
    /// The category that terms are wanted for.
    #[arg(long, value_name = "ID")]
    pub category: String,
    /// Texts to take them from: files, folders, or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Texts that should use them less (repeatable).
    #[arg(long, value_name = "INPUT")]
    pub against: Vec<PathBuf>,
    /// How many to propose.
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub top: usize,
    /// The least number of occurrences.
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub at_least: u64,
    #[command(flatten)]
    pub reading: ReadingArguments,
    #[command(flatten)]
    pub output: SheetArguments,
}
