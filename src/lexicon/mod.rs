//! The forms of a lexicon's words.

mod inflect;
mod irregular;
mod spelling;

pub use inflect::{adjective, adverb, noun, verb};
pub use spelling::spellings;
