//! Whom a cue is about.

use crate::actors::ActorId;
use crate::text::Span;

/// An actor that a cue is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aim {
    /// Who.
    pub who: Aimed,
    /// The words that name it, or stand for it.
    pub span: Span,
    /// What the cue does to it.
    pub stance: Stance,
    /// What links the two.
    pub rule: Rule,
}

/// Who a cue is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aimed {
    /// An actor of the text.
    Actor(ActorId),
    /// Somebody who is called by the cue alone.
    Label,
}

/// What a cue does to whom it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// It speaks well of them.
    Praised,
    /// It speaks ill of them.
    Blamed,
    /// Neither.
    Neutral,
}

impl Stance {
    /// The word in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Praised => "praised",
            Self::Blamed => "blamed",
            Self::Neutral => "neutral",
        }
    }
}

/// What links a cue to an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The cue holds the name.
    Named,
    /// They stand in one noun phrase.
    Modifier,
    /// "NATO's plan", "the plan of NATO", "its plan".
    Possessive,
    /// "crimes by NATO".
    Agent,
    /// "NATO is a puppet".
    Predicate,
    /// "NATO, a puppet".
    Apposition,
    /// The cue is the name.
    Label,
    /// The actor is the subject of the cue's clause.
    Subject,
}

/// All rules, in the order in which they are tried.
pub const RULES: &[Rule] = &[
    Rule::Named,
    Rule::Possessive,
    Rule::Modifier,
    Rule::Agent,
    Rule::Predicate,
    Rule::Apposition,
    Rule::Label,
    Rule::Subject,
];

impl Rule {
    /// The word in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Modifier => "modifier",
            Self::Possessive => "possessive",
            Self::Agent => "agent",
            Self::Predicate => "predicate",
            Self::Apposition => "apposition",
            Self::Label => "label",
            Self::Subject => "subject",
        }
    }

    /// How often a link by this rule is right, from 0 to 1.
    pub const fn confidence(self) -> f64 {
        match self {
            Self::Named | Self::Possessive | Self::Agent => 0.9,
            Self::Modifier | Self::Predicate | Self::Label => 0.8,
            Self::Apposition | Self::Subject => 0.7,
        }
    }
}
