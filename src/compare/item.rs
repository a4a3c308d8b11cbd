//! What is compared: groups of categories, categories, measures, and actors.

use std::collections::BTreeMap;

use crate::lexicon::Lexicon;
use crate::passes::Stance;
use crate::profile::{ActorCounts, Counts, MEASURES, Measure};
use crate::stats::Table;

/// What a row is about. Tests are corrected within a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A group of categories.
    Group,
    /// A category.
    Category,
    /// A measure.
    Measure,
    /// Cues about an actor: all of them, those that praise (`ID/praised`) or blame it (`ID/blamed`), and
    /// those of a category (`ID/CATEGORY`).
    Actor,
}

/// All kinds, in the order of outputs.
pub const KINDS: [Kind; 4] = [Kind::Group, Kind::Category, Kind::Measure, Kind::Actor];

impl Kind {
    /// The name in outputs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Category => "category",
            Self::Measure => "measure",
            Self::Actor => "actor",
        }
    }
}

/// A thing that is counted on all sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// The id of the group, category or measure, or the actor's cell.
    pub id: String,
    /// The name that people read.
    pub title: String,
}

impl Item {
    /// The measure that it is, if it is one.
    pub fn measure(&self) -> Option<&'static Measure> {
        MEASURES.iter().find(|measure| self.kind == Kind::Measure && measure.id == self.id)
    }
}

/// The items of a comparison, numbered as in its table of counts.
#[derive(Debug)]
pub(super) struct Items {
    pub(super) list: Vec<Item>,
    /// The numbers of the cells of actors.
    actors: BTreeMap<String, u32>,
}

/// The exposure of what is counted per word; that of measure `at` is `at + 1`.
const WORDS: usize = 0;

impl Items {
    /// The groups, categories and measures of `lexicon`, and a table for them without units.
    pub(super) fn new(lexicon: &Lexicon) -> (Self, Table) {
        let mut table = Table::new(1 + MEASURES.len());
        let mut list = Vec::new();
        let mut add = |kind, id: &str, title: &str, exposure| {
            list.push(Item { kind, id: id.to_owned(), title: title.to_owned() });
            table.item(exposure);
        };
        for (_, group) in lexicon.groups() {
            add(Kind::Group, group.id, group.title, WORDS);
        }
        for category in &lexicon.categories {
            add(Kind::Category, &category.id, &category.title, WORDS);
        }
        for (at, measure) in MEASURES.iter().enumerate() {
            add(Kind::Measure, measure.id, measure.title, at + 1);
        }
        (Self { list, actors: BTreeMap::new() }, table)
    }

    /// Adds a unit to `table`: its counts and its actors.
    pub(super) fn unit(
        &mut self,
        table: &mut Table,
        lexicon: &Lexicon,
        counts: &Counts,
        actors: &[ActorCounts],
    ) {
        let parts = MEASURES.iter().map(|measure| (measure.parts)(counts));
        let (above, below): (Vec<f64>, Vec<f64>) = parts.unzip();
        let exposures: Vec<f64> = std::iter::once(counts.words as f64).chain(below).collect();
        let groups = lexicon.groups().map(|(at, _)| counts.groups[at] as f64);
        let categories = counts.categories.iter().map(|&count| count as f64);
        let mut cells: Vec<(u32, f64)> = (0..).zip(groups.chain(categories).chain(above)).collect();
        for actor in actors.iter().filter(|actor| actor.cues > 0) {
            for (tail, title, count) in actor_cells(actor, lexicon) {
                let id = format!("{}{tail}", actor.id);
                let number = self.actors.get(&id).copied().unwrap_or_else(|| {
                    let title = format!("{}{title}", actor.name);
                    self.list.push(Item { kind: Kind::Actor, id: id.clone(), title });
                    let number = table.item(WORDS);
                    self.actors.insert(id, number);
                    number
                });
                cells.push((number, count as f64));
            }
        }
        table.unit(&exposures, cells);
    }
}

/// The cells of an actor: what follows its id and its name, and the cues.
fn actor_cells<'a>(
    actor: &'a ActorCounts,
    lexicon: &'a Lexicon,
) -> impl Iterator<Item = (String, String, u64)> + 'a {
    let all = std::iter::once((String::new(), String::new(), actor.cues));
    let stances = [Stance::Praised, Stance::Blamed].into_iter().map(|stance| {
        let name = stance.name();
        (format!("/{name}"), format!(", {name}"), actor.of(stance))
    });
    let categories = actor.categories.iter().map(|(&category, &count)| {
        let category = &lexicon.categories[category as usize];
        (format!("/{}", category.id), format!(": {}", category.title), count)
    });
    all.chain(stances).chain(categories)
}
