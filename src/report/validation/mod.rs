//! What validation found, as sheets.

mod evaluation;

pub use evaluation::evaluation;
