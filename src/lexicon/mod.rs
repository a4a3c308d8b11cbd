//! Lexicons: TOML files of terms become a [`Lexicon`], compiled once and shared by threads.
//!
//! Laws: a file's errors name file, line and key and say how to mend them; within a category the
//! leftmost, then the longest term wins, and across categories all stand; line breaks, runs of
//! space, typographic apostrophes and quotation marks inside a phrase do not break a match.
//!
//! ```
//! use framescope::lexicon::Lexicon;
//! let lexicon = Lexicon::built_in().unwrap();
//! assert!(lexicon.categories.iter().any(|category| category.id == "name-calling"));
//! ```

mod actor;
mod actor_file;
mod builtin;
mod category;
mod compile;
mod error;
mod figure;
mod file;
mod form;
mod group;
mod inflect;
mod irregular;
mod load;
mod matcher;
mod phrases;
mod rule;
mod select;
mod spelling;
mod stem;
mod table;
mod term;
mod view;
mod vocabulary;

use std::borrow::Cow;

use regex::Regex;
use sha2::{Digest as _, Sha256};

pub use actor::{Actor, ActorKind, Alias, Camp};
pub use actor_file::{ActorFile, is_actors};
pub use category::{Block, Category, Entry, EntryKind, Example};
pub use error::LexiconError;
pub use figure::{FIGURES, Figure, FigureKind, Given, List, Marks};
pub use file::{Case, File, Inflect, Part, Polarity, RawRule, Role};
pub use group::{GROUPS, Group, group};
pub use load::terms_by_block;
pub use matcher::{Hit, Matches};
pub use phrases::Phrases;
pub use select::Selection;
pub use stem::stem;

use crate::text::Document;

/// The text of a lexicon file.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// The file, as it is named in errors.
    pub file: Cow<'a, str>,
    /// Its TOML.
    pub text: Cow<'a, str>,
}

/// Compiled lexicons.
#[derive(Debug)]
pub struct Lexicon {
    /// The categories that are shown, in the order of their files.
    pub categories: Vec<Category>,
    /// Categories that are not shown; their words keep weak cues company, introduce speech, take the
    /// negative, name actors.
    hidden: Vec<Category>,
    /// Actors that the gazetteers know.
    pub actors: Vec<Actor>,
    /// What each entry from `first_alias` on is a name of.
    aliases: Vec<Alias>,
    first_alias: u32,
    /// What entries share.
    pub blocks: Vec<Block>,
    /// All entries, by category.
    pub entries: Vec<Entry>,
    /// The names of the files that entries stand in.
    pub files: Vec<String>,
    /// Regular expressions.
    pub patterns: Vec<CompiledPattern>,
    scare_quotes: Vec<u32>,
    figures: Vec<Figure>,
    matcher: matcher::Matcher,
    /// SHA-256, in hexadecimal, over the names' order and texts of all files.
    pub sha256: String,
}

/// A regular expression of a lexicon file.
#[derive(Debug)]
pub struct CompiledPattern {
    /// Its entry.
    pub entry: u32,
    /// The expression, run on one sentence at a time.
    pub regex: Regex,
    /// Whether it runs only on sentences that hold one of its anchors.
    pub anchored: bool,
}

impl Lexicon {
    /// The built-in lexicons.
    ///
    /// # Errors
    /// The faults of the built-in files; the tests see to it that there are none.
    pub fn built_in() -> Result<Self, Vec<LexiconError>> {
        Self::with(&[])
    }

    /// The built-in lexicons and `added` files; one that has a built-in category's id takes its place,
    /// and a part adds to its category, or takes the place of a built-in part with its file name. A file
    /// of actors adds to those known.
    ///
    /// # Errors
    /// Every fault of every file.
    pub fn with(added: &[Source<'_>]) -> Result<Self, Vec<LexiconError>> {
        let ids: Vec<_> = added.iter().filter_map(|source| load::id_of(&source.text)).collect();
        let name = |file: &str| file.rsplit(['/', '\\']).next().map(str::to_owned);
        let replaced = |&(file, text): &(&str, &str)| match load::part_of(text) {
            None => load::id_of(text).is_some_and(|id| ids.contains(&id)),
            // A part goes with its category, or gives way to one of its own name.
            Some(id) => {
                let same = |other: &Source<'_>| {
                    load::part_of(&other.text) == Some(id) && name(&other.file) == name(file)
                };
                ids.contains(&id) || added.iter().any(same)
            }
        };
        let kept = builtin::BUILT_IN
            .iter()
            .filter(|file| !replaced(file))
            .map(|&(file, text)| Source { file: file.into(), text: text.into() });
        let sources: Vec<_> = kept.chain(added.iter().cloned()).collect();
        Self::compile(&sources)
    }

