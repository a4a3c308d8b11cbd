//! Categories, blocks and entries: a lexicon file after it was read and found well formed.

use std::borrow::Cow;

use super::file::{Case, Inflect, Polarity, RawRule, Role};
use super::group::Group;

/// A category: one lexicon file.
#[derive(Debug, Clone)]
pub struct Category {
    /// The id in every output.
    pub id: String,
    /// The name that people read.
    pub title: String,
    /// Its group.
    pub group: &'static Group,
    /// The place of its group in the list of groups.
    pub group_at: usize,
    /// ISO 639-1 code of the language.
    pub language: String,
    /// The file's version.
    pub version: String,
    /// Whether its cues blame, praise, or neither.
    pub polarity: Polarity,
    /// `#rrggbb`: its own colour, or the group's.
    pub colour: String,
    /// Whether its cues count as loaded wording.
    pub loaded: bool,
    /// Whether its cues take a side without being loaded wording.
    pub slanted: bool,
    /// What its words do beyond being cues.
    pub role: Option<Role>,
    /// Whether its precision was measured below 0.8, or not yet.
    pub experimental: bool,
    /// What it holds.
    pub why: String,
    /// The literature it rests on.
    pub sources: Vec<String>,
    /// Sentences that it must flag, and their lines in the file.
    pub flags: Vec<Example>,
    /// Look-alikes that it must ignore.
    pub ignores: Vec<Example>,
    /// The longest scare quote in words, where the category holds them.
    pub scare_words: Option<u32>,
    /// Where it was read from.
    pub file: String,
}

impl Category {
    /// The title, and that it is experimental where it is.
    pub fn label(&self) -> Cow<'_, str> {
        match self.mark() {
            "" => Cow::Borrowed(&self.title),
            mark => Cow::Owned(format!("{}{mark}", self.title)),
        }
    }

    /// What stands behind the title, or behind its count.
    pub const fn mark(&self) -> &'static str {
        if self.experimental { " (experimental)" } else { "" }
    }
}

/// An example sentence of a category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// Its line in the file.
    pub line: usize,
}

/// What the terms of a block share.
#[derive(Debug, Default)]
pub struct Block {
    /// 3 loaded in nearly any context, 2 in most, 1 only in company.
    pub strength: u8,
    /// Which forms are made.
    pub inflect: Inflect,
    /// Whether capitals matter.
    pub case: Case,
    /// What the wording does.
    pub why: String,
    /// Plainer wordings.
    pub instead: Vec<String>,
    /// What silences the cue.
    pub unless: RawRule,
    /// What must stand beside it.
    pub when: RawRule,
    /// The compiled rules' number plus one; 0 for none.
    pub(super) rule: u32,
}

impl Block {
    /// Whether context decides on the cue.
    pub fn has_rules(&self) -> bool {
        !self.unless.is_empty() || !self.when.is_empty()
    }
}

/// One entry: a term, a pattern, or scare quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The category, as an index.
    pub category: u32,
    /// The block, as an index.
    pub block: u32,
    /// The term as written, or the name of the pattern or the detector.
    pub term: String,
    /// The file that it stands in, as an index into the lexicon's.
    pub file: u32,
    /// The line in its file.
    pub line: usize,
    /// What finds it.
    pub kind: EntryKind,
}

/// What finds an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// The matcher.
    Term,
    /// A regular expression.
    Pattern,
    /// Quotation marks.
    ScareQuotes,
    /// A detector of figures of speech.
    Figure,
}
