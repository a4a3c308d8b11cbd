//! Text: a record's source becomes a [`Document`] of paragraphs, sentences, tokens and quotations.
//!
//! Laws: every span is a byte range on character boundaries of the untouched source; tokens and the
//! gaps between them concatenate to the source; paragraphs, sentences and tokens are in order and
//! do not overlap; a sentence lies in one paragraph, a token in one sentence.

mod span;
mod token;

pub use span::Span;
pub use token::{Gap, Shape, Token, is_hyphen, is_quote, is_terminator, tokenise};
