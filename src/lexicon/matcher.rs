//! The matcher: one walk over a document's tokens finds the terms of all categories.
//!
//! Each word is looked up once. From every word the walk goes down a tree of phrases, a word a
//! step, as far as the text agrees; forms with a stem, a gap or a comma leave the tree there and
//! are tried by themselves. Context rules are asked for candidates alone. Within a category the
//! leftmost, then the longest candidate wins; across categories all stand.
//!
//! A term covers whole words as a reader counts them: it neither starts nor ends inside a
//! hyphenated compound. It does not run over the end of a sentence, nor over punctuation other
//! than quotation marks, a hyphen, a slash, a stop that ends no sentence, or a comma that the term
//! itself has.

use super::figure::{Lists, Marks};
use super::form::{CaseRule, Element, Form, Found};
use super::rule::Rule;
use super::table::Table;
use super::view::View;
use super::vocabulary::{Vocabulary, WordId};
use crate::text::Document;

/// A term of some category, found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The entry, as an index into the lexicon's entries.
    pub entry: u32,
    /// The first token.
    pub first: u32,
    /// The last token.
    pub last: u32,
    /// The sentence.
    pub sentence: u32,
}

/// All that one walk finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matches {
    /// Terms, sorted by start, longer first, category.
    pub hits: Vec<Hit>,
    /// Sentences that hold an anchor of a pattern: (sentence, entry), sorted, each once.
    pub anchors: Vec<(u32, u32)>,
    /// What figures of speech need of each token.
    pub marks: Marks,
}

/// The words that a gap may cover.
const WIDEST_GAP: usize = 3;

/// A node of the tree of phrases: the words so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Node {
    /// Forms that are complete here: a list of `lists`, numbered from 1; 0 for none.
    pub(super) ends: u32,
    /// Forms that go on with something other than a plain word; likewise.
    pub(super) others: u32,
    /// A word that leads on, and the node that it leads to: nearly all nodes have no other.
    pub(super) word: WordId,
    pub(super) next: u32,
    /// Whether other words lead on, by the table of edges.
    pub(super) forks: bool,
}

/// The compiled lexicons.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    pub(super) vocabulary: Vocabulary,
    pub(super) forms: Vec<Form>,
    pub(super) elements: Vec<Element>,
    pub(super) rules: Vec<Rule>,
    pub(super) exact: Vec<Box<str>>,
    pub(super) lists_of_words: Lists,
    /// The tree of phrases; node 0 is none.
    pub(super) nodes: Vec<Node>,
    /// The node of a first word, 0 for none.
    pub(super) roots: Vec<u32>,
    /// A node that forks and a word lead to a node.
    pub(super) edges: Table,
    /// Three letters to a list of `lists`, numbered from 1.
    pub(super) stems: Table,
    /// Lists of forms; all of `listed`, once the matcher is finished.
    pub(super) lists: Vec<Vec<Listed>>,
    /// The lists one behind the other.
    listed: Vec<Listed>,
    /// Where each list starts in `listed`, and where the last one ends.
    starts: Vec<u32>,
}

/// A form in a list, with what is asked of it first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listed {
    pub(super) form: u32,
    /// A word that its sentence must hold; 0 for none.
    pub(super) needs: WordId,
    /// Its entry and category, if it is a term that holds wherever its words stand.
    pub(super) plain: Option<(u32, u32)>,
}

/// The key of an edge: a node, and the word that leads on.
pub(super) fn edge(node: u32, word: WordId) -> u128 {
    (u128::from(node) << 64) | u128::from(word)
}

/// The key of a word's first three bytes.
pub(super) const fn three(key: u128) -> u128 {
    key & 0xFF_FFFF
}

/// A term that was found, before the longest of each category are chosen.
struct Candidate {
    category: u32,
    entry: u32,
    first: u32,
    last: u32,
}

impl Matcher {
    /// All terms and anchors of `document`.
    pub(super) fn matches(&self, document: &Document) -> Matches {
        let mut matches = Matches::default();
        let (mut symbols, mut candidates) = (Vec::new(), Vec::new());
        for (index, sentence) in (0_u32..).zip(&document.sentences) {
            let tokens = &document.tokens[sentence.token_range()];
            symbols.clear();
            symbols.extend(tokens.iter().map(|&t| self.vocabulary.symbol(&document.source, t)));
            self.lists_of_words.mark(&symbols, document.tokens.len(), &mut matches.marks);
            let view = View::of(&document.source, tokens, &symbols);
            let anchors = matches.anchors.len();
            for at in 0..tokens.len() {
                self.starting_at(&view, at, &mut |found, last| match found {
                    Found::Anchor(entry) => matches.anchors.push((index, entry)),
                    Found::Term((entry, category)) => {
                        let (first, last) = (at as u32, last as u32);
                        candidates.push(Candidate { category, entry, first, last });
                    }
                });
            }
            if matches.anchors.len() > anchors + 1 {
                matches.anchors[anchors..].sort_unstable();
                matches.anchors.dedup();
            }
            let offset = sentence.tokens.start;
            resolve(&mut candidates, |candidate| {
                let (first, last) = (offset + candidate.first, offset + candidate.last);
                matches.hits.push(Hit { entry: candidate.entry, first, last, sentence: index });
            });
        }
        matches
    }

