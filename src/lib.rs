//! Framescope reads text the way a trained media scholar does.

pub mod lexicon;
pub mod stats;
pub mod text;
