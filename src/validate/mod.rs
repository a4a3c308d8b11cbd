//! Validation: lexicons against their own examples, their normal form and each other's entries, and
//! against what people marked by hand.

mod difference;
mod evaluate;
mod examples;
mod excerpt;
mod gold;
mod hidden;
mod normal_form;
mod statistics;
mod suggest;
mod usage;

use std::borrow::Cow;

use crate::lexicon::{Lexicon, LexiconError, Source};

pub use difference::{EntryChange, Example, FindingChanges, entry_changes};
pub use evaluate::{Evaluation, Fault, LabelRow, Labels, MeasuredFigure, Options, Share, evaluate};
pub use gold::{GoldText, Mark, articles_of, codebook, offsets, spans};
pub use statistics::{CategoryFigures, statistics};
pub use suggest::{Candidate, Least, Phrases};
pub use usage::Usage;
use excerpt::excerpt;

/// Checks lexicon files as a reviewer would: well formed, in normal form, every entry reachable,
/// every example true. They are read beside the built-in lexicons.
///
/// # Errors
/// Every fault of every file, by file and line.
pub fn check(sources: &[Source<'_>]) -> Result<Lexicon, Vec<LexiconError>> {
    let lexicon = Lexicon::with(sources)?;
    let mut faults = Vec::new();
    for source in sources {
        faults.extend(normal_form::faults(source));
        if let Some(category) =
            lexicon.categories.iter().position(|category| category.file == source.file)
        {
            faults.extend(examples::faults(&lexicon, category as u32));
            faults.extend(hidden::faults(&lexicon, category as u32));
        }
    }
    faults.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    if faults.is_empty() { Ok(lexicon) } else { Err(faults) }
}

/// A fault of a category's file.
fn fault(lexicon: &Lexicon, category: u32, line: usize, key: &str) -> LexiconError {
    LexiconError {
        file: lexicon.category_at(category).file.clone(),
        line,
        key: key.to_owned(),
        what: String::new(),
        mend: String::new(),
    }
}

/// The first words of a text, for a message.
fn shortened(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}
