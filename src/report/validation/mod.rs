//! What validation found, as sheets.

mod difference;
mod evaluation;
mod statistics;
mod suggestions;

pub use difference::difference;
pub use evaluation::evaluation;
pub use statistics::statistics;
pub use suggestions::suggestions;
