//! The actors of a document: how each is spoken of, by whom, in which words.

use serde::Serialize;

use super::aims::{Hit, hits};
use super::matrix::MatrixView;
use super::square::SquareView;
use crate::analysis::Analysis;
use crate::lexicon::{Camp, Lexicon};
use crate::passes::Stance;
use crate::profile::ActorCounts;
use crate::report::wording::thousands;

/// Actors of the table, speakers and categories of a row, words of a category and places of a word that
/// are shown at most.
const SHOWN: Shown = Shown { actors: 20, speakers: 3, categories: 3, words: 4, places: 6 };
/// From so many mentions on, an actor without a cue is shown.
const MENTIONS: u64 = 2;

struct Shown {
    actors: usize,
    speakers: usize,
    categories: usize,
    words: usize,
    places: usize,
}

/// The actors of a document.
#[derive(Debug, Serialize)]
pub(super) struct ActorsView<'a> {
    rows: Vec<ActorView<'a>>,
    /// Actors that are not shown.
    more: usize,
    matrix: MatrixView<'a>,
    /// What is said of us and of them, where sides are given.
    square: Option<SquareView<'a>>,
}

/// A row of the table of actors.
#[derive(Debug, Serialize)]
struct ActorView<'a> {
    name: &'a str,
    kind: &'static str,
    /// `us` or `them`; empty where no side is given.
    side: &'static str,
    mentions: String,
    cues: String,
    praised: String,
    blamed: String,
    /// The share of its cues that the author makes.
    author: String,
    /// Who says most of it, and how often.
    speakers: Vec<(&'a str, String)>,
    more_speakers: usize,
    categories: Vec<UsedView<'a>>,
    more_categories: usize,
}

/// A category of cues about an actor.
#[derive(Debug, Serialize)]
struct UsedView<'a> {
    title: &'a str,
    /// Its place in the legend.
    legend: String,
    group: &'static str,
    count: u64,
    words: Vec<WordView<'a>>,
    /// Words that are not shown.
    more: usize,
}

/// Words that are aimed at an actor.
#[derive(Debug, Serialize)]
struct WordView<'a> {
    text: &'a str,
    /// The first of their findings.
    place: String,
    /// The others.
    again: Vec<String>,
    #[serde(skip)]
    key: String,
    #[serde(skip)]
    count: usize,
}

impl<'a> ActorsView<'a> {
    /// The actors of a document whose anchors begin with `anchor`.
    pub(super) fn of(lexicon: &'a Lexicon, analysis: &'a Analysis, anchor: &str) -> Self {
        let shown = |actor: &&ActorCounts| actor.cues > 0 || actor.mentions >= MENTIONS;
        let all: Vec<&ActorCounts> = analysis.actors(lexicon).iter().filter(shown).collect();
        let named = &all[..all.len().min(SHOWN.actors)];
        let hits = hits(lexicon, analysis);
        let about = |actor: &ActorCounts| hits.get(actor.id.as_str()).map_or(&[][..], |h| h);
        let row = |actor: &&'a ActorCounts| {
            ActorView::of(actor, used(lexicon, analysis, anchor, about(actor)))
        };
        let heard: Vec<_> = named.iter().filter(|a| a.cues > 0).map(|&a| (a, about(a))).collect();
        Self {
            rows: named.iter().map(row).collect(),
            more: all.len() - named.len(),
            matrix: MatrixView::of(lexicon, analysis, anchor, &heard),
            square: SquareView::of((lexicon, analysis), anchor, &hits),
        }
    }
}

impl<'a> ActorView<'a> {
    fn of(actor: &'a ActorCounts, mut categories: Vec<UsedView<'a>>) -> Self {
        let more_categories = categories.len().saturating_sub(SHOWN.categories);
        categories.truncate(SHOWN.categories);
        let mut speakers: Vec<(&str, u64)> =
            actor.speakers.iter().map(|(name, count)| (name.as_str(), *count)).collect();
        speakers.sort_by_key(|&(_, count)| u64::MAX - count);
        let more_speakers = speakers.len().saturating_sub(SHOWN.speakers);
        let named = speakers.into_iter().take(SHOWN.speakers);
        Self {
            name: &actor.name,
            kind: actor.kind.name(),
            side: side(actor.camp),
            mentions: thousands(actor.mentions),
            cues: thousands(actor.cues),
            praised: thousands(actor.of(Stance::Praised)),
            blamed: thousands(actor.of(Stance::Blamed)),
            author: share(actor.author_share()),
            speakers: named.map(|(name, count)| (name, thousands(count))).collect(),
            more_speakers,
            categories,
            more_categories,
        }
    }
}

/// A side as tables name it.
pub(super) const fn side(camp: Camp) -> &'static str {
    match camp {
        Camp::None => "",
        camp => camp.name(),
    }
}

/// A share in per cent, or a dash where there is none.
pub(super) fn share(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.0} %", 100.0 * share))
}

/// The categories of the cues about an actor, the most frequent first.
fn used<'a>(
    lexicon: &'a Lexicon,
    analysis: &'a Analysis,
    anchor: &str,
    about: &[Hit<'_>],
) -> Vec<UsedView<'a>> {
    let mut used: Vec<(u32, Vec<&Hit<'_>>)> = Vec::new();
    for hit in about {
        match used.iter_mut().find(|(category, _)| *category == hit.finding.category) {
            Some((_, hits)) => hits.push(hit),
            None => used.push((hit.finding.category, vec![hit])),
        }
    }
    used.sort_by_key(|(category, hits)| (usize::MAX - hits.len(), *category));
    let view = |(at, hits): (u32, Vec<&Hit<'_>>)| {
        let category = lexicon.category_at(at);
        let mut words = words(analysis, anchor, &hits);
        let more = words.len().saturating_sub(SHOWN.words);
        words.truncate(SHOWN.words);
        UsedView {
            title: &category.title,
            legend: format!("c-{at}"),
            group: category.group.id,
            count: hits.len() as u64,
            words,
            more,
        }
    };
    used.into_iter().map(view).collect()
}

/// The words of some cues, without regard to case, the most frequent first.
fn words<'a>(analysis: &'a Analysis, anchor: &str, hits: &[&Hit<'_>]) -> Vec<WordView<'a>> {
    let mut words: Vec<WordView<'a>> = Vec::new();
    for hit in hits {
        let text = hit.finding.span.of(&analysis.document.source);
        let (key, place) = (text.to_lowercase(), format!("{anchor}-f{}", hit.index));
        match words.iter_mut().find(|word| word.key == key) {
            Some(word) => {
                word.count += 1;
                if word.again.len() + 1 < SHOWN.places {
                    word.again.push(place);
                }
            }
            None => words.push(WordView { text, place, again: Vec::new(), key, count: 1 }),
        }
    }
    words.sort_by_key(|word| usize::MAX - word.count);
    words
}
