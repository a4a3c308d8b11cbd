//! Comparison: what differs between sides, how much, how sure that is, and in whose words.
//!
//! A side is one text or a group of texts. Tests deal documents anew, or the paragraphs of single texts;
//! they are corrected within each kind of item. Law: comparing a side with itself shows no difference.

mod comparison;
mod duplicates;
mod gathering;
mod item;
mod keyness;
mod naming;
mod overall;
mod passages;
mod row;
mod sample;
mod side;
mod terms;
mod timeline;
mod vocabulary;

pub use comparison::{Comparison, Labels, Pair, SideKeyness};
pub use duplicates::{ALIKE, Clusters, Duplicates, Imprint, SHINGLE, SHORT, Watch};
pub use gathering::{Gathering, Prepared};
pub use item::{Item, KINDS, Kind};
pub use keyness::{Corpus, KeyTerm, Keyness, KeynessOptions};
pub use naming::{NamingPair, Plainer};
pub use overall::Overall;
pub use passages::{Cue, LEAST, Passage, Passages, Place, Shared, passages};
pub use row::{LEAST_FINDINGS, LEVEL, Row, Verdict};
pub use sample::{Membership, Unit};
pub use side::{Side, Sighting};
pub use timeline::{Course, Direction, Period, Point, Timeline};
pub use vocabulary::RunningText;
