//! Quotations: which marks pair.
//!
//! Laws: quotations lie in one paragraph each, and two of them stand apart or one in the other. What
//! is never closed ends where the same mark opens again, or with its paragraph. Single marks need
//! both ends, for one alone is an apostrophe. A closing mark without an opening one, and an opening
//! one whose quotation another's end cuts off, are nothing. Each mark is looked at once.

use super::mark::{Family, Mark, Side, gather, opens_with};
use super::{Document, Span};

/// A stretch between quotation marks, with at least one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// Its bytes, the marks included.
    pub span: Span,
    /// What stands between the marks.
    pub inner: Span,
    /// Index into [`Document::paragraphs`].
    pub paragraph: u32,
    /// How many quotations it stands in; 0 for an outermost one. (256 and more count 255.)
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
    /// Never closed: it ends with its paragraph, or where the same mark opens again before.
    Left,
}

/// Finds the quotations of `document`, whose paragraphs are known.
pub(super) fn find(document: &mut Document) {
    let mut marks = Vec::new();
    let mut quotations = Vec::new();
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        marks.clear();
        gather(&document.source, &document.tokens, paragraph, &mut marks);
        if marks.is_empty() {
            continue;
        }
        let next = document.paragraphs.get(index + 1);
        let pairing = Pairing {
            source: &document.source,
            next: next.map_or("", |next| next.span.of(&document.source)),
            within: paragraph.span,
            paragraph: index as u32,
            words: paragraph.words,
            marks: &marks,
            open: Vec::new(),
            last: Default::default(),
            found: Vec::new(),
        };
        quotations.extend(nested(pairing.run()));
    }
    document.quotations = quotations;
}

/// The quotations of a paragraph by start, each with its depth; without those that cross another.
fn nested(mut quotations: Vec<Quotation>) -> Vec<Quotation> {
    quotations.sort_unstable_by_key(|quotation| quotation.span.start);
    let mut ends: Vec<usize> = Vec::new();
    quotations.retain_mut(|quotation| {
        while ends.last().is_some_and(|&end| end <= quotation.span.start) {
            ends.pop();
        }
        if ends.last().is_some_and(|&end| end < quotation.span.end) {
            return false;
        }
        quotation.depth = u8::try_from(ends.len()).unwrap_or(u8::MAX);
        ends.push(quotation.span.end);
        true
    });
    quotations
}

/// The marks of one paragraph, being paired.
struct Pairing<'a> {
    source: &'a str,
    /// The next paragraph.
    next: &'a str,
    within: Span,
    paragraph: u32,
    words: u32,
    marks: &'a [Mark],
    open: Vec<Open<'a>>,
    /// For each family, the places of its open marks in `open`.
    last: [Vec<usize>; Family::COUNT],
    found: Vec<Quotation>,
}

/// An opening mark that waits for its end.
struct Open<'a> {
    mark: &'a Mark,
    /// The first mark of its family that opened behind it.
    again: Option<&'a Mark>,
}

impl<'a> Pairing<'a> {
    fn run(mut self) -> Vec<Quotation> {
        let marks = self.marks;
        let straight = marks.iter().filter(|mark| mark.family == Family::Straight).count();
        for mark in marks {
            let is_open = self.opened(mark).is_some();
            match mark.side {
                Side::Opens if mark.late && straight % 2 == 0 && is_open => self.close(mark),
                Side::Opens => self.open(mark),
                Side::Closes => self.close(mark),
                Side::Either if is_open => self.close(mark),
                Side::Either if mark.closable.has(mark.family) => self.open(mark),
                Side::Either => {}
            }
        }
        self.leave();
        self.found
    }

    /// The place in `open` of the mark that `mark` would close.
    fn opened(&self, mark: &Mark) -> Option<usize> {
        let last = |family: Family| self.last[family as usize].last().copied();
        last(mark.family).or_else(|| last(mark.family.stand_in()?))
    }

    fn open(&mut self, mark: &'a Mark) {
        if mark.family == Family::Single {
            if !mark.closable.has(mark.family) && !self.may_continue(mark) {
                return;
            }
            if self.open.last().is_some_and(|top| top.mark.family == Family::Single) {
                self.pop();
            }
        }
        if let Some(&at) = self.last[mark.family as usize].last() {
            if mark.family == Family::Straight {
                let left = self.open[at].mark;
                self.pop_to(at);
                self.leave_at(left, mark);
            } else {
                self.open[at].again.get_or_insert(mark);
            }
        }
        self.last[mark.family as usize].push(self.open.len());
        self.open.push(Open { mark, again: None });
    }

    fn close(&mut self, mark: &Mark) {
        let Some(at) = self.opened(mark) else { return };
        if mark.family == Family::Single {
            let inside = self.open[at + 1..].last();
            let waits = inside.is_some_and(|top| mark.closable.has(top.mark.family));
            if waits || (mark.weak && mark.strong_ahead) {
                return;
            }
        }
        let opening = self.open[at].mark;
        self.pop_to(at);
        self.push(opening, Span::new(mark.start, mark.end), mark.words, Close::Marked);
    }

    /// Ends what is still open with the paragraph.
    fn leave(&mut self) {
        for Open { mark, again } in std::mem::take(&mut self.open) {
            let end = Span::new(self.within.end, self.within.end);
            let goes_on = opens_with(self.next, mark.family);
            match again {
                _ if mark.family == Family::Single && !self.may_continue(mark) => {}
                Some(again) if !self.may_continue(mark) => self.leave_at(mark, again),
                _ if goes_on => self.push(mark, end, self.words, Close::Continued),
                _ => self.push(mark, end, self.words, Close::Left),
            }
        }
    }

    /// Whether `mark` opens the paragraph and the next one opens with the mark again.
    fn may_continue(&self, mark: &Mark) -> bool {
        mark.start == self.within.start && opens_with(self.next, mark.family)
    }

    /// Ends the quotation that opens with `mark` where `again` opens another.
    fn leave_at(&mut self, mark: &Mark, again: &Mark) {
        let end = mark.end + self.source[mark.end..again.start].trim_end().len();
        self.push(mark, Span::new(end, end), again.words, Close::Left);
    }

    fn push(&mut self, opening: &Mark, closing: Span, words: u32, close: Close) {
        if words > opening.words {
            self.found.push(Quotation {
                span: Span::new(opening.start, closing.end),
                inner: Span::new(opening.end, closing.start),
                paragraph: self.paragraph,
                depth: 0,
                words: words - opening.words,
                close,
            });
        }
    }

    fn pop_to(&mut self, at: usize) {
        while self.open.len() > at {
            self.pop();
        }
    }

    fn pop(&mut self) {
        if let Some(top) = self.open.pop() {
            self.last[top.mark.family as usize].pop();
        }
    }
}

#[cfg(test)]
mod tests;