    /// Calls `found` with every form that starts at token `at` and holds, and its last token.
    fn starting_at(&self, view: &View<'_>, at: usize, found: &mut impl FnMut(Found, usize)) {
        if !view.tokens[at].starts_word() {
            return;
        }
        let symbol = view.symbols[at];
        let root = self.roots[symbol.id as usize];
        if root != 0 {
            self.descend(view, (at, at), root, found);
        }
        if symbol.has_base() {
            let root = self.roots[symbol.base as usize];
            if root != 0 {
                self.descend(view, (at, at), root, found);
            }
        }
        if let list @ 1.. = self.stems.get(three(symbol.key)) {
            self.attempt(view, at, list, found);
        }
    }

    /// Tries what the words from the first token of `range` to its last, which lead to `node`, allow.
    fn descend(
        &self,
        view: &View<'_>,
        range: (usize, usize),
        node: u32,
        found: &mut impl FnMut(Found, usize),
    ) {
        let (first, last) = range;
        let Node { ends, others, word, next: only, forks } = self.nodes[node as usize];
        if ends != 0 && view.ends_word(last) {
            for &Listed { form, plain, .. } in self.list(ends) {
                if let Some(owner) = plain {
                    found(Found::Term(owner), last);
                    continue;
                }
                let form = &self.forms[form as usize];
                let stands = !form.cased
                    || self
                        .last_of(self.elements_of(form), view, first, |at| view.ends_word(at))
                        .is_some();
                if stands && self.rule_allows(form, view, first, last) {
                    found(form.found(), last);
                }
            }
        }
        if others != 0 {
            self.attempt(view, first, others, found);
        }
        let Some(symbol) = view.symbols.get(last + 1).filter(|_| only != 0) else { return };
        if !view.tokens[last + 1].before.passes_phrase() {
            return;
        }
        for next in [symbol.id, symbol.base].into_iter().take(1 + usize::from(symbol.has_base())) {
            let next = match next == word {
                true => only,
                false if forks => self.edges.get(edge(node, next)),
                false => 0,
            };
            if next != 0 {
                self.descend(view, (first, last + 1), next, found);
            }
        }
    }

    fn list(&self, number: u32) -> &[Listed] {
        let at = number as usize;
        &self.listed[self.starts[at - 1] as usize..self.starts[at] as usize]
    }

    /// Lays the lists one behind the other, and gives every word of the vocabulary its place among
    /// the roots.
    pub(super) fn finish(&mut self) {
        self.roots.resize(self.vocabulary.len() + 1, 0);
        self.lists_of_words.finish();
        self.starts.push(0);
        for list in std::mem::take(&mut self.lists) {
            self.listed.extend(list);
            self.starts.push(self.listed.len() as u32);
        }
    }

    /// Calls `found` with each form of `list` that starts at token `at` and holds.
    fn attempt(&self, view: &View<'_>, at: usize, list: u32, found: &mut impl FnMut(Found, usize)) {
        for listed in self.list(list).iter().filter(|listed| view.words.may_hold(listed.needs)) {
            let form = &self.forms[listed.form as usize];
            let last = self.last_of(self.elements_of(form), view, at, |last| view.ends_word(last));
            if let Some(last) = last.filter(|&last| self.rule_allows(form, view, at, last)) {
                found(form.found(), last);
            }
        }
    }

    fn rule_allows(&self, form: &Form, view: &View<'_>, first: usize, last: usize) -> bool {
        let rule = form.rule.checked_sub(1).map(|rule| &self.rules[rule as usize]);
        rule.is_none_or(|rule| rule.allows(self, view, first, last))
    }

    /// The node that `word` leads to from `node` (0: the start), made where there is none.
    pub(super) fn step(&mut self, node: u32, word: WordId) -> u32 {
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        let next = self.nodes.len() as u32;
        let found = if node == 0 {
            self.roots.resize(self.vocabulary.len() + 1, 0);
            let root = &mut self.roots[word as usize];
            if *root == 0 {
                *root = next;
            }
            *root
        } else {
            let from = &mut self.nodes[node as usize];
            if from.next == 0 {
                (from.word, from.next) = (word, next);
                next
            } else if from.word == word {
                from.next
            } else {
                from.forks = true;
                match self.edges.get(edge(node, word)) {
                    0 => {
                        self.edges.put(edge(node, word), next);
                        next
                    }
                    found => found,
                }
            }
        };
        if found == next {
            self.nodes.push(Node::default());
        }
        found
    }

