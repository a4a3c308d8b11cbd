//! The ideological square: cues that praise and blame us and them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::actors::share;
use super::aims::{EvidenceView, Hit};
use crate::analysis::Analysis;
use crate::lexicon::{Camp, Lexicon};
use crate::passes::Stance;
use crate::profile::{ActorCounts, Square};
use crate::report::wording::thousands;

/// Names of a side that are shown at most.
const NAMES: usize = 6;

/// What is said of each side.
#[derive(Debug, Serialize)]
pub(super) struct SquareView<'a> {
    /// Us and them.
    rows: Vec<CampView<'a>>,
    /// The sentences behind each cell; none where a cell opens to nothing.
    evidence: Vec<EvidenceView<'a>>,
}

/// A side.
#[derive(Debug, Serialize)]
struct CampView<'a> {
    title: &'static str,
    /// Its actors.
    names: Vec<&'a str>,
    more: usize,
    /// Praise and blame.
    cells: Vec<CellView>,
}

#[derive(Debug, Serialize)]
struct CellView {
    count: String,
    /// Of the side's cues that praise or blame.
    share: String,
    /// Where the sentences behind it are; empty where there are none.
    anchor: String,
}

/// The stances of the square's columns.
const STANCES: [Stance; 2] = [Stance::Praised, Stance::Blamed];

impl<'a> SquareView<'a> {
    /// The square of a document, with its sentences; `None` where no side is given.
    pub(super) fn of(
        (lexicon, analysis): (&Lexicon, &'a Analysis),
        page: &str,
        hits: &BTreeMap<&str, Vec<Hit<'a>>>,
    ) -> Option<Self> {
        let actors: Vec<&ActorCounts> = analysis.actors(lexicon).iter().collect();
        let mut view = Self::bare(&actors, Square::of(analysis.actors(lexicon))?);
        for (row, camp) in view.rows.iter_mut().zip([Camp::Us, Camp::Them]) {
            for (cell, stance) in row.cells.iter_mut().zip(STANCES) {
                let of_camp = actors.iter().filter(|actor| actor.camp == camp);
                let mut here: Vec<Hit<'a>> = of_camp
                    .filter_map(|actor| hits.get(actor.id.as_str()))
                    .flatten()
                    .filter(|hit| hit.aim.stance == stance)
                    .copied()
                    .collect();
                here.sort_by_key(|hit| hit.index);
                if !here.is_empty() {
                    cell.anchor = format!("{page}-{}-{}", camp.name(), stance.name());
                    let head = (cell.anchor.clone(), format!("{} · {}", row.title, stance.name()));
                    view.evidence.push(EvidenceView::of(analysis, page, head, &here));
                }
            }
        }
        Some(view)
    }

    /// The figures of a square that opens to nothing, and the names of its actors.
    pub(super) fn bare(actors: &[&'a ActorCounts], square: Square) -> Self {
        let camp = |title, camp, counts: [u64; 2]| {
            let of_camp = actors.iter().filter(|actor| actor.camp == camp);
            let names: Vec<&str> = of_camp.map(|actor| actor.name.as_str()).collect();
            let sum = counts[0] + counts[1];
            let cell = |count: u64| CellView {
                count: thousands(count),
                share: share((sum > 0).then(|| count as f64 / sum as f64)),
                anchor: String::new(),
            };
            CampView {
                title,
                more: names.len().saturating_sub(NAMES),
                names: names.into_iter().take(NAMES).collect(),
                cells: counts.into_iter().map(cell).collect(),
            }
        };
        let rows = vec![camp("Us", Camp::Us, square.us), camp("Them", Camp::Them, square.them)];
        Self { rows, evidence: Vec::new() }
    }
}
