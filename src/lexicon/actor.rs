//! Actors: who texts speak about, under all their names.

use super::category::Category;
use super::file::{Polarity, Role};
use super::group::GROUPS;

/// An actor that a gazetteer knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The id in every output.
    pub id: String,
    /// The name that people read.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// On whose side the user's file puts it.
    pub camp: Camp,
}

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ActorKind {
    /// A state, a people, a territory.
    State,
    /// An alliance, an agency, an armed group, a company, a paper.
    Organisation,
    /// A party or a movement.
    Party,
    /// People of a sort: migrants, officials, the West.
    Group,
    /// Somebody or something with a name.
    #[default]
    Name,
    /// Whoever is called so, and by no name.
    #[serde(skip)]
    Label,
}

impl ActorKind {
    /// The word in files and outputs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Organisation => "organisation",
            Self::Party => "party",
            Self::Group => "group",
            Self::Name => "name",
            Self::Label => "label",
        }
    }
}

/// On whose side an actor stands, as the reader of a text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Camp {
    /// On that of the text.
    Us,
    /// On the other.
    Them,
    /// On neither.
    #[default]
    None,
}

impl Camp {
    /// The word in files and outputs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Us => "us",
            Self::Them => "them",
            Self::None => "none",
        }
    }
}

/// What an entry is a name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alias {
    /// The actor, as an index into the lexicon's.
    pub actor: u32,
    /// Whether it is a demonym or the noun of a member: Russian, a Democrat.
    pub people: bool,
}

/// The category that holds all names: never shown.
pub(super) fn category() -> Category {
    let stance = GROUPS.iter().position(|group| group.id == "stance").unwrap_or_default();
    Category {
        id: "actors".into(),
        title: "Actors".into(),
        group: &GROUPS[stance],
        group_at: stance,
        language: "en".into(),
        version: String::new(),
        polarity: Polarity::Neutral,
        colour: String::new(),
        loaded: false,
        slanted: false,
        experimental: false,
        role: Some(Role::Actors),
        why: "Names of actors.".into(),
        sources: Vec::new(),
        flags: Vec::new(),
        ignores: Vec::new(),
        scare_words: None,
        file: String::new(),
    }
}
