//! What is asked for: `name-calling`, `labels`, `total`, `actor:nato/blamed`, or a term.
//!
//! An id wins over a term of the same letters; `term:WORDS` always asks for a term.

use std::borrow::Cow;

use super::Search;
use crate::analysis::Analysis;
use crate::lexicon::{GROUPS, Lexicon, Source, group};
use crate::passes::{Aim, Aimed, Finding, Silence, Stance};

/// The category that a term is searched under.
pub const TERM: &str = "searched-term";
/// What stands before an actor.
const ACTOR: &str = "actor:";
/// What stands before words that are asked for, whatever else has that name.
const WORDS: &str = "term:";
/// What stands for all groups but those shown apart.
const TOTAL: &str = "total";
/// What a cue can do to an actor.
const STANCES: [Stance; 3] = [Stance::Praised, Stance::Blamed, Stance::Neutral];

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// A category, by its id.
    Category(String),
    /// A group, by its id: distinct merged spans.
    Group(String),
    /// All groups but those shown apart: distinct merged spans.
    Total,
    /// Cues about an actor, by its id; all, or some of them.
    Actor(String, Option<Facet>),
    /// A term in the language of lexicon files; the lexicon must hold [`term_source`].
    Term(String),
}

/// Some of the cues about an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Facet {
    /// Those that do this to it.
    Stance(Stance),
    /// Those of a category or group, by its id.
    Kind(String),
}

/// A lexicon file that holds `term` as it is, without inflected forms, for [`Query::Term`].
///
/// It counts as wording that may take the negative and be about somebody, and needs no company.
pub fn term_source(term: &str) -> Source<'static> {
    let quoted = toml::Value::String(term.to_owned());
    let text = format!(
        "id = \"{TERM}\"\ntitle = \"Term\"\ngroup = \"responsibility\"\nlanguage = \"en\"\n\
         version = \"1.0.0\"\npolarity = \"neutral\"\nloaded = true\n\
         why = \"What was asked for.\"\nsources = []\nflags = []\nignores = []\n\n\
         [[entries]]\nterms = [{quoted}]\nstrength = 2\nwhy = \"What was asked for.\"\n"
    );
    Source { file: Cow::Borrowed("the term"), text: Cow::Owned(text) }
}

impl Query {
    /// Reads what was asked for; what names nothing else is a term.
    pub fn read(asked: &str, lexicon: &Lexicon) -> Self {
        if let Some(words) = asked.strip_prefix(WORDS) {
            return Self::Term(words.trim().to_owned());
        }
        if let Some(actor) = asked.strip_prefix(ACTOR) {
            return Self::actor(actor, lexicon);
        }
        match asked {
            TOTAL => Self::Total,
            id if is_category(id, lexicon) => Self::Category(id.to_owned()),
            id if is_group(id, lexicon) => Self::Group(id.to_owned()),
            words => Self::Term(words.to_owned()),
        }
    }

    /// An actor, or some of the cues about it: what stands behind a slash, where it names some.
    fn actor(asked: &str, lexicon: &Lexicon) -> Self {
        let known = lexicon.actors.iter().any(|actor| actor.id == asked);
        let slashes = asked.match_indices('/').filter(|_| !known);
        for (at, _) in slashes {
            if let Some(facet) = Facet::read(&asked[at + 1..], lexicon) {
                return Self::Actor(Self::actor_id(&asked[..at], lexicon), Some(facet));
            }
        }
        Self::Actor(Self::actor_id(asked, lexicon), None)
    }

    /// The id of the actor of the lexicon that has this id or name; otherwise the words themselves, which
    /// may be a name that a text gives.
    pub fn actor_id(asked: &str, lexicon: &Lexicon) -> String {
        let asked = asked.trim();
        let by_id = || lexicon.actors.iter().find(|actor| actor.id.eq_ignore_ascii_case(asked));
        let by_name = || lexicon.actors.iter().find(|actor| actor.name.eq_ignore_ascii_case(asked));
        by_id().or_else(by_name).map_or(asked, |actor| &actor.id).to_owned()
    }

    /// Whether hits that share words are one line.
    pub const fn merges(&self) -> bool {
        matches!(self, Self::Group(_) | Self::Total)
    }

    /// Whether it is a term.
    pub const fn is_term(&self) -> bool {
        matches!(self, Self::Term(_))
    }

    /// The actor whose cues are looked for.
    pub fn wanted_actor(&self) -> Option<&str> {
        if let Self::Actor(id, _) = self { Some(id) } else { None }
    }

    /// Whether a finding is looked for.
    fn wants(&self, finding: &Finding, analysis: &Analysis, lexicon: &Lexicon) -> bool {
        let category = lexicon.category_at(finding.category);
        match self {
            Self::Category(id) => category.id == *id,
            Self::Group(id) => category.group.id == id,
            Self::Total => !category.group.apart,
            Self::Term(_) => category.id == TERM,
            Self::Actor(id, facet) => {
                let of_kind = match facet {
                    Some(Facet::Kind(kind)) => category.id == *kind || category.group.id == kind,
                    _ => true,
                };
                of_kind
                    && aims_at(finding, id, analysis, lexicon).any(|aim| match facet {
                        Some(Facet::Stance(stance)) => aim.stance == *stance,
                        _ => true,
                    })
            }
        }
    }
}

impl Facet {
    fn read(asked: &str, lexicon: &Lexicon) -> Option<Self> {
        let stance = STANCES.into_iter().find(|stance| stance.name() == asked).map(Self::Stance);
        let kind = is_category(asked, lexicon) || is_group(asked, lexicon);
        stance.or_else(|| kind.then(|| Self::Kind(asked.to_owned())))
    }

    /// The word that stands behind the slash.
    pub fn name(&self) -> &str {
        match self {
            Self::Stance(stance) => stance.name(),
            Self::Kind(id) => id,
        }
    }
}

impl Search {
    /// Whether a finding is looked for.
    pub(super) fn wants(&self, finding: &Finding, analysis: &Analysis, lexicon: &Lexicon) -> bool {
        let about = |id: &String| aims_at(finding, id, analysis, lexicon).next().is_some();
        self.query.wants(finding, analysis, lexicon) && self.about.as_ref().is_none_or(about)
    }

    /// Why a finding does not count: a term does wherever its voice is counted.
    pub(super) fn silence(&self, finding: &Finding, analysis: &Analysis) -> Option<Silence> {
        let heard = analysis.counted_voices[finding.voice as usize];
        match finding.silent_because {
            _ if self.query.is_term() => (!heard).then_some(Silence::OtherVoice),
            silence => silence,
        }
    }
}

/// The links from a finding to an actor.
fn aims_at<'a>(
    finding: &'a Finding,
    id: &'a str,
    analysis: &'a Analysis,
    lexicon: &'a Lexicon,
) -> impl Iterator<Item = &'a Aim> {
    finding.aims.iter().filter(move |aim| match aim.who {
        Aimed::Actor(actor) => analysis.cast.id(actor, lexicon) == id,
        Aimed::Label => aim.span.of(&analysis.document.source) == id,
    })
}

fn is_category(id: &str, lexicon: &Lexicon) -> bool {
    lexicon.categories.iter().any(|category| category.id == id)
}

fn is_group(id: &str, lexicon: &Lexicon) -> bool {
    group(id).is_some_and(|group| lexicon.groups().any(|(at, _)| GROUPS[at].id == group.id))
}
