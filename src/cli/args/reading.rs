//! How texts are read, as typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::input::size;

/// How texts are read.
#[derive(Debug, Args)]
pub(in crate::cli) struct ReadingArguments {
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
    /// Read only texts whose metadata field has this value, or with != has another (repeatable; all
    /// fields must hold, several values for one field are alternatives).
    #[arg(long = "where", value_name = "FIELD=VALUE")]
    pub filter: Vec<String>,
    /// The column of CSV and TSV, or the field of JSON lines, that holds the text.
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub text: String,
    /// The column or field that holds the id; without it, id where there is one.
    #[arg(long, value_name = "NAME")]
    pub id: Option<String>,
    /// Pass over a text that is longer than this once unpacked: 500kB, 200MB, 2GB …
    #[arg(long, value_name = "SIZE", value_parser = size, default_value = "200MB")]
    pub max_size: u64,
    /// The encoding of texts, CSV and TSV: utf-8, utf-16le, windows-1252 …
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub encoding: String,
    /// Threads to read with; 0 is one a core.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
}

/// How paragraphs are told apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ParagraphsArgument {
    /// By blank lines, or by lines where every line is a paragraph.
    #[default]
    Auto,
    /// By blank lines.
    Blank,
    /// Every line is one.
    Line,
}
