//! Framescope reads text the way a trained media scholar does.
//!
//! Lexicon-driven passes find framing cues, say why each is flagged and in whose voice it stands,
//! and give counts for every paragraph. A finding is a cue, never a verdict.
//!
//! ```
//! use framescope::{analysis::analyse, lexicon::Lexicon, text::Layout};
//! let lexicon = Lexicon::built_in().unwrap();
//! let text = "The general called them puppets of a foreign power.".to_owned();
//! let analysis = analyse(text, Layout::Auto, &lexicon).unwrap();
//! assert!(analysis.findings.iter().any(|finding| finding.counted()));
//! ```

pub mod actors;
pub mod analysis;
#[cfg(feature = "cli")]
pub mod cli;
pub mod compare;
pub mod concordance;
pub mod context;
pub mod input;
pub mod lexicon;
pub mod passes;
pub mod profile;
pub mod report;
pub mod stats;
pub mod text;
pub mod validate;
pub mod voice;