    /// Gives each category `c` the number `place[c]`.
    pub(super) fn renumber(&mut self, place: &[u32]) {
        for form in &mut self.forms {
            form.category = place[form.category as usize];
        }
        for (_, category) in self.listed.iter_mut().filter_map(|listed| listed.plain.as_mut()) {
            *category = place[*category as usize];
        }
    }

    /// Whether rule number `rule` minus one lets a cue stand at these tokens of one sentence.
    pub(super) fn allows(&self, rule: u32, document: &Document, tokens: (u32, u32)) -> bool {
        let Some(rule) = rule.checked_sub(1) else { return true };
        let at = document.tokens[tokens.0 as usize].start as usize;
        let Some(sentence) = document.sentence_of(at) else { return true };
        let range = document.sentences[sentence].token_range();
        let slice = &document.tokens[range.clone()];
        let source = &document.source;
        let symbols: Vec<_> = slice.iter().map(|&t| self.vocabulary.symbol(source, t)).collect();
        let view = View::of(source, slice, &symbols);
        let last = (tokens.1 as usize - range.start).min(slice.len() - 1);
        self.rules[rule as usize].allows(self, &view, tokens.0 as usize - range.start, last)
    }

    fn elements_of(&self, form: &Form) -> &[Element] {
        &self.elements[form.elements.start as usize..form.elements.end as usize]
    }

    /// The last token of `elements` where they start at token `at`; the shortest gaps win.
    /// `ends` says which tokens may be the last.
    pub(super) fn last_of(
        &self,
        elements: &[Element],
        view: &View<'_>,
        at: usize,
        ends: impl Fn(usize) -> bool + Copy,
    ) -> Option<usize> {
        let (first, rest) = elements.split_first()?;
        if !self.stands(*first, view, at) {
            return None;
        }
        match rest {
            [] => ends(at).then_some(at),
            [Element::Gap, rest @ ..] => {
                let mut next = at + 1;
                for _ in 0..=WIDEST_GAP {
                    if !view.tokens.get(next)?.before.passes_comma() {
                        return None;
                    }
                    if let Some(last) = self.last_of(rest, view, next, ends) {
                        return Some(last);
                    }
                    next += 1;
                    while view.tokens.get(next).is_some_and(|token| !token.starts_word()) {
                        next += 1;
                    }
                }
                None
            }
            [element, ..] => {
                let gap = view.tokens.get(at + 1)?.before;
                let passes = gap.passes_phrase() || (element.comma() && gap.passes_comma());
                if passes { self.last_of(rest, view, at + 1, ends) } else { None }
            }
        }
    }

    fn stands(&self, element: Element, view: &View<'_>, at: usize) -> bool {
        let Some(symbol) = view.symbols.get(at) else { return false };
        let (stands, case) = match element {
            Element::Word { id, case, .. } => (symbol.id == id || symbol.base == id, case),
            Element::Stem { mask, key, case, .. } => (symbol.key & mask == key, case),
            Element::Gap => return false,
        };
        stands
            && match case {
                CaseRule::Any => true,
                CaseRule::Capitals => {
                    let shape = view.tokens[at].shape;
                    let word = view.tokens[at].span().of(view.source);
                    shape.is_capitals() || shape.is_dotted() || is_possessive_acronym(word)
                }
                CaseRule::Exact(text) => {
                    let word = view.tokens[at].span().of(view.source);
                    let text = &*self.exact[text as usize];
                    let whole = matches!(element, Element::Stem { .. });
                    word.strip_prefix(text)
                        .is_some_and(|rest| whole || matches!(rest, "" | "'s" | "’s"))
                }
            }
    }
}

/// "US's": capitals but for the ending.
fn is_possessive_acronym(word: &str) -> bool {
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
    stem.is_some_and(|stem| stem.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// Leftmost-longest within each category; calls `keep` in the order (start, longer first, category).
fn resolve(candidates: &mut Vec<Candidate>, mut keep: impl FnMut(&Candidate)) {
    if candidates.len() > 1 {
        candidates.sort_unstable_by_key(|c| (c.category, c.first, u32::MAX - c.last, c.entry));
        let mut free = (u32::MAX, 0);
        candidates.retain(|c| {
            let stands = free.0 != c.category || c.first >= free.1;
            if stands {
                free = (c.category, c.last + 1);
            }
            stands
        });
        candidates.sort_unstable_by_key(|c| (c.first, u32::MAX - c.last, c.category));
    }
    candidates.iter().for_each(&mut keep);
    candidates.clear();
}
