//! Text: a record's source becomes a [`Document`] of paragraphs, sentences, tokens and quotations.
//!
//! Laws: every span is a byte range on character boundaries of the untouched source; tokens and the
//! gaps between them concatenate to the source; paragraphs, sentences and tokens are in order and
//! do not overlap; a sentence lies in one paragraph, a token in one sentence; every paragraph and
//! every sentence has at least one token. All of it takes time linear in the source.

mod abbreviation;
mod code_points;
mod dateline;
mod function_word;
mod headline;
mod mark;
mod one_line;
mod paragraph;
mod quotation;
mod sentence;
mod span;
mod token;
mod words;

use std::fmt;
use std::ops::Range;

pub use code_points::CodePoints;
pub use function_word::{function_words, is_function_word};
pub use one_line::one_line;
pub use paragraph::Layout;
pub use quotation::{Close, Quotation};
pub use span::Span;
pub use token::{Gap, Shape, Token, is_hyphen, is_quote, is_terminator, tokenise};
pub use words::Words;

/// A source and where its parts lie in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The text as it came in.
    pub source: String,
    /// The words, in order; those of one paragraph stand together.
    pub tokens: Vec<Token>,
    /// The sentences, in order.
    pub sentences: Vec<Sentence>,
    /// The paragraphs, in order; a stretch without a word is none.
    pub paragraphs: Vec<Paragraph>,
    /// The quotations, by start.
    pub quotations: Vec<Quotation>,
}

/// A sentence: at least one token, in one paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes, without white space around, with the closing marks behind its stop. The first
    /// sentence of a paragraph holds the dateline, if there is one.
    pub span: Span,
    /// Indices into [`Document::tokens`].
    pub tokens: Range<u32>,
    /// Index into [`Document::paragraphs`].
    pub paragraph: u32,
}

impl Sentence {
    /// Its tokens' indices, to slice [`Document::tokens`] with.
    pub const fn token_range(&self) -> Range<usize> {
        self.tokens.start as usize..self.tokens.end as usize
    }
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The headline of the text.
    Headline,
    /// A Markdown heading further down.
    Heading,
    /// Body text.
    Body,
}

/// A paragraph: at least one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its bytes, without white space around, nor the `#` of a heading.
    pub span: Span,
    /// What it is.
    pub part: Part,
    /// "Pyongyang, January 30 (KCNA) --" at its start, with the dash.
    pub dateline: Option<Span>,
    /// Indices into [`Document::sentences`].
    pub sentences: Range<u32>,
    /// Indices into [`Document::tokens`], the dateline's included.
    pub tokens: Range<u32>,
    /// Words as a reader counts them, without the dateline's.
    pub words: u32,
}

impl Paragraph {
    /// Its tokens' indices, to slice [`Document::tokens`] with.
    pub const fn token_range(&self) -> Range<usize> {
        self.tokens.start as usize..self.tokens.end as usize
    }

    /// Its sentences' indices, to slice [`Document::sentences`] with.
    pub const fn sentence_range(&self) -> Range<usize> {
        self.sentences.start as usize..self.sentences.end as usize
    }
}

/// The source has 4 GiB or more: offsets are 32 bits wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong {
    /// The source's length in bytes.
    pub bytes: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the text has {} bytes; one text may have up to {}", self.bytes, u32::MAX)
    }
}

impl std::error::Error for TooLong {}

impl Document {
    /// Reads `source`, whose paragraphs are told apart as `layout` says.
    pub fn new(source: String, layout: Layout) -> Result<Self, TooLong> {
        if u32::try_from(source.len()).is_err() {
            return Err(TooLong { bytes: source.len() });
        }
        let mut document = Self {
            source,
            tokens: Vec::new(),
            sentences: Vec::new(),
            paragraphs: Vec::new(),
            quotations: Vec::new(),
        };
        document.find_paragraphs(layout);
        quotation::find(&mut document);
        headline::find(&mut document);
        document.find_sentences();
        Ok(document)
    }

    /// The number of words, as a reader counts them, that start in `tokens` (indices; what lies
    /// outside the document counts nothing).
    pub fn words(&self, tokens: Range<usize>) -> usize {
        let end = tokens.end.min(self.tokens.len());
        let tokens = self.tokens.get(tokens.start..end).unwrap_or_default();
        tokens.iter().filter(|token| token.starts_word()).count()
    }

    /// The bytes from token `first` to token `last`.
    pub fn span(&self, first: u32, last: u32) -> Span {
        let token = |at: u32| self.tokens[at as usize].span();
        Span::new(token(first).start, token(last).end)
    }

    /// The first and the last token that start inside `span`, if any does.
    pub fn tokens_in(&self, span: Span) -> Option<(u32, u32)> {
        let first = self.tokens.partition_point(|token| (token.start as usize) < span.start);
        let end = self.tokens.partition_point(|token| (token.start as usize) < span.end);
        (first < end).then(|| (first as u32, end as u32 - 1))
    }

    /// The headline: the first paragraph, if it is one.
    pub fn headline(&self) -> Option<&Paragraph> {
        self.paragraphs.first().filter(|paragraph| paragraph.part == Part::Headline)
    }

    /// The index of the sentence that holds the byte at offset `byte`.
    pub fn sentence_of(&self, byte: usize) -> Option<usize> {
        holder(&self.sentences, byte, |sentence| sentence.span)
    }

    /// The index of the paragraph that holds the byte at offset `byte`.
    pub fn paragraph_of(&self, byte: usize) -> Option<usize> {
        holder(&self.paragraphs, byte, |paragraph| paragraph.span)
    }

    fn find_paragraphs(&mut self, layout: Layout) {
        self.tokens.reserve(self.source.len() / 6);
        for block in paragraph::blocks(&self.source, layout) {
            let first = self.tokens.len();
            tokenise(&self.source, block.span, &mut self.tokens);
            if self.tokens.len() == first {
                continue;
            }
            let words = self.words(first..self.tokens.len()) as u32;
            self.paragraphs.push(Paragraph {
                span: block.span,
                part: if block.heading { Part::Heading } else { Part::Body },
                dateline: None,
                sentences: 0..0,
                tokens: first as u32..self.tokens.len() as u32,
                words,
            });
        }
    }

    fn find_sentences(&mut self) {
        for (index, paragraph) in self.paragraphs.iter_mut().enumerate() {
            let first = self.sentences.len() as u32;
            let tokens = &self.tokens[paragraph.token_range()];
            let mut start = (paragraph.span.start, paragraph.tokens.start);
            let mut push = |end: usize, token: u32, next: usize| {
                self.sentences.push(Sentence {
                    span: Span::new(start.0, end),
                    tokens: start.1..token,
                    paragraph: index as u32,
                });
                start = (next, token);
            };
            let dateline = paragraph.dateline.map_or(0, |dateline| dateline.end as u32);
            let from = tokens.partition_point(|token| token.start < dateline);
            sentence::boundaries(&self.source, tokens, from, |boundary| {
                push(boundary.end, paragraph.tokens.start + boundary.token as u32, boundary.next);
            });
            push(paragraph.span.end, paragraph.tokens.end, paragraph.span.end);
            paragraph.sentences = first..self.sentences.len() as u32;
        }
    }
}

/// The index of the item of `items` (in order, apart) whose span holds `byte`.
fn holder<T>(items: &[T], byte: usize, span: impl Fn(&T) -> Span) -> Option<usize> {
    let index = items.partition_point(|item| span(item).start <= byte).checked_sub(1)?;
    (byte < span(&items[index]).end).then_some(index)
}

#[cfg(test)]
mod tests;
