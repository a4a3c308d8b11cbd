//! Validation: lexicons against their own examples, their normal form and each other's entries, and
//! against what people marked by hand.

mod audit;
mod difference;
mod evaluate;
mod excerpt;
mod gold;
mod statistics;
mod suggest;
mod usage;

pub use audit::check;
pub use difference::{EntryChange, Example, FindingChanges, entry_changes};
pub use evaluate::{Evaluation, Fault, LabelRow, Labels, MeasuredFigure, Options, Share, evaluate};
use excerpt::excerpt;
pub use gold::{GoldText, Mark, articles_of, codebook, offsets, spans};
pub use statistics::{CategoryFigures, statistics};
pub use suggest::{Candidate, Least, Phrases};
pub use usage::Usage;
