//! Compiled forms: what the matcher compares words with.

use std::ops::Range;

use super::vocabulary::WordId;

/// One element of a compiled form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Element {
    /// This word.
    Word { id: WordId, case: CaseRule, comma: bool },
    /// A word that begins so: `key` under `mask`.
    Stem { mask: u128, key: u128, case: CaseRule, comma: bool },
    /// Up to three words.
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

/// What a form stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// A term.
    Term,
    /// A word that lets a pattern run.
    Anchor,
}

/// What was found.
#[derive(Debug, Clone, Copy)]
pub(super) enum Found {
    /// A term: its entry and category.
    Term((u32, u32)),
    /// An anchor of this entry.
    Anchor(u32),
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
    /// Whether capitals matter in some element.
    pub(super) cased: bool,
}

impl Form {
    /// A form of `entry` in `category` with these elements.
    pub(super) fn new(
        (entry, category): (u32, u32),
        target: Target,
        rule: u32,
        (range, elements): (Range<u32>, &[Element]),
    ) -> Self {
        Self {
            entry,
            category,
            target,
            rule,
            elements: range,
            cased: elements.iter().any(|element| element.is_cased()),
        }
    }

    /// What is found where the form holds.
    pub(super) const fn found(&self) -> Found {
        match self.target {
            Target::Term => Found::Term((self.entry, self.category)),
            Target::Anchor => Found::Anchor(self.entry),
        }
    }

    /// Its entry and category, if it is a term that holds wherever its words stand.
    pub(super) const fn plain(&self) -> Option<(u32, u32)> {
        match self.target {
            Target::Term if self.rule == 0 && !self.cased => Some((self.entry, self.category)),
            _ => None,
        }
    }

    /// A word that the sentence must hold: the last one of the form; 0 where it has no second word.
    pub(super) fn needs(elements: &[Element]) -> WordId {
        let word = |element: &Element| match element {
            Element::Word { id, .. } => Some(*id),
            _ => None,
        };
        elements.iter().skip(1).rev().find_map(word).unwrap_or(0)
    }
}

impl Element {
    /// Whether capitals matter.
    pub(super) fn is_cased(self) -> bool {
        match self {
            Self::Word { case, .. } | Self::Stem { case, .. } => case != CaseRule::Any,
            Self::Gap => false,
        }
    }

    /// Whether a comma may stand before the element.
    pub(super) const fn comma(self) -> bool {
        match self {
            Self::Word { comma, .. } | Self::Stem { comma, .. } => comma,
            Self::Gap => false,
        }
    }
}
