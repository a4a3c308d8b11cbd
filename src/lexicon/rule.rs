//! Context rules: what must not, or must, stand beside a term.

use std::ops::Range;

use super::form::Element;
use super::matcher::Matcher;
use super::view::{View, WordSet};
use super::vocabulary::WordId;

/// The words of its sentence that a rule looks at, on either side of the term.
const REACH: usize = 50;
/// The longest phrase that a rule can ask for before a term, in tokens.
pub(super) const LONGEST_BEFORE: usize = 12;

/// A block's rule.
#[derive(Debug, Default)]
pub(super) struct Rule {
    /// One of these beside the term silences it.
    pub(super) unless: Surroundings,
    /// One of these must stand beside the term, where there are any.
    pub(super) when: Surroundings,
}

/// Phrases around a term.
#[derive(Debug, Default)]
pub(super) struct Surroundings {
    /// Directly before it.
    pub(super) before: Vec<Range<u32>>,
    /// Directly after it.
    pub(super) after: Vec<Range<u32>>,
    /// Anywhere in its sentence, at most [`REACH`] tokens away; more than the term itself.
    pub(super) sentence: Vec<Range<u32>>,
    /// What `before` ends with and `after` begins with, a bit for each of 64 classes of words: where
    /// no such word is at its place, no phrase can be.
    beside: [u64; 2],
    /// The words that `sentence` begins with; `None` where a stem could be there.
    within: Option<Box<WordSet>>,
}

impl Rule {
    /// Whether the rule lets the term at tokens `first..=last` stand.
    pub(super) fn allows(
        &self,
        matcher: &Matcher,
        view: &View<'_>,
        first: usize,
        last: usize,
    ) -> bool {
        let around = Around { matcher, view, first, last };
        !around.holds(&self.unless) && (self.when.is_empty() || around.holds(&self.when))
    }
}

impl Surroundings {
    /// The surroundings `before`, `after` and in the `sentence` of a term.
    pub(super) fn new(
        [before, after, sentence]: [Vec<Range<u32>>; 3],
        elements: &[Element],
    ) -> Self {
        let of = |phrase: &Range<u32>| &elements[phrase.start as usize..phrase.end as usize];
        let word = |element: Option<&Element>| match element {
            Some(Element::Word { id, .. }) => Some(*id),
            _ => None,
        };
        let class = |id: Option<WordId>| id.map_or(u64::MAX, |id| 1 << (id % 64));
        let ends = before.iter().map(|phrase| class(word(of(phrase).last())));
        let starts = after.iter().map(|phrase| class(word(of(phrase).first())));
        let beside = [ends.fold(0, |all, one| all | one), starts.fold(0, |all, one| all | one)];
        let mut words = WordSet::default();
        let firsts: Option<Vec<_>> = sentence.iter().map(|p| word(of(p).first())).collect();
        firsts.iter().flatten().for_each(|&id| words.add(id));
        let within = firsts.map(|_| Box::new(words));
        Self { before, after, sentence, beside, within }
    }

    fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty() && self.sentence.is_empty()
    }
}

/// A term in its sentence.
struct Around<'a> {
    matcher: &'a Matcher,
    view: &'a View<'a>,
    first: usize,
    last: usize,
}

impl Around<'_> {
    fn holds(&self, wanted: &Surroundings) -> bool {
        let [before, after] = wanted.beside;
        let at = |place: Option<usize>, classes: u64| {
            let symbol = place.and_then(|place| self.view.symbols.get(place));
            symbol.is_some_and(|s| classes & (1 << (s.id % 64) | 1 << (s.base % 64)) != 0)
        };
        at(Some(self.last + 1), after) && wanted.after.iter().any(|phrase| self.follows(phrase))
            || at(self.first.checked_sub(1), before)
                && wanted.before.iter().any(|phrase| self.precedes(phrase))
            || wanted.within.as_ref().is_none_or(|words| words.meets(&self.view.words))
                && wanted.sentence.iter().any(|phrase| self.in_sentence(phrase))
    }

    fn elements(&self, phrase: &Range<u32>) -> &[Element] {
        &self.matcher.elements[phrase.start as usize..phrase.end as usize]
    }

    /// Whether `phrase` starts at token `at` and ends at a token that `ends` accepts.
    fn stands(&self, phrase: &Range<u32>, at: usize, ends: impl Fn(usize) -> bool + Copy) -> bool {
        self.matcher.last_of(self.elements(phrase), self.view, at, ends).is_some()
    }

    fn follows(&self, phrase: &Range<u32>) -> bool {
        let next = self.view.tokens.get(self.last + 1);
        next.is_some_and(|token| token.before.passes_comma())
            && self.stands(phrase, self.last + 1, |_| true)
    }

    fn precedes(&self, phrase: &Range<u32>) -> bool {
        let elements = self.elements(phrase);
        // Without a gap the phrase can start at one place alone.
        let length = elements.len();
        let latest =
            self.first.saturating_sub(if elements.contains(&Element::Gap) { 2 } else { length });
        let earliest = if elements.contains(&Element::Gap) {
            self.first.saturating_sub(LONGEST_BEFORE)
        } else {
            latest
        };
        self.first >= length.min(2)
            && self.view.tokens[self.first].before.passes_comma()
            && (earliest..=latest).any(|at| self.stands(phrase, at, |last| last + 1 == self.first))
    }

    fn in_sentence(&self, phrase: &Range<u32>) -> bool {
        if let Some(Element::Word { id, .. }) = self.elements(phrase).first()
            && !self.view.words.may_hold(*id)
        {
            return false;
        }
        let end = self.view.tokens.len().min(self.last + 1 + REACH);
        (self.first.saturating_sub(REACH)..end)
            .any(|at| self.stands(phrase, at, |last| at < self.first || last > self.last))
    }
}

/// Elements of a phrase may not be longer than a rule can look back.
pub(super) fn too_long(elements: &[Element]) -> bool {
    elements.len() > LONGEST_BEFORE
}
