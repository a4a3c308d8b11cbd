//! The stamp: from it a report can be made again.

use schemars::JsonSchema;
use serde::Serialize;

use crate::lexicon::Lexicon;

/// What a report was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Stamp {
    /// The program and its version.
    pub program: String,
    /// The lexicons by language and the number of categories.
    pub lexicon: String,
    /// The versions of the lexicon files, each named once.
    pub lexicon_version: String,
    /// SHA-256 over all lexicon files.
    pub sha256: String,
    /// The options that change the result, as typed; empty where all are at their defaults.
    pub options: String,
}

impl Stamp {
    /// The stamp of this program with `lexicon` and the options that change the result.
    pub fn new(lexicon: &Lexicon, options: String) -> Self {
        let unique = |mut values: Vec<String>| {
            values.sort();
            values.dedup();
            values.join(", ")
        };
        let categories = &lexicon.categories;
        let languages = unique(categories.iter().map(|c| c.language.clone()).collect());
        Self {
            program: concat!("framescope ", env!("CARGO_PKG_VERSION")).to_owned(),
            lexicon: format!("{languages}, {} categories", categories.len()),
            lexicon_version: unique(categories.iter().map(|c| c.version.clone()).collect()),
            sha256: lexicon.sha256.clone(),
            options,
        }
    }

    /// The stamp in one line.
    pub fn line(&self) -> String {
        let options = if self.options.is_empty() { "none" } else { &self.options };
        format!(
            "{} · lexicons {} {}, sha256 {} · options: {options}",
            self.program, self.lexicon, self.lexicon_version, self.sha256
        )
    }
}
