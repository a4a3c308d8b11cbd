//! Quotations.

use super::Span;

/// A stretch between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// Its bytes, the marks included.
    pub span: Span,
    /// What stands between the marks.
    pub inner: Span,
    /// Index into [`Document::paragraphs`](super::Document::paragraphs).
    pub paragraph: u32,
    /// How many quotations it stands in; 0 for an outermost one.
    pub depth: u8,
    /// Words as a reader counts them.
    pub words: u32,
    /// How it ends.
    pub close: Close,
}

/// How a quotation ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Close {
    /// By its closing mark.
    Marked,
    /// Never closed, and the next paragraph opens with the mark again: the same quotation goes on.
    Continued,
    /// Never closed: it ends with its paragraph.
    Left,
}
