//! The matcher: one walk over a document's tokens finds the terms of all categories.
//!
//! Each word is looked up once. A word that is a term by itself is a candidate; two words that
//! begin a phrase are looked up together; phrases whose second piece is a stem or a gap are tried
//! from their first word. Context rules are asked for candidates alone. Within a category the
//! leftmost, then the longest candidate wins; across categories all stand.
//!
//! A term covers whole words as a reader counts them: it neither starts nor ends inside a
//! hyphenated compound. It does not run over the end of a sentence, nor over punctuation other
//! than quotation marks, a hyphen, or a comma that the term itself has.

use std::ops::Range;

use super::rule::Rule;
use super::table::Table;
use super::vocabulary::{Symbol, Vocabulary, WordId};
use crate::text::{Document, Token};

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
}

/// One element of a compiled form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Element {
    /// This word.
    Word { id: WordId, case: CaseRule, comma: bool },
    /// A word that begins so: `key` under `mask`.
    Stem { mask: u128, key: u128, case: CaseRule, comma: bool },
    /// Up to [`WIDEST_GAP`] words.
    Gap,
}

/// What the capitals of a word must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum CaseRule {
    /// Anything.
    Any,
    /// Capitals throughout, or with stops (US, U.S., u.s.).
    Capitals,
    /// As the text of this number in `Matcher::exact`.
    Exact(u32),
}

/// The words that a gap may cover.
const WIDEST_GAP: usize = 3;

/// What a form stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// A term.
    Term,
    /// A word that lets a pattern run.
    Anchor,
}

/// A compiled form.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub(super) entry: u32,
    pub(super) category: u32,
    pub(super) target: Target,
    /// Index into `Matcher::rules` plus one; 0 for none.
    pub(super) rule: u32,
    pub(super) elements: Range<u32>,
}

/// What begins with a word.
#[derive(Debug, Clone, Default)]
pub(super) struct Starts {
    /// Forms of this word alone.
    pub(super) singles: Vec<u32>,
    /// Forms whose second element is no plain word.
    pub(super) firsts: Vec<u32>,
    /// Whether some form begins with this word and another.
    pub(super) pairs: bool,
}

/// The compiled lexicons.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    pub(super) vocabulary: Vocabulary,
    pub(super) forms: Vec<Form>,
    pub(super) elements: Vec<Element>,
    pub(super) rules: Vec<Rule>,
    pub(super) exact: Vec<Box<str>>,
    /// By word.
    pub(super) starts: Vec<Starts>,
    /// Two words to a list of `pair_lists`, numbered from 1.
    pub(super) pairs: Table,
    pub(super) pair_lists: Vec<Vec<u32>>,
    /// Three letters to a list of `stem_lists`, numbered from 1.
    pub(super) stems: Table,
    pub(super) stem_lists: Vec<Vec<u32>>,
}

/// The tokens of one sentence.
pub(super) struct View<'a> {
    pub(super) source: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) symbols: &'a [Symbol],
}

impl View<'_> {
    /// Whether a word as a reader counts them ends with token `at`.
    fn ends_word(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_none_or(|next| next.starts_word())
    }
}

/// The key of two words.
pub(super) fn pair(first: WordId, second: WordId) -> u128 {
    u128::from(first) << 64 | u128::from(second)
}

