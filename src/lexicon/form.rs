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
