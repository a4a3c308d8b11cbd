//! The command line, as typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Reads text the way a media scholar does: which words frame it, how, and in whose voice.
#[derive(Debug, Parser)]
#[command(name = "framescope", version, propagate_version = true, max_term_width = 100)]
#[command(after_help = "Examples:
  framescope report article.txt                    the text with its cues, and a table per paragraph
  framescope report article.txt -o report.html     the same as one page
  framescope report news/ -o rows.csv              a folder, one row a paragraph
  framescope compare ours.txt theirs.txt           what differs, and how much
  framescope lexicon show name-calling             what a category flags, and why

A finding is a cue, never a verdict.")]
pub(super) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// When to colour the output.
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Colour,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Find framing cues, paragraph by paragraph
    #[command(after_help = "Examples:
  framescope report article.txt --explain          with each cue's reason and plainer wording
  framescope report - < draft.txt                  from standard input
  framescope report corpus.jsonl --format csv --rows documents -o documents.csv
  framescope report draft.md --only labels,appeals --fail-over 30
  framescope report article.txt --lexicon my-terms.toml --without stance")]
    Report(ReportArguments),
    /// Compare two texts, or two folders or corpora of texts
    #[command(after_help = "Examples:
  framescope compare ours.txt theirs.txt
  framescope compare 2023/ 2024/ --only legitimacy -o comparison.html")]
    Compare(CompareArguments),
    /// List, show, check and compare the lexicons, and find words they lack
    Lexicon(LexiconArguments),
    /// Score the lexicons against hand-coded text
    #[command(after_help = "GOLD is one of:
  FILE.json    [{\"id\", \"text\", \"loaded\", \"core\": [mark], \"maybe\": [mark]}], a mark being
               {\"start\", \"end\", \"categories\", \"strength\"}
  FILE.jsonl   {\"id\", \"text\", \"label\", \"spans\": [[start, end, \"name\"]]}, one text a line
  FILE.tsv     article, technique, start, end, tabs between; the articles are files beside it, or in
               --texts FOLDER, with the article's name in theirs
Offsets are code points, ends exclusive.

Examples:
  framescope evaluate gold.json
  framescope evaluate train.tsv --texts articles/ --map semeval-2020.toml
  framescope evaluate coded.jsonl --lexicon my-terms.toml --format json -o figures.json")]
    Evaluate(EvaluateArguments),
    /// Print a JSON Schema, for editors and programs
    Schema {
        /// What the schema describes.
        #[arg(value_parser = schema_names())]
        of: String,
    },
    /// Print a completion script for a shell
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page (roff): framescope man | man -l -
    Man,
}

/// `report`.
#[derive(Debug, Args)]
pub(super) struct ReportArguments {
    /// Files (.txt .md .jsonl), folders, or - for standard input.
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
    /// Exit with 1 if a text has more cues per 1,000 words than this.
    #[arg(long, value_name = "RATE", value_parser = rate)]
    pub fail_over: Option<f64>,
}

/// `compare`.
#[derive(Debug, Args)]
pub(super) struct CompareArguments {
    /// The first side: a file or a folder.
    pub a: PathBuf,
    /// The second side.
    pub b: PathBuf,
    #[command(flatten)]
    pub reading: ReadingArguments,
    #[command(flatten)]
    pub output: OutputArguments,
}

/// `evaluate`.
#[derive(Debug, Args)]
pub(super) struct EvaluateArguments {
    /// Files of hand-coded text.
    #[arg(required = true, value_name = "GOLD")]
    pub gold: Vec<PathBuf>,
    /// The folder of the articles that an offset file names.
    #[arg(long, value_name = "FOLDER")]
    pub texts: Option<PathBuf>,
    /// A TOML file of what our categories are called there: `loaded-verb = "Loaded_Language"`.
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    /// The load above which a text is called loaded; without it, the best one for these texts.
    #[arg(long, value_name = "LOAD", value_parser = load)]
    pub threshold: Option<f64>,
    /// Seed of the resampling behind the intervals.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Add a lexicon file, or a folder of them; one with a built-in category's id takes its place.
    #[arg(long, value_name = "PATH")]
    pub lexicon: Vec<PathBuf>,
    #[command(flatten)]
    pub output: SheetArguments,
}

/// Where a sheet of figures goes.
#[derive(Debug, Args)]
pub(super) struct SheetArguments {
    /// The format; guessed from the extension of -o, otherwise text.
    #[arg(long, value_parser = sheet_format_names())]
    pub format: Option<String>,
    /// Write to this file; the extension tells the format.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Columns of a text report; the terminal's, or 80.
    #[arg(long, value_name = "COLUMNS")]
    pub width: Option<usize>,
}

/// How texts are read.
#[derive(Debug, Args)]
pub(super) struct ReadingArguments {
    /// Add a lexicon file, or a folder of them; one with a built-in category's id takes its place.
    #[arg(long, value_name = "PATH")]
    pub lexicon: Vec<PathBuf>,
    /// Add a file of actors: their ids, names and sides (`framescope schema actors` shows the form).
    #[arg(long, value_name = "FILE")]
    pub actors: Vec<PathBuf>,
    /// Count only what stands in these voices: author, quoted, reported, scare, unknown, or all
    /// (comma-separated, repeatable).
    #[arg(long, value_name = "VOICE", value_delimiter = ',')]
    pub voice: Vec<String>,
    /// Count a named speaker as the author: an actor's id or name, or the words that name the speaker
    /// (repeatable).
    #[arg(long, value_name = "ACTOR")]
    pub own_voice: Vec<String>,
    /// Show only these categories or groups (comma-separated, repeatable).
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub only: Vec<String>,
    /// Leave out these categories or groups.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub without: Vec<String>,
    /// How paragraphs are told apart.
    #[arg(long, value_enum, default_value_t)]
    pub paragraphs: ParagraphsArgument,
    /// The encoding of text files: utf-8, utf-16le, windows-1252 …
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub encoding: String,
    /// Threads to read with; 0 is one a core.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
}

/// Where the report goes.
#[derive(Debug, Args)]
pub(super) struct OutputArguments {
    /// The format; guessed from the extension of -o, otherwise text.
    #[arg(long, value_parser = format_names())]
    pub format: Option<String>,
    /// Write to this file; the extension tells the format.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Columns of a text report; the terminal's, or 80.
    #[arg(long, value_name = "COLUMNS")]
    pub width: Option<usize>,
}

/// `lexicon`.
#[derive(Debug, Args)]
pub(super) struct LexiconArguments {
    /// What to do with them.
    #[command(subcommand)]
    pub command: LexiconCommand,
}

/// What to do with the lexicons.
#[derive(Debug, Subcommand)]
pub(super) enum LexiconCommand {
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
pub(super) struct SuggestArguments {
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

/// When to colour the output.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Rows of a CSV report.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum RowsArgument {
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

/// How paragraphs are told apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ParagraphsArgument {
    /// By blank lines, or by lines where every line is a paragraph.
    #[default]
    Auto,
    /// By blank lines.
    Blank,
    /// Every line is one.
    Line,
}

/// A rate that a text can have.
fn rate(typed: &str) -> Result<f64, String> {
    let rate = typed.parse().ok().filter(|rate: &f64| rate.is_finite() && *rate >= 0.0);
    rate.ok_or_else(|| "write a number of cues per 1,000 words, such as 30".to_owned())
}

/// A load that a text can have.
fn load(typed: &str) -> Result<f64, String> {
    let load = typed.parse().ok().filter(|load: &f64| load.is_finite() && *load >= 0.0);
    load.ok_or_else(|| "write a load, such as 16.7".to_owned())
}

fn sheet_format_names() -> clap::builder::PossibleValuesParser {
    crate::report::SHEET_FORMATS.iter().map(|f| f.name).collect::<Vec<_>>().into()
}

fn format_names() -> clap::builder::PossibleValuesParser {
    crate::report::FORMATS.iter().map(|f| f.name).collect::<Vec<_>>().into()
}

fn schema_names() -> clap::builder::PossibleValuesParser {
    crate::report::SCHEMAS.iter().map(|schema| schema.name).collect::<Vec<_>>().into()
}