    /// These files and no others.
    ///
    /// # Errors
    /// Every fault of every file.
    pub fn compile(sources: &[Source<'_>]) -> Result<Self, Vec<LexiconError>> {
        let mut lexicon = compile::compile(sources)?;
        let mut hash = Sha256::new();
        for source in sources {
            hash.update(source.text.as_bytes());
        }
        let hash = hash.finalize();
        let digits = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        lexicon.sha256 = digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect();
        Ok(lexicon)
    }

    /// All terms of `document`, and the sentences in which patterns have to run.
    pub fn matches(&self, document: &Document) -> Matches {
        self.matcher.matches(document)
    }

    /// The entries that stand for scare quotes.
    pub fn scare_quotes(&self) -> &[u32] {
        &self.scare_quotes
    }

    /// The figures of speech that the shown categories look for.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.figures.iter().filter(|figure| self.shows(self.entry(figure.entry).category))
    }

    /// The sets of lists of words that [`Marks::sets`] number: a bit a list, see [`Figure::list`].
    pub fn word_sets(&self) -> &[u64] {
        &self.matcher.lists_of_words.sets
    }

    /// Whether the entry's context rules let it stand at the tokens `first..=last` of a sentence.
    pub fn allows(&self, entry: u32, document: &Document, tokens: (u32, u32)) -> bool {
        let rule = self.block(self.entry(entry)).rule;
        self.matcher.allows(rule, document, tokens)
    }

    /// An entry by its index.
    pub fn entry(&self, index: u32) -> &Entry {
        &self.entries[index as usize]
    }

    /// The file of an entry.
    pub fn file(&self, entry: &Entry) -> &str {
        &self.files[entry.file as usize]
    }

    /// The block of an entry.
    pub fn block(&self, entry: &Entry) -> &Block {
        &self.blocks[entry.block as usize]
    }

    /// The category of an entry, shown or not.
    pub fn category(&self, entry: &Entry) -> &Category {
        self.category_at(entry.category)
    }

    /// The category of an index; those that are not shown follow the others.
    pub fn category_at(&self, index: u32) -> &Category {
        let index = index as usize;
        self.categories.get(index).unwrap_or_else(|| &self.hidden[index - self.categories.len()])
    }

    /// All categories: those that are shown, then the others.
    pub fn all_categories(&self) -> impl Iterator<Item = &Category> {
        self.categories.iter().chain(&self.hidden)
    }

    /// Whether the category of an index is shown.
    pub const fn shows(&self, category: u32) -> bool {
        (category as usize) < self.categories.len()
    }

    /// What an entry does beyond being a cue, or in its place.
    pub fn role(&self, entry: u32) -> Option<Role> {
        self.category(self.entry(entry)).role
    }

    /// Whether an entry only serves to read other words: it is no cue.
    pub fn is_structure(&self, entry: u32) -> bool {
        self.role(entry).is_some_and(Role::is_structure)
    }

    /// What an entry is a name of, if it is one of an actor.
    pub fn alias(&self, entry: u32) -> Option<Alias> {
        self.aliases.get(entry.checked_sub(self.first_alias)? as usize).copied()
    }

    /// The groups of the shown categories, each with its place in [`GROUPS`].
    pub fn groups(&self) -> impl Iterator<Item = (usize, &'static Group)> {
        let shown = |group: &&Group| self.categories.iter().any(|c| c.group.id == group.id);
        GROUPS.iter().enumerate().filter(move |(_, group)| shown(group))
    }

    /// How many forms the entries of each category have, in the lexicon's order.
    pub fn forms_by_category(&self) -> Vec<u64> {
        let mut forms = vec![0; self.categories.len() + self.hidden.len()];
        let terms = self.matcher.forms.iter().filter(|form| form.target == form::Target::Term);
        terms.for_each(|form| forms[form.category as usize] += 1);
        forms
    }

    /// How many forms the entries have.
    pub fn forms(&self) -> usize {
        self.matcher.forms.len()
    }
}

/// The files of the built-in lexicons: name and text.
pub const fn built_in_files() -> &'static [(&'static str, &'static str)] {
    builtin::BUILT_IN
}
