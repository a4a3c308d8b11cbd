//! The same actors in both sides of a comparison.

use serde::Serialize;

use super::actors::side;
use super::square::SquareView;
use crate::compare::{Comparison, Kind, Side};
use crate::lexicon::Lexicon;
use crate::passes::Stance;
use crate::profile::{ActorCounts, Square};
use crate::report::actor_record::pairs;
use crate::report::wording::{figure, thousands};
use crate::stats::per_thousand;

/// Actors, categories of each, and names of actors of one side alone that are shown at most.
const SHOWN: (usize, usize, usize) = (15, 3, 8);

/// The actors of a comparison.
#[derive(Debug, Default, Serialize)]
pub(super) struct PairsView<'a> {
    rows: Vec<PairView<'a>>,
    /// Actors of both sides that are not shown.
    more: usize,
    /// Those whom only one side names: in the first, and in the second.
    alone: Vec<AloneView<'a>>,
    /// The square of each side, where sides are given: its letter, its name, the square.
    squares: Vec<(&'static str, &'a str, SquareView<'a>)>,
}

/// An actor that both sides name.
#[derive(Debug, Serialize)]
struct PairView<'a> {
    name: &'a str,
    kind: &'static str,
    side: &'static str,
    /// In the first side and in the second.
    sides: [FiguresView<'a>; 2],
    verdict: &'static str,
}

/// How one side speaks of an actor.
#[derive(Debug, Serialize)]
struct FiguresView<'a> {
    mentions: String,
    cues: String,
    rate: String,
    praised: String,
    blamed: String,
    /// The most frequent categories of its cues.
    categories: Vec<(&'a str, u64)>,
}

/// Actors with a cue whom only one side names.
#[derive(Debug, Serialize)]
struct AloneView<'a> {
    side: &'static str,
    /// Names and cues.
    actors: Vec<(&'a str, String)>,
    more: usize,
}

impl<'a> PairsView<'a> {
    /// The actors of a comparison.
    pub(super) fn of(lexicon: &'a Lexicon, comparison: &'a Comparison) -> Self {
        let [a, b] = comparison.sides.as_slice() else { return Self::default() };
        let all = pairs(lexicon, a, b);
        let both: Vec<&str> = all
            .iter()
            .filter(|pair| pair.a.is_some() && pair.b.is_some())
            .map(|pair| pair.id)
            .collect();
        let row = |id: &&str| PairView::of(lexicon, comparison, id);
        let only = |letter, here: &'a Side, there: &Side| {
            let ids = all.iter().map(|pair| pair.id).filter(|id| !there.actors.contains_key(*id));
            AloneView::of(letter, ids.filter_map(|id| Some(&here.actors.get(id)?.0)).collect())
        };
        let square = |letter, side: &'a Side| {
            let actors: Vec<&ActorCounts> = side.actors.values().map(|(actor, _)| actor).collect();
            let square = Square::of(&actors.iter().copied().cloned().collect::<Vec<_>>())?;
            Some((letter, side.name.as_str(), SquareView::bare(&actors, square)))
        };
        Self {
            rows: both.iter().take(SHOWN.0).filter_map(row).collect(),
            more: both.len().saturating_sub(SHOWN.0),
            alone: vec![only("A", a, b), only("B", b, a)],
            squares: [square("A", a), square("B", b)].into_iter().flatten().collect(),
        }
    }
}

impl<'a> PairView<'a> {
    fn of(lexicon: &'a Lexicon, comparison: &'a Comparison, id: &str) -> Option<Self> {
        let [a, b] = comparison.sides.as_slice() else { return None };
        let (in_a, in_b) = (&a.actors.get(id)?.0, &b.actors.get(id)?.0);
        let row = comparison.rows(Kind::Actor).find(|row| row.item.id == id);
        Some(Self {
            name: &in_a.name,
            kind: in_a.kind.name(),
            side: side(in_a.camp),
            sides: [FiguresView::of(lexicon, a, in_a), FiguresView::of(lexicon, b, in_b)],
            verdict: row.map_or("", |row| row.verdict.name()),
        })
    }
}

impl<'a> FiguresView<'a> {
    fn of(lexicon: &'a Lexicon, side: &Side, actor: &ActorCounts) -> Self {
        let mut categories: Vec<(u32, u64)> =
            actor.categories.iter().map(|(&at, &count)| (at, count)).collect();
        categories.sort_by_key(|&(at, count)| (u64::MAX - count, at));
        let titled = |(at, count)| (lexicon.category_at(at).title.as_str(), count);
        Self {
            mentions: thousands(actor.mentions),
            cues: thousands(actor.cues),
            rate: figure(per_thousand(actor.cues, side.counts.words), 1),
            praised: thousands(actor.of(Stance::Praised)),
            blamed: thousands(actor.of(Stance::Blamed)),
            categories: categories.into_iter().take(SHOWN.1).map(titled).collect(),
        }
    }
}

impl<'a> AloneView<'a> {
    fn of(side: &'static str, actors: Vec<&'a ActorCounts>) -> Self {
        let named = |actor: &'a ActorCounts| (actor.name.as_str(), thousands(actor.cues));
        Self {
            side,
            more: actors.len().saturating_sub(SHOWN.2),
            actors: actors.into_iter().take(SHOWN.2).map(named).collect(),
        }
    }
}