/// The key of a word's first three bytes.
pub(super) const fn three(key: u128) -> u128 {
    key & 0xFF_FFFF
}

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
        for (index, sentence) in document.sentences.iter().enumerate() {
            let offset = sentence.tokens.start;
            let tokens = &document.tokens[sentence.token_range()];
            symbols.clear();
            symbols.extend(tokens.iter().map(|&t| self.vocabulary.symbol(&document.source, t)));
            let view = View { source: &document.source, tokens, symbols: &symbols };
            let anchors = matches.anchors.len();
            for at in 0..tokens.len() {
                self.starting_at(&view, at, |form, last| match form.target {
                    Target::Anchor => matches.anchors.push((index as u32, form.entry)),
                    Target::Term => candidates.push(Candidate {
                        category: form.category,
                        entry: form.entry,
                        first: at as u32,
                        last: last as u32,
                    }),
                });
            }
            if matches.anchors.len() > anchors + 1 {
                matches.anchors[anchors..].sort_unstable();
                matches.anchors.dedup();
            }
            resolve(&mut candidates, |candidate| {
                matches.hits.push(Hit {
                    entry: candidate.entry,
                    first: offset + candidate.first,
                    last: offset + candidate.last,
                    sentence: index as u32,
                });
            });
        }
        matches
    }

    /// Calls `found` with every form that starts at token `at` and holds, and its last token.
    fn starting_at(&self, view: &View<'_>, at: usize, mut found: impl FnMut(&Form, usize)) {
        if !view.tokens[at].starts_word() {
            return;
        }
        let symbol = view.symbols[at];
        let mut attempt = |list: &[u32]| {
            for &form in list {
                let form = &self.forms[form as usize];
                if let Some(last) = self.holds(form, view, at) {
                    found(form, last);
                }
            }
        };
        for word in [symbol.id, symbol.base] {
            if let Some(starts) = self.starts.get(word as usize).filter(|_| word != 0) {
                attempt(&starts.singles);
                attempt(&starts.firsts);
                if starts.pairs
                    && let Some(next) = view.symbols.get(at + 1)
                {
                    attempt(self.pair_list(word, next.id));
                    if next.base != next.id {
                        attempt(self.pair_list(word, next.base));
                    }
                }
            }
            if symbol.base == symbol.id {
                break;
            }
        }
        if let list @ 1.. = self.stems.get(three(symbol.key)) {
            attempt(&self.stem_lists[list as usize - 1]);
        }
    }

    fn pair_list(&self, first: WordId, second: WordId) -> &[u32] {
        match self.pairs.get(pair(first, second)) {
            0 => &[],
            list => &self.pair_lists[list as usize - 1],
        }
    }

    /// The last token of `form` where it starts at `at`, covers whole words, and its rule allows it.
    fn holds(&self, form: &Form, view: &View<'_>, at: usize) -> Option<usize> {
        let last = self.last_of(self.elements_of(form), view, at, true)?;
        let rule = form.rule.checked_sub(1).map(|rule| &self.rules[rule as usize]);
        rule.is_none_or(|rule| rule.allows(self, view, at, last)).then_some(last)
    }

    /// Gives each category `c` the number `place[c]`.
    pub(super) fn renumber(&mut self, place: &[u32]) {
        for form in &mut self.forms {
            form.category = place[form.category as usize];
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
        let view = View { source, tokens: slice, symbols: &symbols };
        let last = (tokens.1 as usize - range.start).min(slice.len() - 1);
        self.rules[rule as usize].allows(self, &view, tokens.0 as usize - range.start, last)
    }

    fn elements_of(&self, form: &Form) -> &[Element] {
        &self.elements[form.elements.start as usize..form.elements.end as usize]
    }

    /// The last token of `elements` where they start at token `at`; the shortest gaps win.
    /// `whole` asks for the end of a word as a reader counts them.
    pub(super) fn last_of(
        &self,
        elements: &[Element],
        view: &View<'_>,
        at: usize,
        whole: bool,
    ) -> Option<usize> {
        let (first, rest) = elements.split_first()?;
        if !self.stands(*first, view, at) {
            return None;
        }
        match rest {
            [] => (!whole || view.ends_word(at)).then_some(at),
            [Element::Gap, rest @ ..] => {
                let mut next = at + 1;
                for _ in 0..=WIDEST_GAP {
                    if !view.tokens.get(next)?.before.passes_comma() {
                        return None;
                    }
                    if let Some(last) = self.last_of(rest, view, next, whole) {
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
                if passes { self.last_of(rest, view, at + 1, whole) } else { None }
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
                    shape.is_capitals() || shape.is_dotted() || self.is_possessive_acronym(view, at)
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

    /// "US's": capitals but for the ending.
    fn is_possessive_acronym(&self, view: &View<'_>, at: usize) -> bool {
        let word = view.tokens[at].span().of(view.source);
        let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
        stem.is_some_and(|stem| stem.bytes().all(|byte| byte.is_ascii_uppercase()))
    }
}

impl Element {
    /// Whether a comma may stand before the element.
    const fn comma(self) -> bool {
        match self {
            Self::Word { comma, .. } | Self::Stem { comma, .. } => comma,
            Self::Gap => false,
        }
    }
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
