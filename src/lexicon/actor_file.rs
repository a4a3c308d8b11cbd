//! Files of actors: TOML into actors and the blocks of their names.
//!
//! Laws: a name belongs to one actor; an actor of an added file that has a known one's id adds names to
//! it and sets its side, and a name of an added file is taken from whoever had it before.

use std::collections::{HashMap, HashSet};

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::Source;
use super::actor::{Actor, ActorKind, Alias, Camp};
use super::category::Block;
use super::error::{LexiconError, Place};
use super::file::{Case, Inflect, RawRule};
use super::load::{Term, syntax};

/// A file of actors.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Framescope actors file")]
#[expect(dead_code, reason = "language, version and why are for those who read the file")]
pub struct ActorFile {
    /// What the list is called.
    #[serde(default)]
    actors: String,
    /// The language of the names, as an ISO 639-1 code.
    #[serde(default)]
    language: String,
    /// The file's version, as major.minor.patch.
    #[serde(default)]
    version: String,
    /// What the file holds.
    #[serde(default)]
    why: String,
    /// The actors.
    #[serde(default)]
    #[schemars(with = "Vec<RawActor>")]
    actor: Vec<Spanned<RawActor>>,
}

/// An actor and its names.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Actor")]
struct RawActor {
    /// The id in outputs; that of a known actor adds names to it.
    #[schemars(with = "String")]
    id: Spanned<String>,
    /// The name that people read; the id where there is none.
    name: Option<String>,
    /// What it is.
    kind: Option<ActorKind>,
    /// On whose side it stands: us, them or none.
    side: Option<Camp>,
    /// Names that hold only with these capitals, because they are words as well: US, Turkey.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    exact: Vec<Spanned<String>>,
    /// Names, whatever their capitals.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    aliases: Vec<Spanned<String>>,
    /// Demonyms and nouns of its members, in the singular: Russian, minister.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    people: Vec<Spanned<String>>,
    /// Capitals and seats that stand for it when they act, not where something happens in them.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    seats: Vec<Spanned<String>>,
    /// No name of it where one of these stands beside it.
    #[serde(default)]
    unless: RawRule,
}

/// Words before a capital that make it a place.
const PLACING: &[&str] = &[
    "across", "around", "at", "downtown", "from", "in", "inside", "into", "leave", "leaving",
    "left", "near", "outside", "reach", "reached", "through", "toward", "towards", "via", "visit",
    "visited", "visiting",
];

/// All actors, and their names in blocks.
#[derive(Default)]
pub(super) struct Gazetteer {
    pub(super) actors: Vec<Actor>,
    pub(super) names: Vec<Names>,
}

/// Names of an actor that share their rules.
pub(super) struct Names {
    pub(super) alias: Alias,
    pub(super) file: String,
    pub(super) block: Block,
    pub(super) terms: Vec<Term>,
}

/// Whether a source is a file of actors, without reading it all.
pub fn is_actors(source: &str) -> bool {
    let mut lines = source.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
    lines.next().is_some_and(|line| line.starts_with("actors = ") || line == "[[actor]]")
}

impl Gazetteer {
    /// Reads files of actors; the later ones add to the earlier.
    ///
    /// # Errors
    /// Every fault of every file.
    pub(super) fn read(sources: &[&Source<'_>]) -> Result<Self, Vec<LexiconError>> {
        let (mut gazetteer, mut faults) = (Self::default(), Vec::new());
        let mut places: HashMap<String, usize> = HashMap::new();
        for source in sources {
            let place = Place::new(&source.file, &source.text);
            match toml::from_str::<ActorFile>(&source.text) {
                Ok(file) => gazetteer.add(&place, file, &mut places, &mut faults),
                Err(error) => faults.push(syntax(&place, &error)),
            }
        }
        if faults.is_empty() { Ok(gazetteer) } else { Err(faults) }
    }

    fn add(
        &mut self,
        place: &Place<'_>,
        file: ActorFile,
        places: &mut HashMap<String, usize>,
        faults: &mut Vec<LexiconError>,
    ) {
        let (first, mut here) = (self.names.len(), HashMap::new());
        for raw in file.actor.into_iter().map(Spanned::into_inner) {
            let line = place.line(raw.id.span().start);
            let id = raw.id.get_ref().trim().to_owned();
            if id.is_empty() {
                faults.push(place.fault(line, "id", "is empty", "give the actor an id"));
                continue;
            }
            if let Some(other) = here.insert(id.clone(), line) {
                let what = format!("{id:?} is also the id of the actor in line {other}");
                faults.push(place.fault(
                    line,
                    "id",
                    &what,
                    "keep one of the two, with all its names",
                ));
                continue;
            }
            let actor = *places.entry(id.clone()).or_insert_with(|| {
                let (kind, camp) = (ActorKind::default(), Camp::default());
                self.actors.push(Actor { name: id.clone(), id, kind, camp });
                self.actors.len() - 1
            });
            let known = &mut self.actors[actor];
            known.name = raw.name.clone().unwrap_or_else(|| std::mem::take(&mut known.name));
            known.kind = raw.kind.unwrap_or(known.kind);
            known.camp = raw.side.unwrap_or(known.camp);
            let names = names(place, line, actor as u32, raw, faults);
            self.names.extend(names);
        }
        // The added file's names are its own.
        let (before, added) = self.names.split_at_mut(first);
        let fold = |term: &Term| term.text.to_lowercase();
        let taken: HashSet<String> = added.iter().flat_map(|n| n.terms.iter().map(fold)).collect();
        for names in before {
            names.terms.retain(|term| !taken.contains(&fold(term)));
        }
        self.names.retain(|names| !names.terms.is_empty());
    }
}

/// The names of one actor.
fn names(
    place: &Place<'_>,
    line: usize,
    actor: u32,
    raw: RawActor,
    faults: &mut Vec<LexiconError>,
) -> Vec<Names> {
    let lists = [
        (raw.exact, Case::Exact, Inflect::None, "exact"),
        (raw.aliases, Case::Any, Inflect::None, "aliases"),
        (raw.people, Case::Any, Inflect::Noun, "people"),
        (raw.seats, Case::Any, Inflect::None, "seats"),
    ];
    if lists.iter().all(|(names, ..)| names.is_empty()) && raw.side.is_none() {
        let mend = "add aliases = [\"…\"], or a side for an actor that is known";
        faults.push(place.fault(line, "aliases", "the actor has no name", mend));
    }
    let mut all = Vec::new();
    for (names, case, inflect, key) in lists {
        let mut terms = Vec::new();
        for name in names {
            let line = place.line(name.span().start);
            if name.get_ref().trim().is_empty() {
                faults.push(place.fault(
                    line,
                    key,
                    "holds an empty name",
                    "write one, or remove it",
                ));
            } else {
                terms.push(Term { line, text: name.into_inner() });
            }
        }
        let mut unless = raw.unless.clone();
        if key == "seats" {
            unless.before.extend(PLACING.iter().map(|&word| word.to_owned()));
        }
        let block = Block { strength: 1, inflect, case, unless, ..Block::default() };
        let alias = Alias { actor, people: key == "people" };
        let file = place.file.to_owned();
        if !terms.is_empty() {
            all.push(Names { alias, file, block, terms });
        }
    }
    all
}
