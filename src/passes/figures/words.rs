//! The words of a document, as detectors ask for them.

use std::ops::Range;

use crate::lexicon::Marks;
use crate::passes::Reading;
use crate::text::{Document, Gap, Sentence, Span};

/// A document's tokens and their marks.
pub(super) struct Words<'a> {
    document: &'a Document,
    marks: &'a Marks,
    /// What the numbers of the marks stand for.
    sets: &'a [u64],
}

impl<'a> Words<'a> {
    pub(super) fn of(reading: &Reading<'a>) -> Self {
        let (document, marks) = (reading.document, &reading.matches.marks);
        Self { document, marks, sets: reading.lexicon.word_sets() }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.marks.sets.len()
    }

    /// A hash of a token, the same for the same words.
    pub(super) fn hash(&self, token: usize) -> u32 {
        self.marks.hashes[token]
    }

    /// The lists that the word stands in.
    pub(super) fn lists(&self, token: usize) -> u64 {
        self.marks.sets.get(token).map_or(0, |&set| self.sets[set as usize])
    }

    /// The first token from `from` on that stands in one of the lists.
    pub(super) fn next_in(&self, lists: u64, from: usize) -> Option<usize> {
        let rest = self.marks.sets.get(from..)?;
        let found = rest.iter().position(|&set| self.sets[set as usize] & lists != 0);
        found.map(|place| from + place)
    }

    /// The sentences, each with its number.
    pub(super) fn sentences(&self) -> impl Iterator<Item = (usize, &'a Sentence)> + use<'a> {
        self.document.sentences.iter().enumerate()
    }

    /// The sentence behind sentence `number`, in the same paragraph.
    pub(super) fn next_of(&self, number: usize) -> Option<&'a Sentence> {
        let sentences = &self.document.sentences;
        let paragraph = sentences[number].paragraph;
        sentences.get(number + 1).filter(|next| next.paragraph == paragraph)
    }

    /// The tokens of a sentence, those of a dateline left out.
    pub(super) fn body_of(&self, sentence: &Sentence) -> Range<usize> {
        let paragraph = &self.document.paragraphs[sentence.paragraph as usize];
        let Range { start, end } = sentence.token_range();
        let Some(dateline) = paragraph.dateline else { return start..end };
        let tokens = &self.document.tokens[start..end];
        start + tokens.partition_point(|token| (token.start as usize) < dateline.end)..end
    }

    /// The number of the sentence that holds a token, from sentence number `from` on.
    pub(super) fn sentence_at(&self, token: usize, from: usize) -> usize {
        let rest = self.document.sentences[from..].iter();
        from + rest.take_while(|sentence| sentence.tokens.end as usize <= token).count()
    }

    /// The first token of sentence `number`, and the one behind its last.
    pub(super) fn sentence_start(&self, number: usize) -> usize {
        self.document.sentences[number].token_range().start
    }

    pub(super) fn sentence_end(&self, number: usize) -> usize {
        self.document.sentences[number].token_range().end
    }

    /// Whether the word stands in one of the lists.
    pub(super) fn is(&self, token: usize, lists: u64) -> bool {
        self.lists(token) & lists != 0
    }

    pub(super) fn text(&self, token: usize) -> &'a str {
        self.document.tokens[token].span().of(&self.document.source)
    }

    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        let tokens = &self.document.tokens;
        Span::new(tokens[first].start as usize, tokens[last].end as usize)
    }

    /// What stands before a token.
    pub(super) fn gap(&self, token: usize) -> Gap {
        self.document.tokens[token].before
    }

    /// The characters between a token and the one before it.
    pub(super) fn between(&self, token: usize) -> &'a str {
        let tokens = &self.document.tokens;
        let from = token.checked_sub(1).map_or(0, |before| tokens[before].end as usize);
        Span::new(from, tokens[token].start as usize).of(&self.document.source)
    }

    /// The characters of a sentence behind its last token.
    pub(super) fn tail(&self, sentence: &Sentence) -> &'a str {
        let last = self.document.tokens[sentence.token_range().end - 1];
        let end = sentence.span.end.max(last.end as usize);
        Span::new(last.end as usize, end).of(&self.document.source)
    }

    /// Whether a token is a word by itself, no part of a hyphenated one.
    pub(super) fn is_whole(&self, token: usize) -> bool {
        let tokens = &self.document.tokens;
        tokens[token].starts_word() && tokens.get(token + 1).is_none_or(|next| next.starts_word())
    }

    /// Whether a token begins with a capital or a digit and is not written in capitals throughout.
    pub(super) fn is_name(&self, token: usize) -> bool {
        let token = self.document.tokens[token];
        let first = self.document.source[token.start as usize..].chars().next();
        first.is_some_and(|c| !c.is_lowercase()) && !self.shouts(token.shape)
    }

    /// Whether a token is in small letters, or in capitals where the whole text shouts.
    pub(super) fn is_common(&self, token: usize) -> bool {
        let token = self.document.tokens[token];
        let first = self.document.source.as_bytes()[token.start as usize];
        first.is_ascii_lowercase() || self.shouts(token.shape)
    }

    /// Whether a word is in capitals because all words are: the marks of a text in capitals.
    fn shouts(&self, shape: crate::text::Shape) -> bool {
        shape.is_capitals() && self.document.tokens.iter().take(8).all(|t| t.shape.is_capitals())
    }

    /// Whether two tokens are the same word.
    pub(super) fn same(&self, a: usize, b: usize) -> bool {
        self.hash(a) == self.hash(b) && self.text(a).eq_ignore_ascii_case(self.text(b))
    }

    /// Whether a token ends in `suffix`, given in small letters.
    pub(super) fn ends(&self, token: usize, suffix: &str) -> bool {
        let text = self.text(token).as_bytes();
        let from = text.len().checked_sub(suffix.len());
        from.is_some_and(|from| from > 1 && text[from..].eq_ignore_ascii_case(suffix.as_bytes()))
    }
}
