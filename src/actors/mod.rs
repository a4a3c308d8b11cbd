//! Actors: who a text speaks about, and where it names them.
//!
//! Names come from the gazetteers (states, organisations, parties, groups, a user's own file) and from
//! the text: capitalised names of two words or more, and single ones that recur. Aliases are one actor,
//! and so are a full name and its last word. A capital where something happens is a place, not an actor.
//!
//! Laws: mentions are in order and do not overlap; a title before a name is part of no other mention.

mod names;

use crate::lexicon::{ActorKind, Camp, Lexicon, Matches};
use crate::text::{Document, Span};

/// Who a text speaks about.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Cast {
    /// Where it names them, in order.
    pub mentions: Vec<Mention>,
    /// The names that no gazetteer has, each as first written in full.
    names: Vec<String>,
}

/// An actor of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActorId {
    /// One of the lexicon's actors, by its index.
    Known(u32),
    /// One of the text's own names, by its number.
    Named(u32),
}

/// A place where a text names an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Its tokens.
    pub first: u32,
    /// The last of them.
    pub last: u32,
    /// Its sentence, as an index into the document's.
    pub sentence: u32,
    /// Who it is.
    pub actor: ActorId,
    /// Whether it is a demonym or the noun of a member.
    pub people: bool,
}

impl Mention {
    /// Its bytes.
    pub fn span(&self, document: &Document) -> Span {
        document.span(self.first, self.last)
    }
}

impl Cast {
    /// Finds the actors of `document`.
    pub fn find(document: &Document, lexicon: &Lexicon, matches: &Matches) -> Self {
        let known = matches.hits.iter().filter_map(|hit| {
            let alias = lexicon.alias(hit.entry)?;
            let actor = ActorId::Known(alias.actor);
            let (first, last, sentence) = (hit.first, hit.last, hit.sentence);
            Some(Mention { first, last, sentence, actor, people: alias.people })
        });
        let mut cast = Self { mentions: known.collect(), names: Vec::new() };
        names::find(document, lexicon, &mut cast);
        cast
    }

    /// The mentions of one sentence.
    pub fn in_sentence(&self, sentence: u32) -> &[Mention] {
        let from = self.mentions.partition_point(|mention| mention.sentence < sentence);
        let to = self.mentions.partition_point(|mention| mention.sentence <= sentence);
        &self.mentions[from..to]
    }

    /// The id of an actor in every output.
    pub fn id<'a>(&'a self, actor: ActorId, lexicon: &'a Lexicon) -> &'a str {
        match actor {
            ActorId::Known(at) => &lexicon.actors[at as usize].id,
            ActorId::Named(at) => &self.names[at as usize],
        }
    }

    /// The name of an actor that people read.
    pub fn name<'a>(&'a self, actor: ActorId, lexicon: &'a Lexicon) -> &'a str {
        match actor {
            ActorId::Known(at) => &lexicon.actors[at as usize].name,
            ActorId::Named(at) => &self.names[at as usize],
        }
    }

    /// What an actor is.
    pub fn kind(actor: ActorId, lexicon: &Lexicon) -> ActorKind {
        match actor {
            ActorId::Known(at) => lexicon.actors[at as usize].kind,
            ActorId::Named(_) => ActorKind::Name,
        }
    }

    /// On whose side the user's file puts an actor.
    pub fn camp(actor: ActorId, lexicon: &Lexicon) -> Camp {
        match actor {
            ActorId::Known(at) => lexicon.actors[at as usize].camp,
            ActorId::Named(_) => Camp::None,
        }
    }

    /// Whether the words at `span` name `wanted`: an actor's id or name, or the words themselves.
    pub fn is_named(
        &self,
        wanted: &str,
        span: Span,
        document: &Document,
        lexicon: &Lexicon,
    ) -> bool {
        let same = |name: &str| name.eq_ignore_ascii_case(wanted);
        let text = span.of(&document.source);
        let bare = text.strip_prefix("the ").or_else(|| text.strip_prefix("The "));
        let at = self.mentions.partition_point(|mention| mention.span(document).end <= span.start);
        let inside = self.mentions[at..].iter().take_while(|m| m.span(document).start < span.end);
        same(text)
            || bare.is_some_and(same)
            || inside.into_iter().any(|mention| {
                same(self.id(mention.actor, lexicon)) || same(self.name(mention.actor, lexicon))
            })
    }
}
