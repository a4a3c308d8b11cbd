//! The command line, as typed.

mod compare;
mod concordance;
mod evaluate;
mod lexicon;
mod output;
mod reading;
mod report;

use clap::{Parser, Subcommand, ValueEnum};

pub(super) use compare::{CompareArguments, PairRowsArgument};
pub(super) use concordance::ConcordanceArguments;
pub(super) use evaluate::EvaluateArguments;
pub(super) use lexicon::{LexiconArguments, LexiconCommand, SuggestArguments};
pub(super) use output::{OutputArguments, SheetArguments};
pub(super) use reading::{ParagraphsArgument, ReadingArguments};
pub(super) use report::{ReportArguments, RowsArgument};

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
    /// Compare texts, groups of texts, or a corpus over time
    #[command(after_help = "Examples:
  framescope compare ours.txt theirs.txt
  framescope compare 2023/ 2024/ --only legitimacy -o comparison.html
  framescope compare corpus.csv --text body --by outlet --where topic=trade
  framescope compare corpus.jsonl --by-date published:quarter
  framescope compare corpus.jsonl --by-date date --spans 2011-01..2011-06,2012-01..2012-06
  framescope compare corpus.jsonl --by outlet --strata topic --format csv -o rows.csv

Two or more single texts are compared by their paragraphs, groups of texts by their documents.")]
    Compare(CompareArguments),
    /// List every hit of a category, a group, an actor or a term in its sentence (keyword in context)
    #[command(after_help = "Examples:
  framescope concordance name-calling news/ --sort left
  framescope concordance \"puppet|lackey\" news/ -o lines.html
  framescope concordance actor:nato/blamed corpus.jsonl --by source --sample 50 --seed 7")]
    Concordance(ConcordanceArguments),
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

fn schema_names() -> clap::builder::PossibleValuesParser {
    crate::report::SCHEMAS.iter().map(|schema| schema.name).collect::<Vec<_>>().into()
}
