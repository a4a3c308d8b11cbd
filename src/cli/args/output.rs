//! Where reports and sheets go, as typed.

use std::path::PathBuf;

use clap::Args;

/// Where a sheet of figures goes.
#[derive(Debug, Args)]
pub(in crate::cli) struct SheetArguments {
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

/// Where the report goes.
#[derive(Debug, Args)]
pub(in crate::cli) struct OutputArguments {
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

fn sheet_format_names() -> clap::builder::PossibleValuesParser {
    crate::report::SHEET_FORMATS.iter().map(|f| f.name).collect::<Vec<_>>().into()
}

fn format_names() -> clap::builder::PossibleValuesParser {
    crate::report::FORMATS.iter().map(|f| f.name).collect::<Vec<_>>().into()
}
