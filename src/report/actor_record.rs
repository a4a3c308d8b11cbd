//! The records of actors, frozen by their schema.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::record::rounded;
use crate::compare::Side;
use crate::lexicon::Lexicon;
use crate::passes::Stance;
use crate::profile::{ActorCounts, Square, sort_actors};
use crate::voice::VOICES;

/// One actor.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ActorRecord<'a> {
    /// The id; of somebody who is only called by cues, those words.
    pub id: &'a str,
    /// The name that people read.
    pub name: &'a str,
    /// `state`, `organisation`, `party`, `group`, `name` or `label`.
    pub kind: &'a str,
    /// `us`, `them` or `none`, as the actors file says.
    pub side: &'a str,
    /// How often it is named.
    pub mentions: u64,
    /// Counted cues about it.
    pub cues: u64,
    /// These that speak well of it.
    pub praised: u64,
    /// These that speak ill of it.
    pub blamed: u64,
    /// These that do neither.
    pub neutral: u64,
    /// The share of these in the author's own voice, 0 to 1; null without a cue.
    pub author_share: Option<f64>,
    /// These by voice; absent means none.
    pub cues_by_voice: BTreeMap<&'a str, u64>,
    /// These by category; absent means none.
    pub cues_by_category: BTreeMap<&'a str, u64>,
    /// These by who is named as saying them.
    pub speakers: &'a BTreeMap<String, u64>,
}

impl<'a> ActorRecord<'a> {
    /// The record of `actor`.
    pub(super) fn of(lexicon: &'a Lexicon, actor: &'a ActorCounts) -> Self {
        let some = |(name, count): (&'a str, u64)| (count > 0).then_some((name, count));
        let category = |at: u32| lexicon.category_at(at).id.as_str();
        Self {
            id: &actor.id,
            name: &actor.name,
            kind: actor.kind.name(),
            side: actor.camp.name(),
            mentions: actor.mentions,
            cues: actor.cues,
            praised: actor.of(Stance::Praised),
            blamed: actor.of(Stance::Blamed),
            neutral: actor.of(Stance::Neutral),
            author_share: actor.author_share().map(rounded),
            cues_by_voice: VOICES
                .iter()
                .map(|voice| voice.name())
                .zip(actor.voices)
                .filter_map(some)
                .collect(),
            cues_by_category: actor.categories.iter().map(|(&at, &n)| (category(at), n)).collect(),
            speakers: &actor.speakers,
        }
    }
}

/// Cues that praise and blame each side.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SquareRecord {
    /// About those on our side.
    pub us: Regard,
    /// About those on the other.
    pub them: Regard,
}

/// How a side is spoken of.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Regard {
    /// Cues that praise.
    pub praised: u64,
    /// Cues that blame.
    pub blamed: u64,
}

impl SquareRecord {
    /// The record of `square`.
    pub(super) fn of(square: Square) -> Self {
        let regard = |[praised, blamed]: [u64; 2]| Regard { praised, blamed };
        Self { us: regard(square.us), them: regard(square.them) }
    }
}

/// An actor on both sides of a comparison.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ActorPairRecord<'a> {
    /// The id.
    pub id: &'a str,
    /// The name that people read.
    pub name: &'a str,
    /// In the first side; null where it does not occur.
    pub a: Option<ActorRecord<'a>>,
    /// In the second side.
    pub b: Option<ActorRecord<'a>>,
}

/// The actors of two sides that have a cue on either, those with most cues first.
pub(super) fn pairs<'a>(
    lexicon: &'a Lexicon,
    a: &'a Side,
    b: &'a Side,
) -> Vec<ActorPairRecord<'a>> {
    let mut sums: BTreeMap<&str, ActorCounts> = BTreeMap::new();
    for (id, (actor, _)) in a.actors.iter().chain(&b.actors) {
        match sums.get_mut(id.as_str()) {
            Some(sum) => sum.add(actor),
            None => {
                sums.insert(id, actor.clone());
            }
        }
    }
    let mut sums: Vec<_> = sums.into_values().collect();
    sort_actors(&mut sums);
    let record = |side: &'a Side, id: &str| {
        side.actors.get(id).map(|(actor, _)| ActorRecord::of(lexicon, actor))
    };
    let known = |id: &str| {
        let of = |side: &'a Side| side.actors.get_key_value(id);
        of(a).or_else(|| of(b))
    };
    sums.iter()
        .filter(|sum| sum.cues > 0)
        .filter_map(|sum| {
            let (id, (actor, _)) = known(&sum.id)?;
            let (a, b) = (record(a, id), record(b, id));
            Some(ActorPairRecord { id, name: &actor.name, a, b })
        })
        .collect()
}
