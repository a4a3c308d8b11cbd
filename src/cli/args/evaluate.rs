//! `evaluate`, as typed.

use std::path::PathBuf;

use clap::Args;

use super::SheetArguments;

/// `evaluate`.
#[derive(Debug, Args)]
pub(in crate::cli) struct EvaluateArguments {
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

/// A load that a text can have.
fn load(typed: &str) -> Result<f64, String> {
    let load = typed.parse().ok().filter(|load: &f64| load.is_finite() && *load >= 0.0);
    load.ok_or_else(|| "write a load, such as 16.7".to_owned())
}
